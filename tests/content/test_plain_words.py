"""A director whose second language is English reads the lessons without a dictionary.

Words that are not common and sentences that are long are named here; an author writes them plainer,
or decides that a word stays (decided.toml, with the reason).
"""

import re
import tomllib
from pathlib import Path

import pytest
from content.common_words import is_common

from course.content import load_glossary
from course.content.folders import lessons
from course.content.page import load_page

LONGEST = 25  # words without a stop, a colon or a semicolon
DECIDED = tomllib.loads((Path(__file__).parent / "decided.toml").read_text(encoding="utf-8"))
KEPT = {word for group in DECIDED.values() for word in group}
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")


def prose(slug):
    """What a learner reads of a lesson's English page."""
    texts = [cell.source for cell in load_page(slug, "en").cells if cell.kind == "text"]
    return re.sub(r"<!--.*?-->|```.*?```", "", "\n".join(texts), flags=re.DOTALL)


def sentences(text):
    """Its sentences, and their parts at a colon or semicolon; a table's cells each by itself."""
    return [one for one in re.split(r"(?<=[.?!:;”])\s|\n|\|", text) if one.strip()]


def uncommon(text):
    """Words in small letters that are neither common nor explained nor decided on."""
    found = {word.replace("’", "'") for word in _WORD.findall(text) if word[0].islower()}
    return {word for word in found if not is_common(word) and word not in explained() | KEPT}


def explained():
    terms = " ".join(entry.term.en for entry in load_glossary().values())
    return {word.lower() for word in _WORD.findall(terms)}


@pytest.mark.parametrize("slug", lessons())
def test_a_lesson_is_written_in_common_words(slug):
    assert uncommon(prose(slug)) == set()


@pytest.mark.parametrize("slug", lessons())
def test_a_lesson_is_written_in_short_sentences(slug):
    assert [one for one in sentences(prose(slug)) if len(_WORD.findall(one)) > LONGEST] == []


def test_no_word_is_decided_on_that_no_lesson_has():
    said = {word.replace("’", "'") for slug in lessons() for word in _WORD.findall(prose(slug))}
    assert sorted(KEPT - {word.lower() for word in said}) == []


@pytest.mark.parametrize("word", ["serendipity", "obfuscate", "perfunctory", "wherewithal"])
def test_a_rare_word_is_named(word):
    assert uncommon(f"It is {word} to us.") == {word}


@pytest.mark.parametrize(
    "word", ["manager", "decided", "carries", "stopped", "unsafe", "happiness"]
)
def test_a_common_word_in_any_form_is_not(word):
    assert uncommon(f"It is {word} to us.") == set()
