"""Takes in what learners handed in: from the exchange, or from files they sent."""

from dataclasses import dataclass
from pathlib import Path

from course import paths
from course.learner import answers
from course.one_line import one_line
from course.plain_file import read_if_plain_file
from course.trainer import GradingError, Progress, bridge, folders, intake, post, silent
from course.trainer.build import rubric_of
from course.trainer.intake import TIME


@dataclass(frozen=True)
class Collected:
    """Whose work is here, and what was wrong with what came in: sentences.

    `new` are those whose work came now, `rejected` counts what could not be taken in, and
    `closed` says that the exchange takes no more.
    """

    students: tuple[str, ...]
    problems: tuple[str, ...]
    new: tuple[str, ...] = ()
    rejected: int = 0
    closed: bool = False


def collect(
    case: str, folder: Path | None = None, progress: Progress = silent, *, late: bool = False
) -> Collected:
    """Collect from the exchange, or from a folder of sent files; older work is kept.

    `late`: also take from the exchange what came after the case was closed.
    """
    rubric_of(case)
    before = _held(case)
    if folder:
        told, refused = post.take_in(case, folder, progress)
    else:
        told, refused = _from_exchange(case, progress, late)
    came = _held(case)
    refused += intake.repair_all(case)
    return Collected(
        students=tuple(folders.students(case)),
        problems=tuple(one_line(one, 400) for one in (*refused, *told)),
        new=tuple(student for student in came if came[student] != before.get(student)),
        rejected=len(refused),
        closed=not folder and paths.collected_marker(case).exists(),
    )


def _held(case: str) -> dict[str, tuple[bytes | None, ...]]:
    """What each learner's folder holds, as far as it tells one hand-in from the next."""
    limits = {answers.FILE: answers.MAX_BYTES + 1, TIME: 100}
    return {
        student: tuple(
            read_if_plain_file(folders.submitted(student, case) / name, limit)
            for name, limit in limits.items()
        )
        for student in folders.students(case)
    }


def _from_exchange(case: str, progress: Progress, late: bool) -> tuple[list[str], list[str]]:
    """Collect as nbgrader does; what is worth knowing, and what it was not safe to take."""
    if not bridge.exchange_works():
        raise GradingError("This machine has no exchange; collect from a folder of sent files.")
    if not bridge.exchange_holds_course() or not _handed_out(case):
        raise GradingError(f"{case} is not released yet; run 'course release {case}' first.")
    bridge.check_exchange(case)
    progress(0, 1, "starting nbgrader")
    nbgrader = bridge.api({"StrictCollect": {"take_late": late}})
    log = bridge.run(nbgrader.collect, case, "collect", update=True)
    progress(1, 1, "collected")
    said = [line.partition("] ")[2] or line for line in log.splitlines()]
    noted = [line.removeprefix("Noted ") for line in said if line.startswith("Noted ")]
    return noted, [line for line in said if line.startswith("Skipped ")]


def _handed_out(case: str) -> bool:
    return paths.outbound(case).is_file() or folders.released(case).is_file()
