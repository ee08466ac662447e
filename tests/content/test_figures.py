"""A figure is described in its lesson's folder; what cannot be drawn is refused by name."""

import pytest

from course.content import ContentError, folders
from course.content.figures import Bars, Lines, load_figure
from course.content.folders import in_a_lesson
from course.content.pieces import all_of

LINES, BARS = "on-time-twice", "seen-is-not-understood"


@pytest.fixture
def spoilt(tmp_path, monkeypatch):
    """A figure's file with one thing in it changed."""

    def load(key, old, new):
        there = in_a_lesson(f"{key}.toml")
        path = tmp_path / "lessons" / there.parent.name / there.name
        path.parent.mkdir(parents=True)
        text = there.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        monkeypatch.setattr(folders, "in_a_lesson", lambda _: path)
        return load_figure.__wrapped__(key)

    return load


def test_the_lessons_have_figures_of_both_kinds():
    kinds = {type(load_figure(key)) for key in all_of("lines", "bars")}
    assert kinds == {Lines, Bars}


@pytest.mark.parametrize(
    ("key", "old", "new", "words"),
    [
        (LINES, 'over = "shipped"', 'over = "sent"', "sent: there is no such column"),
        (LINES, "khalidiyah-extrusions.csv", "gone.csv", "gone.csv: there is no such file"),
        (LINES, 'kind = "lines"', 'kind = "pie"', "'pie'"),
        (LINES, 'en = "{claim} on time', 'en = "{clam} on time', "different facts"),
        (LINES, "{claim}", "{clam}", "'title' asks for 'clam'"),
        (BARS, "{outer_low}", "{seen_low}", "'alt' asks for 'seen_low'"),
        (BARS, "nepali = ", "nepalese = ", "the table has 'nepali', which has no name"),
        (BARS, 'by = "language"', 'by = "tongue"', "tongue: there is no such column"),
        (BARS, 'whole = "asked"\n', "", "'whole' is missing"),
        (BARS, 'whole = "asked"', 'whole = "site"', "site: not all of it is a number"),
        (LINES, 'over = "shipped"', 'over = "month"', "month: not all of it is a number"),
        (LINES, 'over = "shipped"', "half = 24", "leave nothing to compare"),
    ],
)
def test_a_figure_that_cannot_be_drawn_is_refused_by_name(spoilt, key, old, new, words):
    with pytest.raises(ContentError, match=words):
        spoilt(key, old, new)


def test_a_file_of_another_kind_is_no_figure():
    with pytest.raises(ContentError, match=r"barriers\.toml"):
        load_figure("barriers")


def test_braces_that_do_not_match_are_refused(spoilt):
    with pytest.raises(ContentError):
        spoilt(LINES, 'en = "{claim} on', 'en = "{claim on')
