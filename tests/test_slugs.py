"""What one lesson or one case knows stands in its folder; Python knows kinds and no names."""

from pathlib import Path

import pytest

import course
from course.content.folders import cases, lessons
from course.content.pieces import KINDS, names_in
from course.paths import DATA

MODULES = sorted(Path(course.__file__).parent.rglob("*.py"))
START = "start-here"  # every page links back to it
POLICY = "quality-policy"  # the learner's own policy, which other tools offer sentences of
FOLDERS = {*lessons(), *cases()} - {START}
TABLES = {path.stem for path in DATA.rglob("*.csv")}
# A name of one word ("barriers") is also a word; a kind may be called as its only piece is.
PIECES = {name for slug in lessons() for name in names_in(slug) if "-" in name} - {*KINDS, POLICY}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_lesson_and_no_case_is_named_in_python(path):
    text = path.read_text(encoding="utf-8")
    assert sorted(name for name in FOLDERS | TABLES | PIECES if name in text) == []


def test_the_names_are_real_ones():
    assert "make-it-travel" in FOLDERS
    assert "khalidiyah-extrusions" in TABLES
    assert "on-time-twice" in PIECES
