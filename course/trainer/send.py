"""How a page reaches its learner: handed back through the exchange, or as a file to send."""

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from course import paths, refusals
from course.disk import write_whole
from course.learner.naming import file_name
from course.one_line import one_line
from course.trainer import GradingError, bridge, folders, sheet
from course.trainer.intake import SECRET, read_intake
from course.trainer.names import listed


def hand_back(case: str, students: Iterable[str]) -> tuple[set[str], list[str]]:
    """Who gets the page through the exchange, and why others who should do not."""
    back: set[str] = set()
    if not (bridge.exchange_works() and bridge.exchange_holds_course()):
        return back, []
    nbgrader = bridge.api()
    failed: dict[str, list[str]] = {}
    for student in filter(lambda who: _came_by_exchange(case, who), students):
        try:
            step = nbgrader.release_feedback
            bridge.run(step, case, "return the feedback on", student_id=student)
            back.add(student)
        except GradingError as error:  # one page must not cost a class the others
            failed.setdefault(_why(error), []).append(student)
    return back, [f"{listed(who)}: send the page as a file. {why}" for why, who in failed.items()]


def to_send(case: str, pages: Mapping[str, Path]) -> tuple[tuple[Path, ...], list[str]]:
    """The pages under names a person can use, and a sentence for each that was not written."""
    place, taken = folders.to_send(), set()
    written, failed = [], _removed(place, case)
    for student, page in pages.items():
        name = _file_name(case, student)
        target = place / f"{name} - {case}.html"
        if _alike(target) in taken:
            target = place / f"{name} ({student}) - {case}.html"
        taken.add(_alike(target))
        try:
            write_whole(target, page.read_bytes())
            written.append(target)
        except OSError as error:
            failed.append(refusals.in_words(error))
            if refusals.is_everywhere(error):
                break
    return tuple(written), failed


def _removed(place: Path, case: str) -> list[str]:
    """Whoever handed in again must not be sent the page of before."""
    failed = []
    for old in place.glob(f"* - {case}.html"):
        try:
            old.unlink()
        except OSError as error:
            failed.append(refusals.in_words(error))
    return failed


def _came_by_exchange(case: str, student: str) -> bool:
    """Only then has the learner the secret that names the page in the exchange."""
    folder = folders.autograded(student, case)
    intake = read_intake(folder)
    return (intake is None or intake.way == "exchange") and (folder / SECRET).exists()


def _why(error: GradingError) -> str:
    """The reason; of a full disk, the same for every page."""
    cause = error.__cause__
    if isinstance(cause, OSError) and refusals.is_everywhere(cause):
        return refusals.in_words(OSError(cause.errno, cause.strerror, str(paths.exchange())))
    return str(error)


def _file_name(case: str, student: str) -> str:
    marked = sheet.read_sidecar(folders.autograded(student, case))
    return (file_name(one_line(marked.learner.name, 120)) if marked else "") or student


def _alike(path: Path) -> str:
    """The same for two names that Windows or a Mac takes for one."""
    return unicodedata.normalize("NFC", path.name).casefold()
