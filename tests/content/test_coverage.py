"""Each part of the article is taught or corrected at a place that exists."""

import json
import re
from collections import Counter

import pytest

from course.paths import NOTEBOOKS, ROOT

ROW = re.compile(r"^\| ([a-z]+) \| (.+?) \| (\d\d)#([a-z0-9-]+) \| (.*) \|$", re.MULTILINE)
ROWS = ROW.findall((ROOT / "docs" / "coverage.md").read_text(encoding="utf-8"))
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
# What a lesson says where the article asks too much or says nothing: the words, not only the row.
TAUGHT = {
    "Recognition of employee suggestions": "is good practice, **not a requirement**",
    "4 Promoting engagement and communication": "Take the last ten suggestions",
}


def test_no_part_of_the_article_is_left_out():
    assert Counter(kind for kind, *_ in ROWS) == HELD
    text = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert text.count("\n| ") - 1 == sum(HELD.values())  # every row is one the test can read


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1][:40])
def test_each_place_exists(row):
    _, _, lesson, cell, _ = row
    found = list(NOTEBOOKS.glob(f"{lesson}-*.ipynb"))
    assert found
    for page in found:  # one a language
        cells = json.loads(page.read_text(encoding="utf-8"))["cells"]
        assert cell in {each["id"] for each in cells}, page.name


@pytest.mark.parametrize("part", TAUGHT)
def test_a_correction_is_taught_where_its_row_says(part):
    ((_, _, lesson, cell, _),) = [row for row in ROWS if row[1] == part]
    (page,) = (path for path in NOTEBOOKS.glob(f"{lesson}-*.ipynb") if ".ar" not in path.name)
    cells = json.loads(page.read_text(encoding="utf-8"))["cells"]
    (words,) = ["".join(each["source"]) for each in cells if each["id"] == cell]
    assert TAUGHT[part] in words
