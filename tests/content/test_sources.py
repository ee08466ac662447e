"""A figure about the world has a source, and what is unverified is taught as such."""

import json
import re

import pytest

from course.content import load_quiz
from course.content.folders import lessons
from course.content.page import load_page, pages
from course.content.quizzes import has_quiz
from course.content.sources import NAMED, load_sources
from course.paths import NOTEBOOKS

PAGES = sorted(NOTEBOOKS.glob("*.ipynb"))
# Words by which a text leans on somebody else's finding.
LEANS = re.compile(
    r"\b(?:survey of manufacturers|studies (?:of|find)|study of|certification body published"
    r"|was published on|reported to end|researchers?|per cent of (?:all )?firms)\b",
    re.IGNORECASE,
)
DOUBT = re.compile(r"unverified|only its summary|غير مؤكد", re.IGNORECASE)


def prose(path):
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "markdown" and cell["id"] != "trainer-notes":
            yield cell["id"], "".join(cell["source"])


def by_name(paths):
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.stem)


@by_name(PAGES)
def test_each_source_a_page_names_exists(path):
    named = {key for _, text in prose(path) for key in NAMED.findall(text)}
    assert named <= load_sources().keys()


@by_name(PAGES)
def test_what_leans_on_a_finding_names_its_source(path):
    bare = [cell for cell, text in prose(path) if LEANS.search(text) and not NAMED.search(text)]
    assert bare == []


@by_name(PAGES)
def test_what_is_unverified_is_worded_so(path):
    for cell, text in prose(path):
        for key in NAMED.findall(text):
            assert load_sources()[key].verified or DOUBT.search(text), (cell, key)


@pytest.mark.parametrize("slug", [slug for slug, language in pages() if language == "ar"])
def test_each_arabic_cell_names_the_sources_of_the_english_one(slug):
    english, arabic = (
        {cell.name: NAMED.findall(cell.source) for cell in load_page(slug, language).cells}
        for language in ("en", "ar")
    )
    assert arabic == english


def test_a_bare_finding_is_caught():
    assert LEANS.search("A survey of manufacturers found 5 %.")
    assert not LEANS.search("In the survey of lesson 03, nine in ten had seen it.")


def test_every_source_is_used_somewhere():
    pages = "".join(text for path in PAGES for _, text in prose(path))
    assert load_sources().keys() <= set(NAMED.findall(pages))


@pytest.mark.parametrize("bank", [slug for slug in lessons() if has_quiz(slug)])
def test_what_a_quiz_holds_to_be_right_has_its_source(bank):
    for item in load_quiz(bank):
        assert set(item.sources) <= load_sources().keys()
        right = next(option for option in item.options if option.right)
        held = f"{item.asks.en} {right.words.en} {right.feedback.en}"
        if LEANS.search(held) or re.search(r"published list|15 to 20 %", held):
            assert item.sources, item.key
