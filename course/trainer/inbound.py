"""What lies in the exchange for a case, read without trusting it.

Submission folders are writable by everyone and the trainer reads them, so the folder and each
file must be plain ones of the person whose name they carry: a link would bring somebody
else's answers.
"""

import os
import stat
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from course.learner import AnswersError, Learner, answers
from course.learner.hand_in_file import hash_of
from course.learner.trust import account
from course.one_line import one_line
from course.trainer.intake import MAX_NOTEBOOK, TIME

# Nothing else of a submission is taken; each no longer than an honest one could be.
_LIMITS = {answers.FILE: answers.MAX_BYTES + 1, TIME: 100, "submission_secret.txt": 200}
_NO_LINK = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Refused(Exception):
    """Why a folder of the exchange is not taken: half a sentence."""


@dataclass(frozen=True)
class Packet:
    """A folder in the exchange: whose, when by its name, and who its answers say they are by.

    `hash` is of the answers. A packet is broken where they cannot be read, as in half of one
    that a full disk or a kill left; then `learner` is nobody.
    """

    path: Path
    account: str
    time: datetime
    hash: str
    learner: Learner | None

    @property
    def whole(self) -> bool:
        return self.learner is not None


def look(path: Path, name: str, time: datetime) -> Packet:
    """What a folder holds, if it is one of the account `name`; raises Refused."""
    data = contents(path, name, {answers.FILE: _LIMITS[answers.FILE]}).get(answers.FILE)
    return Packet(path, name, time, hash_of(data or b""), None if data is None else _learner(data))


def check_owner(path: Path, name: str) -> None:
    """Raises Refused where this is no folder of the account `name`."""
    about = path.lstat()
    if not stat.S_ISDIR(about.st_mode):
        raise Refused("it is not a folder")
    if account(about.st_uid) != name:
        raise Refused(f"it belongs to {one_line(account(about.st_uid))}")


def contents(path: Path, name: str, limits: dict[str, int]) -> dict[str, bytes]:
    """The files of those names in a folder of the account `name`; raises Refused.

    Held open, the folder cannot be exchanged for a link between two files.
    """
    handle = _open(path)
    try:
        owner = os.fstat(handle).st_uid
        if account(owner) != name:
            raise Refused(f"it belongs to {one_line(account(owner))}")
        read = {each: _plain_file(each, handle, owner, most) for each, most in limits.items()}
    finally:
        os.close(handle)
    return {each: data for each, data in read.items() if data is not None}


def taken(packet: Packet, case: str) -> dict[str, bytes]:
    """The files of a packet that count; raises Refused if they are others than were looked at."""
    files = contents(packet.path, packet.account, {f"{case}.ipynb": MAX_NOTEBOOK, **_LIMITS})
    if hash_of(files.get(answers.FILE, b"")) != packet.hash:
        raise Refused("it changed while it was collected")
    return files


def notebooks(packet: Packet) -> list[str]:
    """The names of all notebooks in a packet: a learner may have renamed his."""
    return sorted(path.name for path in packet.path.glob("*.ipynb"))[:10]


def _open(path: Path) -> int:
    try:
        return os.open(path, _NO_LINK | os.O_DIRECTORY)
    except OSError:
        raise Refused("it cannot be opened") from None


def _plain_file(name: str, folder: int, owner: int, limit: int) -> bytes | None:
    """The start of a file in an open folder, if it is a plain one of this owner."""
    try:
        handle = os.open(name, _NO_LINK, dir_fd=folder)
    except OSError:
        return None
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode) or about.st_uid != owner:
            return None
        return file.read(limit)


def _learner(data: bytes) -> Learner | None:
    try:
        return answers.decode(data).learner
    except AnswersError:
        return None
