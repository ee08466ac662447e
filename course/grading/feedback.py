"""Writes one page a learner and returns it through the exchange."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from course.disk import write_whole
from course.grading import GradingError, Progress, bridge, folders, gradebook, silent
from course.grading.feedback_page import page

_NAMES = ("timestamp.txt", "submission_secret.txt")


@dataclass(frozen=True)
class Returned:
    """The pages written, whether the exchange hands them back, answers still open, and notes."""

    pages: tuple[Path, ...]
    in_exchange: bool
    open: int
    notes: tuple[str, ...]


def feedback(case: str, progress: Progress = silent) -> Returned:
    """Write one page a learner and return it through the exchange, where there is one."""
    students = folders.students(case, "autograded")
    if not students:
        raise GradingError(f"Nothing was marked for {case}; run 'course mark {case}' first.")
    with gradebook.opened() as book:
        scores = gradebook.scores(book, case)
    pages, notes, unsure = [], [], 0
    for done, student in enumerate(students, 1):
        try:
            scored = scores.get(student, {})
            pages.append(_write(case, student, page(case, student, scored)))
            unsure += sum(score.unsure for score in scored.values())
        except (GradingError, OSError) as problem:  # one folder must not cost a class its pages
            notes.append(str(problem))
        progress(done, len(students), student)
    if not pages:
        raise GradingError(notes[0])
    progress(len(students), len(students), "returning the pages")
    returned = _hand_back(case)
    return Returned(tuple(pages), returned, unsure, tuple(notes))


def _hand_back(case: str) -> bool:
    """Return the pages through the exchange, where there is one."""
    if not (bridge.exchange_works() and bridge.exchange_holds_course()):
        return False
    bridge.run(bridge.api().release_feedback, case, "return the feedback on")
    return True


def _write(case: str, student: str, text: str) -> Path:
    """Lay the page out as nbgrader does; it hands pages back by time and secret."""
    folder, marked = folders.feedback(student, case), folders.autograded(student, case)
    for name in _NAMES:
        kept = marked / name
        write_whole(folder / name, kept.read_bytes() if kept.exists() else _stand_in(name))
    path = folder / f"{case}.html"
    write_whole(path, text.encode("utf-8", "replace"))
    return path


def _stand_in(name: str) -> bytes:
    """Without these nbgrader stops the whole class; work laid in by hand has none."""
    return secrets.token_hex(64).encode() if "secret" in name else b"1970-01-01 00:00:00 UTC"
