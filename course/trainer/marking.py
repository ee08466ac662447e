"""Marks every submission of a case in one go: notebooks, sidecars, and one gradebook commit."""

from dataclasses import dataclass
from pathlib import Path

from course import refusals
from course.content import Case, load_case
from course.judging import CaseRubric
from course.learner import answers
from course.log import log
from course.one_line import one_line
from course.trainer import GradingError, Progress, folders, gradebook, intake, sheet, silent
from course.trainer.build import rubric_of
from course.trainer.evidence import comment
from course.trainer.intake import NOTES, TIME, Note, handed_in_at, trouble
from course.trainer.notebook import TRAINER, in_words, marked_notebook, note_lines, notebook_bytes
from course.trainer.overrule import Held, fingerprint, waiting
from course.trainer.sheet import Marked
from course.trainer.submissions import Entry, Row
from course.trainer.teaching import Ears, ears
from course.trainer.twins import ClassTwins, twins_in
from course.trainer.vectors import meanings

# What nbgrader carries along from a submission; feedback is handed back by the last two.
_CARRIED = (answers.FILE, NOTES, TIME, "submission_secret.txt")
_MAX_CARRIED = answers.MAX_BYTES + 1


@dataclass(frozen=True)
class Marking:
    """Who was marked, how many answers wait for a trainer, and notes.

    `unreadable` counts the submissions without an answer that could be read.
    """

    students: tuple[str, ...]
    unsure: int
    notes: tuple[str, ...]
    unreadable: int = 0


def mark_case(case: str, progress: Progress = silent) -> Marking:
    """Mark all that was collected; a trainer's own scores and comments stay."""
    story, rubric = load_case(case), rubric_of(case)
    students = folders.students(case)
    if not students:
        raise GradingError(f"Nothing was collected for {case}; run 'course collect {case}' first.")
    with gradebook.opened() as book, meanings() as known:
        gradebook.check_points(book, case, {q.key: q.max_points for q in rubric.questions})
        heard = ears(case, known)
        judged, turns = gradebook.judged(book, case), []
        twins = twins_in(story)
        for done, student in enumerate(students, 1):
            turns.append(_turn(story, rubric, student, judged.get(student, {}), twins, heard))
            progress(done, len(students), student)
        rows = [turn.row for turn in turns if turn.row]
        changed = gradebook.write(book, case, rows)
    notes = [note for turn in turns for note in turn.notes]
    for student, question in changed:
        notes.append(_told(student, Note("changed", {"question": question})))
    unsure = sum(turn.unsure for turn in turns)
    unreadable = sum(turn.unreadable for turn in turns)
    return Marking(tuple(row.student for row in rows), unsure, tuple(notes), unreadable)


@dataclass(frozen=True)
class _Turn:
    """What one student's submission came to; no row where it could not be marked."""

    row: Row | None
    unsure: int
    notes: tuple[str, ...]
    unreadable: bool = False


def _turn(
    case: Case, rubric: CaseRubric, student: str, held: Held, twins: ClassTwins, ears: Ears
) -> _Turn:
    if folders.leads_elsewhere(folders.submitted(student, case.key)):
        return _failed(student, Note("not-plain"))
    try:
        intake.repair(student, case.key)
        marked = mark_and_keep(case, rubric, student, held, twins, ears)
        row = row_of(case, rubric, marked, student)
    except GradingError:
        raise  # says what is wrong with the case, not with one learner's work
    except Exception as error:  # one strange submission must not cost a class its marks
        if refusals.is_everywhere(error):
            raise
        log().error("marking %s of %s failed", case.key, student, exc_info=error)
        return _failed(student, Note("not-marked", {"problem": trouble(error)}))
    notes = tuple(f"{student}: {line}" for line in note_lines(marked))
    return _Turn(row, len(waiting(marked, held)), notes, marked.unreadable)


def _failed(student: str, note: Note) -> _Turn:
    return _Turn(None, 0, (_told(student, note),), unreadable=True)


def _told(student: str, note: Note) -> str:
    return f"{student}: {in_words(note)}"


def mark_and_keep(
    case: Case,
    rubric: CaseRubric,
    student: str,
    held: Held,
    twins: ClassTwins | None = None,
    ears: Ears | None = None,
) -> Marked:
    """Mark one submission; write its marked notebook and the sidecar."""
    marked = sheet.mark_submission(case, rubric, student, twins, ears)
    taken, folder = folders.submitted(student, case.key), folders.autograded(student, case.key)
    for name in _CARRIED:
        _carry(taken / name, folder / name)
    notebook = marked_notebook(case, rubric, marked, student, waiting(marked, held))
    _write(folder / f"{case.key}.ipynb", notebook_bytes(notebook))
    _write(folder / sheet.SIDECAR, sheet.encode(marked))
    return marked


def row_of(case: Case, rubric: CaseRubric, marked: Marked, student: str) -> Row:
    """What the gradebook is told of a marked submission."""
    entries = {}
    for question in case.questions:
        mark = marked.marks[question.key]
        words = comment(question, rubric.question(question.key), mark, TRAINER)
        unsure = mark.route != "suggest"
        read = fingerprint(marked.answers[question.key])
        entries[question.key] = Entry(mark.points, words, unsure, read)
    time = handed_in_at(folders.submitted(student, case.key))
    return Row(student, one_line(marked.learner.name, 120), time, entries)


def _carry(source: Path, target: Path) -> None:
    if source.is_file() and not source.is_symlink() and source.stat().st_size <= _MAX_CARRIED:
        _write(target, source.read_bytes())
    else:
        target.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    """Replace a file of ours; it can be made again, so it need not be forced to the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    with refusals.at(path):
        part.write_bytes(data)
        part.replace(path)
