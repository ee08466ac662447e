"""What a second reader replied, kept on this machine: nothing is asked or paid for twice.

A reply is kept as it came, and weighed again each time it is used. Which reader a case is read
by is kept beside them, so that formgrader's button marks as `course mark --reader` did.
"""

from pathlib import Path
from typing import TypeVar

import msgspec

from course.disk import write_whole
from course.marking.second_prompt import Asked, digest
from course.marking.second_reader import Reading, Void, understood
from course.plain_file import read_if_plain_file
from course.trainer import folders

T = TypeVar("T")

FOLDER = "second-reader"
_LARGEST = 100_000  # bytes


class Used(msgspec.Struct, frozen=True):
    """A reader: the model as the trainer called it and as it calls itself, and its host."""

    model: str
    answered_as: str
    host: str


class Kept(msgspec.Struct, frozen=True):
    """One reply, or the reason why there is none."""

    model: str
    answered_as: str
    hash: str
    reply: str = ""
    void: Void = ""


def use(case: str, used: Used) -> None:
    """Let this reader be seen wherever the case is marked, until it is marked without one."""
    _write(_in_use(case), used)


def leave_out(case: str) -> bool:
    """Mark without a second reader; its replies stay. True where there was one."""
    there = _in_use(case).exists()
    _in_use(case).unlink(missing_ok=True)
    return there


def in_use(case: str) -> Used | None:
    return _read(_in_use(case), Used)


def find(used: Used, asked: Asked, text: str) -> Reading | None:
    """What is kept of this reader on these words; nothing where it was never asked."""
    hash = digest(used.model, used.answered_as, asked, text)
    kept = _read(_reply(hash), Kept)
    if kept is None or kept.hash != hash:
        return None
    return Reading(void=kept.void) if kept.void else understood(kept.reply, asked, text)


def keep(used: Used, asked: Asked, text: str, reply: str = "", void: Void = "") -> None:
    hash = digest(used.model, used.answered_as, asked, text)
    _write(_reply(hash), Kept(used.model, used.answered_as, hash, reply, void))


def _in_use(case: str) -> Path:
    return folders.root() / FOLDER / f"{case}.json"


def _reply(hash: str) -> Path:
    return folders.root() / FOLDER / "replies" / f"{hash}.json"


def _write(path: Path, record: msgspec.Struct) -> None:
    write_whole(path, msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n")


def _read(path: Path, record: type[T]) -> T | None:
    """A file that is damaged or away counts as none: it is asked for again."""
    try:
        return msgspec.json.decode(read_if_plain_file(path, _LARGEST) or b"", type=record)
    except (msgspec.DecodeError, UnicodeError):
        return None
