"""Lays a submission in as nbgrader would have collected it: whole, and the earlier one kept."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from course.disk import make_folder, write_folder
from course.refusals import at
from course.trainer import folders


def lay_in(student: str, case: str, files: Mapping[str, bytes]) -> Path:
    """Put the files where this learner's submission belongs; nothing is thrown away.

    They are all written before the earlier work makes room: a full disk costs nobody theirs.
    """
    place = folders.submitted(student, case)
    fresh = folders.root() / ".laying" / f"{student}+{case}"
    shutil.rmtree(fresh.parent, ignore_errors=True)  # what a kill left was never a submission
    with at(place):
        write_folder(fresh, files)
        make_folder(place.parent)
        _exchange(fresh, place, student, case)
    return place


def keep_earlier(student: str, case: str) -> Path:
    """Set the earlier work aside under the next free number; returns where it is now."""
    place = folders.earlier(student, case)
    make_folder(place)
    # What a file manager leaves beside the folders has no number.
    numbers = [int(path.name) for path in place.iterdir() if path.name.isdecimal()]
    return folders.submitted(student, case).rename(place / f"{max(numbers, default=0) + 1:03}")


def _exchange(fresh: Path, place: Path, student: str, case: str) -> None:
    """Set the earlier work aside for the new; it comes back where the new cannot come."""
    earlier = keep_earlier(student, case) if place.exists() else None
    try:
        fresh.rename(place)
    except BaseException:
        if earlier:
            earlier.rename(place)
        raise
