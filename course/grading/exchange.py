"""Collects from the exchange without trusting it: owners are checked, links are not followed."""

import os
import stat
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import ExchangeCollect

from course.answers import FILE, MAX_BYTES
from course.grading.closing import closing
from course.grading.intake import MAX_NOTEBOOK, repair
from course.grading.plain import plain

# Nothing else of a submission is taken; each no longer than an honest one could be.
_TAKEN = {FILE: MAX_BYTES + 1, "timestamp.txt": 100, "submission_secret.txt": 200}
_NO_LINK = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class StrictCollect(ExchangeCollect):
    """Skips what is not owned by the person it names; the stock class only warns.

    Submission folders are writable by everyone and the trainer reads them, so the folder
    and each file must be plain ones of that person: a link would bring somebody else's answers.
    """

    refused = 0

    def init_src(self) -> None:
        super().init_src()
        self.src_records = [record for record in self.src_records if record["username"]]

    def _path_to_record(self, path: str) -> dict[str, Any]:
        name = os.path.basename(path)  # noqa: PTH119  (as nbgrader gives it)
        try:
            record = super()._path_to_record(path)
        except (ValueError, OverflowError, TypeError):
            return self._skipped(name, "its name holds no time")
        reason = _not_of(path, record["username"]) if self.check_owner else ""
        return self._skipped(name, reason) if reason else record

    def _skipped(self, name: str, reason: str) -> dict[str, Any]:
        """A record set apart from the named person's own work."""
        self.log.warning("Skipped %s: %s.", plain(name), reason)
        return {"username": "", "filename": name, "timestamp": datetime.min}

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:  # noqa: ARG002
        case, student = self.coursedir.assignment_id, Path(dest).parent.name
        try:
            # Held open, the folder cannot be exchanged for a link between two files.
            handle = os.open(src, _NO_LINK | os.O_DIRECTORY)
        except OSError:
            self.refused += 1
            self._skipped(Path(src).name, "it cannot be opened")
            return
        try:
            owner = os.fstat(handle).st_uid
            if self.check_owner and _user(owner) != student:
                self.refused += 1
                self._skipped(Path(src).name, f"it belongs to {_user(owner)}")
                return
            notebooks = self._take(handle, owner, Path(dest))
        finally:
            os.close(handle)
        repair(student, case, sent=notebooks)

    def _take(self, folder: int, owner: int, dest: Path) -> list[str]:
        """Copy what counts of an open folder; the names of all notebooks in it."""
        dest.mkdir(parents=True)
        notebook = f"{self.coursedir.assignment_id}.ipynb"
        for name, limit in {notebook: MAX_NOTEBOOK, **_TAKEN}.items():
            data = _plain_file(name, folder, owner, limit)
            if data is not None:
                (dest / name).write_bytes(data)
        return sorted(name for name in os.listdir(folder) if name.endswith(".ipynb"))

    def start(self) -> None:
        if sys.platform == "win32":
            raise ExchangeError("The exchange is not available on Windows.")
        with closing(self.coursedir.assignment_id) as case:
            super().start()
            case.keep = len(self.src_records) > self.refused


def _not_of(path: str, username: str) -> str:
    """Why this is not a folder of that person; nothing if it is. The link itself is looked at."""
    about = os.lstat(path)
    if not stat.S_ISDIR(about.st_mode):
        return "it is not a folder"
    owner = _user(about.st_uid)
    return "" if owner == username else f"it belongs to {owner}"


def _user(number: int) -> str:
    import pwd

    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return "an unknown user"


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
