"""Takes in what learners handed in: from the exchange, or from files they sent."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from course import paths
from course.disk import write_whole
from course.grading import GradingError, Progress, bridge, folders, intake, post, silent
from course.grading.build import rubric_of
from course.grading.plain import plain


@dataclass(frozen=True)
class Collected:
    """Whose work is here now, and what was wrong with what came in: sentences."""

    students: tuple[str, ...]
    problems: tuple[str, ...]


def collect(case: str, folder: Path | None = None, progress: Progress = silent) -> Collected:
    """Collect from the exchange, or from a folder of sent files; older work is kept."""
    rubric_of(case)
    problems = post.take_in(case, folder, progress) if folder else _from_exchange(case, progress)
    problems += intake.repair_all(case)
    return Collected(tuple(folders.students(case)), tuple(plain(one, 250) for one in problems))


def _from_exchange(case: str, progress: Progress) -> list[str]:
    if not bridge.exchange_works():
        raise GradingError("This machine has no exchange; collect from a folder of sent files.")
    progress(0, 1, "starting nbgrader")
    nbgrader = bridge.api()
    with _closed(case):
        log = bridge.run(nbgrader.collect, case, "collect", update=True)
    progress(1, 1, "collected")
    return [line.partition("] ")[2] or line for line in log.splitlines() if "Skipped" in line]


@contextmanager
def _closed(case: str) -> Iterator[None]:
    """Nobody hands in from here on: what came in meanwhile would be left behind."""
    marker = paths.collected_marker(case)
    before = marker.read_bytes() if marker.exists() else None
    if bridge.exchange_holds_course():
        write_whole(marker, datetime.now().astimezone().isoformat(timespec="seconds").encode())
        marker.parent.chmod(0o755)
    try:
        yield
    except BaseException:
        marker.unlink(missing_ok=True)
        if before is not None:
            write_whole(marker, before)
        raise
