"""Writes one page a learner and returns it: through the exchange, or as a file to send."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from course import refusals
from course.disk import write_whole
from course.log import log
from course.plain_file import read_if_plain_file
from course.trainer import GradingError, Progress, folders, fresh, gradebook, send, silent
from course.trainer.feedback_page import page
from course.trainer.gradebook import Score
from course.trainer.intake import SECRET, TIME, trouble

_NAMES = (TIME, SECRET)
_LONGEST = 200  # bytes of either


@dataclass(frozen=True)
class Returned:
    """The pages written: how many the exchange hands back, and those to send as files.

    `newer` are learners without a page, as they handed in after they were marked; `open`
    counts the answers no trainer has confirmed; `notes` are sentences, and `failed` counts
    those that say what could not be done.
    """

    pages: tuple[Path, ...]
    by_exchange: int
    to_send: tuple[Path, ...]
    newer: tuple[str, ...]
    open: int
    notes: tuple[str, ...]
    failed: int = 0


def feedback(case: str, progress: Progress = silent) -> Returned:
    """Write one page a learner and return it; none for work that is newer than its marks."""
    newer = fresh.newer(case)
    students = _marked(case, newer)
    with gradebook.opened() as book:
        scores = gradebook.scores(book, case)
    pages, failed = _write_all(case, students, scores, progress)
    if not pages:
        raise GradingError(failed[0])
    progress(len(students), len(students), "returning the pages")
    back, not_back = send.hand_back(case, list(pages))
    to_send, not_kept = send.to_send(case, {who: pages[who] for who in pages if who not in back})
    failed += not_back + not_kept
    lowered = [note for who in pages for note in _unexplained(who, scores[who])]
    unsure = sum(score.unsure for who in pages for score in scores[who].values())
    notes = (*failed, *lowered)
    return Returned(tuple(pages.values()), len(back), to_send, newer, unsure, notes, len(failed))


def _marked(case: str, newer: Sequence[str]) -> list[str]:
    """Whose work is marked as it stands now."""
    marked = [who for who in folders.students(case, "autograded") if who not in newer]
    students = [who for who in marked if not _set_aside(case, who)]
    if not students and newer:
        raise GradingError(about_newer(case, len(newer)))
    if not students:
        raise GradingError(f"Nothing was marked for {case}; run 'course mark {case}' first.")
    return students


def _write_all(
    case: str, students: Sequence[str], scores: Mapping[str, dict[str, Score]], progress: Progress
) -> tuple[dict[str, Path], list[str]]:
    """The pages by student, and a sentence for each that could not be written."""
    pages, failed = {}, []
    for done, student in enumerate(students, 1):
        try:
            pages[student] = _write(case, student, page(case, student, scores.get(student, {})))
        except GradingError as problem:
            failed.append(str(problem))
        except Exception as error:  # one folder must not cost a class its pages
            if refusals.is_everywhere(error):
                raise
            log().error("the page of %s for %s failed", student, case, exc_info=error)
            failed.append(f"{student}: the page could not be written ({trouble(error)}).")
        progress(done, len(students), student)
    return pages, failed


def _set_aside(case: str, student: str) -> bool:
    """Whether the trainer decided since the marking that this submission does not count."""
    gone = not folders.submitted(student, case).exists()
    return gone and folders.earlier(student, case).is_dir()


def about_newer(case: str, count: int) -> str:
    """What to do where work waits that was never marked."""
    what = "1 submission is newer than its marks"
    what = what if count == 1 else f"{count} submissions are newer than their marks"
    return f"{what}; run 'course mark {case}' first."


def _unexplained(student: str, scored: Mapping[str, Score]) -> list[str]:
    """Points a trainer lowered without a word: the page can give no reason for them."""
    lowered = ", ".join(key for key, score in scored.items() if score.lowered and not score.comment)
    return [f"{student}: you lowered points without a comment ({lowered})."] if lowered else []


def _write(case: str, student: str, text: str) -> Path:
    """Lay the page out as nbgrader does; it hands pages back by time and secret."""
    folder, marked = folders.feedback(student, case), folders.autograded(student, case)
    for name in _NAMES:
        kept = marked / name
        write_whole(folder / name, read_if_plain_file(kept, _LONGEST) or _stand_in(name))
    path = folder / f"{case}.html"
    write_whole(path, text.encode("utf-8", "replace"))
    return path


def _stand_in(name: str) -> bytes:
    """Without these nbgrader stops the whole class; work laid in by hand has none."""
    return secrets.token_hex(64).encode() if name == SECRET else b"1970-01-01 00:00:00 UTC"
