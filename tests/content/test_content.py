"""The words of the course: every record loads, cites a clause of the map, and speaks twice."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from course.content import ContentError, load_cases, load_clauses, load_modules, load_quiz
from course.content.clauses import ClauseRef
from course.content.folders import lessons, of_lesson
from course.content.glossary import load_glossary
from course.content.quizzes import QuizItem, has_quiz
from course.content.stories import load_story
from course.content.toml import convert
from course.content.words import Words
from course.pages.notebooks import notebook_of
from course.paths import ASSESSMENTS, DATA, NOTEBOOKS, ROOT

FILES = sorted(DATA.rglob("*.toml"))
RUBRICS = sorted(ASSESSMENTS.glob("*/rubric.toml"))
LESSONS = sorted(NOTEBOOKS.glob("[0-9][0-9]-*.ipynb"))
BANKS = [slug for slug in lessons() if has_quiz(slug)]
STORIES = [slug for slug in lessons() if of_lesson(slug, "story.toml").exists()]

# 5.2.1 or 5.2.1 b, but not 5.6 % or AED 7.0 m.
NUMBER = r"(?<![\d.,:])(?:[4-9]|10)\.\d(?:\.\d)?+(?: [a-l]\b)?+(?![\d.]*\d|\s?%| m\b)"
CITED = re.compile(rf"({NUMBER}) \((20\d\d(?:[,،] 20\d\d)*)\)")
NAKED = re.compile(rf"{NUMBER}(?! \(20\d\d)")
# The standard's verb, its spelling, and both in its Arabic translation; we use none of them.
QUOTED = re.compile(
    r"\bshall\b|\bthe organization\b|يجب على (?:المنظمة|الإدارة العليا)|يجب أن تقوم المنظمة", re.I
)
ARABIC = re.compile(r"[\u0600-\u06ff]")


def tables(value: Any) -> Iterator[dict[str, Any]]:
    """Every table of a TOML file, at any depth."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from tables(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from tables(inner)


def read(path: Path) -> dict[str, Any]:
    return msgspec.toml.decode(path.read_bytes())


def spoken(path: Path) -> list[dict[str, str]]:
    """The words of a file in each language; a list of words is a lexicon, and not read out."""
    named = [table for table in tables(read(path)) if {"en", "ar"} & table.keys()]
    return [words for words in named if all(isinstance(w, str) for w in words.values())]


def prose(path: Path) -> str:
    """What a reader reads: a record's words in both languages, or a notebook's text."""
    if path.suffix == ".toml":
        return "\n".join(text for words in spoken(path) for text in words.values())
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")


def cited(text: str) -> set[ClauseRef]:
    found = CITED.findall(text)
    return {ClauseRef(year, n) for n, years in found for year in re.findall(r"\d{4}", years)}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_syllabus_cases_and_glossary_load():
    assert "draft-the-quality-policy" in load_modules()
    assert "marsa-al-khail-contracting" in load_cases()
    assert len(load_glossary()) >= 30


@pytest.mark.parametrize("story", STORIES)
def test_each_story_says_that_it_is_invented(story):
    assert "invented" in load_story(story).invented.en.lower()


@pytest.mark.parametrize("path", [*FILES, *RUBRICS], ids=name)
def test_each_clause_a_record_names_is_in_the_map(path):
    named = [t for t in tables(read(path)) if t.keys() == {"edition", "number"}]
    unknown = {ClauseRef(t["edition"], t["number"]) for t in named} - load_clauses().keys()
    assert not unknown


@pytest.mark.parametrize("path", [*FILES, *LESSONS], ids=name)
def test_each_clause_in_prose_has_its_edition_and_is_in_the_map(path):
    text = prose(path)
    assert not NAKED.findall(text)
    assert cited(text) <= load_clauses().keys()


def test_a_clause_without_an_edition_is_seen_and_a_plain_figure_is_not_taken_for_one():
    assert NAKED.findall("See 5.2.1 and 10.2.") == ["5.2.1", "10.2"]
    assert not NAKED.findall("See 5.2.1 b (2015), 10.2 (2015, 2026); 5.6 % and AED 7.0 m.")
    assert cited("5.2.1 b (2015، 2026)") == {
        ClauseRef("2015", "5.2.1 b"),
        ClauseRef("2026", "5.2.1 b"),
    }


def test_each_counterpart_stands_in_the_other_edition():
    other = {"2015": "2026", "2026": "2015"}
    for clause in load_clauses().values():
        if number := clause.counterpart.number:
            assert ClauseRef(other[clause.edition], number) in load_clauses(), clause.ref


def test_what_rests_on_one_register_is_not_called_verified():
    for clause in load_clauses().values():
        assert not (clause.verified and clause.trust == "C"), clause.ref
    assert not load_clauses()[ClauseRef("2026", "5.2.1")].verified


@pytest.mark.parametrize("path", FILES, ids=name)
def test_words_stand_in_both_languages(path):
    for words in spoken(path):
        assert words.keys() == {"en", "ar"}
        assert not ARABIC.search(words["en"]), words["en"]
        if re.search("[a-z]{2}", words["en"]):  # a sign such as % is the same in both
            assert ARABIC.search(words["ar"]), words["ar"]


def test_words_in_one_language_are_refused():
    with pytest.raises(ContentError, match=r"is missing\. Add it"):
        convert({"en": "Quality policy"}, Words, "glossary.toml")
    with pytest.raises(ContentError, match="'ar' are empty"):
        convert({"en": "Quality policy", "ar": " "}, Words, "glossary.toml")


@pytest.mark.parametrize("path", [*FILES, *LESSONS], ids=name)
def test_the_standard_is_not_quoted(path):
    assert not QUOTED.findall(prose(path))


@pytest.mark.parametrize("bank", BANKS)
def test_a_bank_asks_for_judgement_and_serves_the_lesson(bank):
    items, module = load_quiz(bank), load_modules()[bank]
    assert len(items) >= 8
    assert sum(item.level != "recall" for item in items) * 2 >= len(items)
    assert len({item.key for item in items}) == len(items)
    assert {item.objective for item in items} <= {o.key for o in module.objectives}
    by_quiz = {o.key for o in module.objectives if o.shown_by == "quiz"}
    assert by_quiz <= {item.objective for item in items}


@pytest.mark.parametrize("bank", BANKS)
def test_each_option_teaches_something_of_its_own(bank):
    for item in load_quiz(bank):
        assert len(item.options) == 4, item.key
        assert sum(option.right for option in item.options) == 1, item.key
        assert len({option.feedback.en for option in item.options}) == 4, item.key
        assert len({option.key for option in item.options}) == 4, item.key


def test_an_option_without_feedback_is_refused():
    option = {"key": "a", "words": {"en": "Yes", "ar": "نعم"}, "right": True}
    raw = {
        "key": "q",
        "level": "apply",
        "objective": "o",
        "clauses": [],
        "asks": {"en": "?", "ar": "؟"},
        "options": [option],
    }
    with pytest.raises(ContentError, match="feedback"):
        convert(raw, QuizItem, "quiz.toml")


@pytest.mark.parametrize("slug", load_modules())
def test_an_objective_is_an_act_one_can_watch(slug):
    unseen = ("know", "understand", "learn", "appreciate", "be aware", "see")
    for objective in load_modules()[slug].objectives:
        assert not objective.words.en.lower().startswith(unseen), objective.key


@pytest.mark.parametrize("path", LESSONS, ids=name)
def test_a_lesson_belongs_to_the_syllabus(path):
    course = json.loads(path.read_text(encoding="utf-8"))["metadata"]["course"]
    module = load_modules()[course["slug"]]
    assert module.kind == course["kind"]
    assert notebook_of(module.slug, course.get("language", "en")).name == path.name
