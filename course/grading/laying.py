"""Lays a submission out whole or not at all, and loses nothing that stood in its place."""

import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from course.disk import write_whole
from course.grading import folders

_BESIDE = ".arriving-"


def lay_out(student: str, case: str, files: Mapping[str, bytes]) -> None:
    """Put these files where nbgrader would have collected them; earlier work is set aside."""
    # Inside `submitted`, so that it is on the same disk and one rename puts it in place.
    beside = folders.submitted(f"{_BESIDE}{secrets.token_hex(4)}", case).parent
    try:
        for name, data in files.items():
            write_whole(beside / name, data)
        _put(beside, student, case)
    except OSError as error:
        # The place meant says more than the one written to first.
        error.filename, error.filename2 = str(folders.submitted(student, case)), None
        raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def clear_up() -> None:
    """Remove what a collect that was stopped left half written."""
    for beside in (folders.root() / "submitted").glob(f"{_BESIDE}*"):
        shutil.rmtree(beside, ignore_errors=True)


def _put(beside: Path, student: str, case: str) -> None:
    folder = folders.submitted(student, case)
    folder.parent.mkdir(parents=True, exist_ok=True)
    if not folder.exists():
        beside.rename(folder)
        return
    earlier = _free(folders.earlier(student, case))
    folder.rename(earlier)
    try:
        beside.rename(folder)
    except BaseException:
        earlier.rename(folder)
        raise


def _free(place: Path) -> Path:
    """The next number; what a file manager leaves beside the folders does not count."""
    place.mkdir(parents=True, exist_ok=True)
    names = [path.name for path in place.iterdir() if path.is_dir()]
    last = max((int(name) for name in names if name.isdecimal()), default=0)
    return place / f"{last + 1:03}"
