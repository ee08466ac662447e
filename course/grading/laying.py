"""Lays a submission in as nbgrader would have collected it: whole, and the earlier one kept."""

from collections.abc import Mapping
from pathlib import Path

from course.disk import make_folder, write_folder
from course.grading import folders


def lay_in(student: str, case: str, files: Mapping[str, bytes]) -> Path:
    """Put the files where this learner's submission belongs; nothing is thrown away.

    They are all written before the earlier work makes room: a full disk costs nobody theirs.
    """
    place = folders.submitted(student, case)
    fresh = folders.root() / ".laying" / f"{student}+{case}"
    _clear(fresh)
    write_folder(fresh, files)
    if place.exists():
        keep_earlier(student, case)
    make_folder(place.parent)
    fresh.rename(place)
    return place


def keep_earlier(student: str, case: str) -> None:
    """Set the earlier work aside under the next free number."""
    place = folders.root() / "earlier" / student / case
    make_folder(place)
    numbers = [int(path.name) for path in place.iterdir() if path.name.isdecimal()]
    folders.submitted(student, case).rename(place / f"{max(numbers, default=0) + 1:03}")


def _clear(fresh: Path) -> None:
    """What a kill left here was never anybody's submission."""
    if fresh.exists():
        for path in fresh.iterdir():
            path.unlink()
        fresh.rmdir()
