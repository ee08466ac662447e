"""Closes a case while it is collected, and keeps what was there then.

A learner writes the time on his own hand-in, so the time says nothing of whether it came
before closing. What counts is what lay in the exchange when the trainer's side first looked.
"""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import msgspec

from course import paths
from course.disk import SHARED, write_whole
from course.trainer import GradingError, folders


class Ledger(msgspec.Struct, frozen=True):
    """When a case was closed and what lay in the exchange: the hash of the answers by folder.

    `late` says of each folder that came or changed afterwards when it was first seen.
    """

    closed: str
    seen: dict[str, str] = {}
    late: dict[str, str] = {}


@dataclass
class Closing:
    """A case closed for now; `keep` says that it stays so."""

    case: str
    began: str
    ledger: Ledger | None
    keep: bool = False
    late: frozenset[str] = field(default_factory=frozenset)

    def look(self, there: Mapping[str, str], *, take_late: bool = False) -> None:
        """Note what lies in the exchange; at a second look, what is new or other is `late`."""
        ledger = self.ledger or Ledger(self.began, dict(there))
        if take_late:
            ledger = Ledger(ledger.closed, ledger.seen | dict(there))
        late = {name for name, now in there.items() if ledger.seen.get(name) != now}
        first_seen = {name: ledger.late.get(name, self.began) for name in sorted(late)}
        self.ledger = msgspec.structs.replace(ledger, late=ledger.late | first_seen)
        self.late = frozenset(late)
        write_whole(_file(self.case), msgspec.json.encode(self.ledger))


@contextlib.contextmanager
def closing(case: str) -> Iterator[Closing]:
    """Nobody hands in from here on; where nothing was collected, all is as it was before.

    A kill leaves the case shut to learners; collecting again then takes what is there.
    """
    before = [(path, _bytes(path)) for path in (paths.collected_marker(case), _file(case))]
    closed = Closing(case, _now(), read_ledger(case))
    _shut(case, closed.ledger.closed if closed.ledger else closed.began)
    try:
        yield closed
    finally:
        if not closed.keep:
            for path, data in before:
                _restore(path, data)


def reopen(case: str) -> None:
    """Let learners hand in again; what came meanwhile then counts as in time."""
    for path in (paths.collected_marker(case), _file(case)):
        path.unlink(missing_ok=True)


def read_ledger(case: str) -> Ledger | None:
    """What was noted when the case was closed; nothing while it is open."""
    try:
        return msgspec.json.decode(_file(case).read_bytes(), type=Ledger)
    except FileNotFoundError:
        return None
    except msgspec.DecodeError:
        again = f"'course release {case} --again' opens the case and notes it anew"
        raise GradingError(f"{_file(case)} is damaged; {again}.") from None


def _shut(case: str, time: str) -> None:
    """Learners read the marker, whatever the trainer's umask."""
    marker = paths.collected_marker(case)
    if paths.inbound().is_dir():
        marker.parent.mkdir(exist_ok=True)
        marker.parent.chmod(0o755)
        write_whole(marker, time.encode(), SHARED)


def _file(case: str) -> Path:
    return folders.root() / "closings" / f"{case}.json"


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _restore(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        write_whole(path, before, SHARED if path.suffix == ".txt" else 0o600)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
