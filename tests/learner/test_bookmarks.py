"""The places a learner keeps: whole on disk, and patient with steps that come and go."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from course import disk
from course.learner import bookmarks
from course.learner.bookmarks import Bookmark, keep, kept, take_off

POLICY = Bookmark("draft-the-quality-policy", "workshop")
QUIZ = Bookmark("draft-the-quality-policy", "quiz")
GONE = Bookmark("a-lesson-of-last-year", "some-step")


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))
    return tmp_path


@pytest.fixture
def clock(monkeypatch):
    """Each place is kept a little later than the one before."""
    ticks = iter(range(100))

    class Clock(bookmarks.datetime):
        def isoformat(self, **_):
            return f"2026-11-28T10:00:{next(ticks):02d}.000+04:00"

    monkeypatch.setattr(bookmarks, "datetime", Clock)


@pytest.mark.usefixtures("clock")
def test_what_is_kept_is_there_again_the_latest_first():
    keep(POLICY)
    keep(QUIZ)
    assert kept() == [QUIZ, POLICY]


@pytest.mark.usefixtures("clock")
def test_a_place_kept_twice_is_one_and_keeps_its_turn():
    keep(POLICY)
    keep(QUIZ)
    keep(POLICY)
    assert kept() == [QUIZ, POLICY]


def test_a_place_is_taken_off_and_the_others_stay():
    keep(POLICY)
    keep(QUIZ)
    take_off(POLICY)
    take_off(POLICY)
    assert kept() == [QUIZ]


def test_a_step_that_is_no_more_waits_until_it_comes_back():
    keep(GONE)
    keep(POLICY)
    take_off(POLICY)
    assert kept() == [GONE]


def test_many_tabs_at_once_lose_no_place():
    marks = [Bookmark("make-it-travel", f"step-{n}") for n in range(30)]
    with ThreadPoolExecutor(8) as tabs:
        list(tabs.map(keep, marks))
    assert set(kept()) == set(marks)


def test_a_write_that_breaks_off_leaves_the_earlier_places(monkeypatch):
    keep(POLICY)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "_write", full)
    with pytest.raises(OSError, match="No space"):
        keep(QUIZ)
    assert kept() == [POLICY]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"/": 1, "a/b": null, "no-slash": "x", "c/d": ["x"]}']
)
def test_a_damaged_file_keeps_nobody_from_keeping_places(work, text):
    path = work / "workbook" / "bookmarks.json"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    assert kept() == []
    keep(POLICY)
    assert kept() == [POLICY]
    assert POLICY.step in json.dumps(json.loads(path.read_text(encoding="utf-8")))
