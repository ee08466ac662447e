"""Collects from the exchange without trusting it: owners are checked, links are not followed."""

import os
import stat
import sys
from pathlib import Path
from typing import Any

from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import ExchangeCollect

from course.answers import FILE, MAX_BYTES
from course.grading.intake import repair

# Nothing else of a submission is taken; each no longer than an honest one could be.
_TAKEN = {FILE: MAX_BYTES + 1, "timestamp.txt": 100, "submission_secret.txt": 200}
_MAX_NOTEBOOK = 5_000_000


class StrictCollect(ExchangeCollect):
    """Skips what is not owned by the person it names; the stock class only warns.

    Submission folders are writable by everyone and the trainer reads them, so each file
    must be a plain file of that person: a link would bring somebody else's answers.
    """

    def init_src(self) -> None:
        self.forged: list[str] = []
        super().init_src()
        self.src_records = [record for record in self.src_records if record["username"]]

    def _path_to_record(self, path: str) -> dict[str, Any]:
        record = super()._path_to_record(path)
        if self.check_owner and _owner(path) != record["username"]:
            self.forged.append(record["filename"])
            self.log.warning("Skipped %s: it belongs to %s.", record["filename"], _owner(path))
            record["username"] = ""  # sets it apart from the named person's own work
        return record

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:  # noqa: ARG002
        case = self.coursedir.assignment_id
        owner = Path(src).stat().st_uid
        Path(dest).mkdir(parents=True)
        for name, limit in {f"{case}.ipynb": _MAX_NOTEBOOK, **_TAKEN}.items():
            data = _plain_file(Path(src) / name, owner, limit)
            if data is not None:
                (Path(dest) / name).write_bytes(data)
        repair(Path(dest).parent.name, case, sent=_notebooks(src))

    def start(self) -> Any:
        if sys.platform == "win32":
            raise ExchangeError("The exchange is not available on Windows.")
        return super().start()


def _owner(path: str) -> str:
    import pwd

    try:
        return pwd.getpwuid(os.lstat(path).st_uid).pw_name
    except KeyError:
        return "an unknown user"


def _notebooks(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).glob("*.ipynb"))


def _plain_file(path: Path, owner: int, limit: int) -> bytes | None:
    """The start of a file, if it is a plain one of this owner."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(file.fileno())
        if not stat.S_ISREG(about.st_mode) or about.st_uid != owner:
            return None
        return file.read(limit)
