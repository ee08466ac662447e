"""Whose exchange this is: a folder that anybody could have made is not taken for the trainer's.

The exchange lies where every account may write. Whoever makes it first would hand out a case
of his own and read what is handed in, so its owner must be somebody the course has reason to
trust, and nobody else may be able to change what it holds.
"""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from course import paths

TRAINER = "COURSE_TRAINER"  # accounts that may hand cases out, apart from each other by commas
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


class Distrust(Exception):
    """What is wrong with the exchange; `owner` is the account whose it is, where that is it."""

    def __init__(self, place: Path, owner: str = "") -> None:
        super().__init__(f"{place} {owner}".strip())
        self.place, self.owner = place, owner


def check(case: str) -> None:
    """Raise Distrust where the exchange, or the case it hands out, could be somebody else's."""
    if sys.platform == "win32":
        return
    check_root()
    for place in _held(case):
        _check_held(place)


def trusted() -> frozenset[int]:
    """The accounts whose exchange is used: root, oneself, who installed the course, the trainer."""
    own = {0, os.getuid(), paths.ROOT.stat().st_uid}
    return frozenset(own | {number for name in _named() if (number := _number(name)) is not None})


def account(number: int) -> str:
    """The name of an account, for people to read."""
    import pwd

    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"account {number}"


def has_account(name: str) -> bool:
    """Whether somebody on this machine could hand in under this name."""
    return sys.platform != "win32" and _number(name) is not None


def check_root() -> None:
    """The same of the exchange's own folder; a link to it must be trusted as well."""
    root = paths.exchange()
    if not root.exists():
        return
    for about in (root.lstat(), root.stat()):
        if about.st_uid not in trusted():
            raise Distrust(root, account(about.st_uid))
    for above in root.resolve().parents:
        _check_above(above)
    # Anybody may write there, but only remove their own: that is what the sticky bit says.
    if about.st_mode & _OTHERS_WRITE and not about.st_mode & stat.S_ISVTX:
        raise Distrust(root)


def _check_above(folder: Path) -> None:
    """Whoever owns or may write a folder above the exchange could put another in its place."""
    about = folder.stat()
    if about.st_uid not in trusted():
        raise Distrust(folder, account(about.st_uid))
    if about.st_mode & _OTHERS_WRITE and not about.st_mode & stat.S_ISVTX:
        raise Distrust(folder)


def _held(case: str) -> Iterator[Path]:
    """What learners rely on below the root, as far as it is there."""
    notebook = paths.outbound(case)
    outbound = notebook.parent.parent
    for place in (outbound.parent, outbound, notebook.parent, notebook, paths.closed_cases()):
        if place.is_symlink() or place.exists():
            yield place


def _check_held(place: Path) -> None:
    about = place.lstat()
    if stat.S_ISLNK(about.st_mode) or about.st_mode & _OTHERS_WRITE:
        raise Distrust(place)
    if about.st_uid not in trusted():
        raise Distrust(place, account(about.st_uid))


def _named() -> list[str]:
    return [name for part in os.environ.get(TRAINER, "").split(",") if (name := part.strip())]


def _number(name: str) -> int | None:
    import pwd

    try:
        return pwd.getpwnam(name).pw_uid
    except KeyError:
        return None
