"""Marks every submission of a case in one go: notebooks, sidecars, and one gradebook commit."""

from dataclasses import dataclass
from pathlib import Path

from course import answers
from course.content import Case, load_case
from course.grading import GradingError, Progress, folders, gradebook, intake, sheet, silent
from course.grading.build import rubric_of
from course.grading.evidence import comment
from course.grading.intake import NOTES
from course.grading.notebook import TRAINER, marked_notebook, note_lines, notebook_bytes
from course.grading.sheet import Marked
from course.grading.submissions import Entry, Row
from course.scoring.rubric import CaseRubric

# What nbgrader carries along from a submission; feedback is handed back by the last two.
_CARRIED = (answers.FILE, NOTES, "timestamp.txt", "submission_secret.txt")
_MAX_CARRIED = answers.MAX_BYTES + 1


@dataclass(frozen=True)
class Marking:
    """How many submissions were marked, how many answers wait for a trainer, and notes."""

    students: tuple[str, ...]
    unsure: int
    notes: tuple[str, ...]


def mark(case: str, progress: Progress = silent) -> Marking:
    """Mark all that was collected; a trainer's own scores and comments stay."""
    story, rubric = load_case(case), rubric_of(case)
    students = folders.students(case)
    if not students:
        raise GradingError(f"Nothing was collected for {case}; run 'course collect {case}' first.")
    with gradebook.opened() as book:
        gradebook.check_points(book, case, {q.key: q.max_points for q in rubric.questions})
        rows, unsure, notes = [], 0, []
        for done, student in enumerate(students, 1):
            intake.repair(student, case)
            marked = mark_and_keep(story, rubric, student)
            rows.append(row_of(story, rubric, marked, student))
            unsure += len(marked.unsure)
            notes += [f"{student}: {note}" for note in note_lines(marked)]
            progress(done, len(students), student)
        gradebook.write(book, case, rows)
    return Marking(tuple(students), unsure, tuple(notes))


def mark_and_keep(case: Case, rubric: CaseRubric, student: str) -> Marked:
    """Mark one submission; write its marked notebook and the sidecar."""
    marked = sheet.mark_submission(case, rubric, student)
    taken, folder = folders.submitted(student, case.key), folders.autograded(student, case.key)
    for name in _CARRIED:
        _carry(taken / name, folder / name)
    notebook = marked_notebook(case, rubric, marked, student)
    _write(folder / f"{case.key}.ipynb", notebook_bytes(notebook))
    _write(folder / sheet.SIDECAR, sheet.encode(marked))
    return marked


def row_of(case: Case, rubric: CaseRubric, marked: Marked, student: str) -> Row:
    """What the gradebook is told of a marked submission."""
    entries = {}
    for question in case.questions:
        mark = marked.marks[question.key]
        words = comment(question, rubric.question(question.key), mark, TRAINER)
        entries[question.key] = Entry(mark.points, words, mark.route != "suggest")
    stamp = folders.submitted(student, case.key) / "timestamp.txt"
    time = stamp.read_text(encoding="utf-8").strip() if stamp.exists() else ""
    return Row(student, " ".join(marked.learner.name.split()), time, entries)


def _carry(source: Path, target: Path) -> None:
    if source.is_file() and not source.is_symlink() and source.stat().st_size <= _MAX_CARRIED:
        _write(target, source.read_bytes())
    else:
        target.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    """Replace a file of ours; it can be made again, so it need not be forced to the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(data)
    part.replace(path)
