"""The places a learner keeps: a step of a lesson, whichever language it was read in.

Whether there still is such a step is for whoever shows it to know; until it comes back, it waits.
"""

from datetime import datetime
from typing import NamedTuple

from course.learner.replaced import words
from course.learner.workbook import Workbook


class Bookmark(NamedTuple):
    """A lesson, and the key of a step in it."""

    slug: str
    step: str


def _book() -> Workbook:
    return Workbook("bookmarks")


def kept() -> list[Bookmark]:
    """The places that are kept, the latest first."""
    fields = _book().read()
    names = [name for name in fields if "/" in name and words(fields, name)]
    latest = sorted(names, key=lambda name: words(fields, name), reverse=True)
    return [Bookmark(*name.split("/", 1)) for name in latest]


def keep(mark: Bookmark) -> None:
    """Keep a place; one that is kept already stays where it is in the row."""
    with _book().changing() as fields:
        now = datetime.now().astimezone().isoformat(timespec="milliseconds")
        fields.setdefault("/".join(mark), now)


def take_off(mark: Bookmark) -> None:
    """Keep a place no more; the other places are not touched."""
    with _book().changing() as fields:
        fields.pop("/".join(mark), None)
