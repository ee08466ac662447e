"""Writes one page a learner and returns it: through the exchange, or as a file to send."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from course.disk import write_whole
from course.grading import GradingError, Progress, bridge, folders, fresh, gradebook, sheet, silent
from course.grading.feedback_page import page
from course.grading.gradebook import Score
from course.grading.intake import read_intake
from course.grading.plain import plain

_SECRET = "submission_secret.txt"
_NAMES = ("timestamp.txt", _SECRET)
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|', " "))


@dataclass(frozen=True)
class Returned:
    """The pages written: how many the exchange hands back, and those to send as files.

    `newer` are learners without a page, as they handed in after they were marked; `open`
    counts the answers no trainer has confirmed; `notes` are sentences.
    """

    pages: tuple[Path, ...]
    by_exchange: int
    to_send: tuple[Path, ...]
    newer: tuple[str, ...]
    open: int
    notes: tuple[str, ...]


def feedback(case: str, progress: Progress = silent) -> Returned:
    """Write one page a learner and return it; none for work that is newer than its marks."""
    newer = fresh.newer(case)
    students = [who for who in folders.students(case, "autograded") if who not in newer]
    if not students and not newer:
        raise GradingError(f"Nothing was marked for {case}; run 'course mark {case}' first.")
    if not students:
        raise GradingError(about_newer(case, len(newer)))
    with gradebook.opened() as book:
        scores = gradebook.scores(book, case)
    pages: dict[str, Path] = {}
    notes = []
    for done, student in enumerate(students, 1):
        try:
            scored = scores.get(student, {})
            pages[student] = _write(case, student, page(case, student, scored))
            notes += _unexplained(student, scored)
        except (GradingError, OSError) as problem:  # one folder must not cost a class its pages
            notes.append(str(problem))
        progress(done, len(students), student)
    if not pages:
        raise GradingError(notes[0])
    progress(len(students), len(students), "returning the pages")
    to_send = _to_send(case, pages, _hand_back(case))
    unsure = sum(score.unsure for who in pages for score in scores[who].values())
    returned = len(pages) - len(to_send)
    return Returned(tuple(pages.values()), returned, to_send, newer, unsure, tuple(notes))


def about_newer(case: str, count: int) -> str:
    """What to do where work waits that was never marked."""
    what = "1 submission is newer than its marks"
    what = what if count == 1 else f"{count} submissions are newer than their marks"
    return f"{what}; run 'course mark {case}' first."


def _unexplained(student: str, scored: Mapping[str, Score]) -> list[str]:
    """Points a trainer lowered without a word: the page can give no reason for them."""
    lowered = ", ".join(key for key, score in scored.items() if score.lowered and not score.comment)
    return [f"{student}: you lowered points without a comment ({lowered})."] if lowered else []


def _hand_back(case: str) -> bool:
    """Return the pages through the exchange, where there is one."""
    if not (bridge.exchange_works() and bridge.exchange_holds_course()):
        return False
    bridge.run(bridge.api().release_feedback, case, "return the feedback on")
    return True


def _to_send(case: str, pages: Mapping[str, Path], exchange: bool) -> tuple[Path, ...]:
    """The pages no exchange hands back, under names a person can use."""
    place = folders.to_send()
    for old in place.glob(f"* - {case}.html"):
        old.unlink()  # whoever handed in again must not be sent the page of before
    written: list[Path] = []
    for student, path in pages.items():
        if exchange and _came_by_exchange(case, student):
            continue
        name = _file_name(case, student)
        target = place / f"{name} - {case}.html"
        if target in written:
            target = place / f"{name} ({student}) - {case}.html"
        write_whole(target, path.read_bytes())
        written.append(target)
    return tuple(written)


def _came_by_exchange(case: str, student: str) -> bool:
    """Only then has the learner the secret that names the page in the exchange."""
    folder = folders.autograded(student, case)
    intake = read_intake(folder)
    return (intake is None or intake.way == "exchange") and (folder / _SECRET).exists()


def _file_name(case: str, student: str) -> str:
    marked = sheet.read_sidecar(folders.autograded(student, case))
    name = marked.learner.name.translate(_NOT_IN_NAMES) if marked else ""
    return plain(name, 60).strip(". ") or student


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
    return secrets.token_hex(64).encode() if name == _SECRET else b"1970-01-01 00:00:00 UTC"
