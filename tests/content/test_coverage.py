"""Each part of the article is taught or corrected, in words, at a place that exists."""

import json
import re
from collections import Counter

import pytest

from course.paths import NOTEBOOKS, ROOT

PLACE = r"(\d\d)#([a-z0-9-]+)"
ROW = re.compile(
    rf"^\| ([a-z]+) \| ([^|]+) \| {PLACE} \| ([^|]*?) ?\|(?: ([^|]+) \|)?$", re.MULTILINE
)
ROWS = ROW.findall((ROOT / "docs" / "coverage.md").read_text(encoding="utf-8"))
# A remark that begins so corrects the article, at the row's place or at the one it names.
CORRECTS = re.compile(rf"corrected(?: in {PLACE})?\b")
# What the article holds, counted by hand: five duties, five pitfalls, four examples and so on.
HELD = {
    "heading": 19,
    "responsibility": 5,
    "customer": 4,
    "culture": 4,
    "pitfall": 5,
    "example": 4,
    "faq": 11,
    "offer": 5,
}


def test_no_part_of_the_article_is_left_out():
    assert Counter(kind for kind, *_ in ROWS) == HELD
    text = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert text.count("\n| ") - 1 == sum(HELD.values())  # every row is one the test can read


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1][:40])
def test_each_place_exists(row):
    _, _, lesson, cell, *_ = row
    found = list(NOTEBOOKS.glob(f"{lesson}-*.ipynb"))
    assert found
    for page in found:  # one a language
        assert cell in cells(page), page.name


def cells(page):
    """The text of a page's cells, by name; what is only set in bold or italics is plain."""
    read = json.loads(page.read_text(encoding="utf-8"))["cells"]
    return {each["id"]: re.sub(r"[*\s]+", " ", "".join(each["source"])) for each in read}


@pytest.mark.parametrize(
    "row", [row for row in ROWS if CORRECTS.match(row[4]) or row[5]], ids=lambda row: row[1][:40]
)
def test_a_correction_is_taught_in_words(row):
    """Each of the row's words, parted by semicolons, stands in the lesson's own English text."""
    _, _, *here, remark, words = row
    assert words, "a row that corrects the article names the words that do so"
    elsewhere = CORRECTS.match(remark)
    lesson, cell = elsewhere.groups() if elsewhere and elsewhere[1] else here
    (page,) = (p for p in NOTEBOOKS.glob(f"{lesson}-*.ipynb") if not p.name.endswith(".ar.ipynb"))
    text = cells(page)[cell].lower()
    assert [word for word in words.split("; ") if word.lower() not in text] == []
