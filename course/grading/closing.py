"""Closes a case while it is collected, so that no work comes in to be left behind."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from course import paths
from course.disk import write_whole


@dataclass
class Closed:
    """A case closed for now; `keep` says that it stays so."""

    keep: bool = False


@contextmanager
def closing(case: str) -> Iterator[Closed]:
    """Nobody hands in from here on; where nothing was collected, all is as it was before."""
    marker = paths.collected_marker(case)
    before = marker.read_bytes() if marker.exists() else None
    closed = Closed()
    if paths.inbound().is_dir():
        write_whole(marker, datetime.now().astimezone().isoformat(timespec="seconds").encode())
        marker.parent.chmod(0o755)
    try:
        yield closed
    finally:
        if not closed.keep:
            _restore(marker, before)


def _restore(marker: Path, before: bytes | None) -> None:
    if before is None:
        marker.unlink(missing_ok=True)
    else:
        write_whole(marker, before)
