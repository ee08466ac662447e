"""Reads and writes nbgrader's gradebook through its own models, in one session."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.paths import COURSE_ID
from course.trainer import GradingError, bridge, folders
from course.trainer.overrule import Held, settle
from course.trainer.submissions import Row, Submissions, joined

if TYPE_CHECKING:
    from nbgrader.api import Grade, Gradebook, Notebook


@dataclass(frozen=True)
class Score:
    """One answer as the gradebook holds it, the trainer's word included."""

    points: float
    suggested: float | None
    overruled: bool
    comment: str
    unsure: bool

    @property
    def lowered(self) -> bool:
        """Whether a trainer gave less than was suggested."""
        return self.overruled and self.suggested is not None and self.points < self.suggested


@contextmanager
def opened() -> Iterator["Gradebook"]:
    """The course's gradebook; closed whatever happens."""
    bridge.make_ready()
    from nbgrader.api import Gradebook
    from sqlalchemy.exc import SQLAlchemyError

    try:
        with Gradebook(folders.gradebook(), COURSE_ID) as gradebook:
            yield gradebook
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or type(error).__name__)
        raise GradingError(bridge.about_gradebook(reason)) from error


def check_points(gradebook: "Gradebook", case: str, points: dict[str, float]) -> None:
    """Refuse to write marks into a gradebook laid out for another rubric."""
    held = {cell.name: cell.max_score for cell in _notebook(gradebook, case).grade_cells}
    if held != points:
        raise GradingError(
            f"{case}: the rubric's points are not those it was released with; "
            f"run 'course release {case}' again, then mark."
        )


def write(gradebook: "Gradebook", case: str, rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Write every row and commit once; what a trainer entered by hand is never touched.

    Returns student and question where the answer changed after a trainer judged it.
    """
    notebook = _notebook(gradebook, case)
    graded = {cell.name: cell.id for cell in notebook.grade_cells}
    answered = {cell.name: cell.id for cell in notebook.solution_cells}
    ready = Submissions(gradebook, notebook, graded, answered)
    waiting = []
    for row in rows:
        grades, comments = ready.of(row)
        for question, entry in row.entries.items():
            if settle(grades[graded[question]], comments[answered[question]], entry):
                waiting.append((row.student, question))
    gradebook.db.commit()
    return waiting


def scores(gradebook: "Gradebook", case: str) -> dict[str, dict[str, Score]]:
    """Every score of a case: by student, by question."""
    from nbgrader import api

    notebook = _notebook(gradebook, case)
    names = {cell.id: cell.name for cell in (*notebook.grade_cells, *notebook.solution_cells)}
    where = [api.SubmittedNotebook.notebook_id == notebook.id]
    comments = {
        (student, names[comment.cell_id]): comment.manual_comment or ""
        for student, comment in joined(gradebook, api.Comment, where)
    }
    found: dict[str, dict[str, Score]] = {}
    for student, grade in joined(gradebook, api.Grade, where):
        name = names[grade.cell_id]
        comment = comments.get((student, name), "")
        found.setdefault(student, {})[name] = _score(grade, comment)
    return found


def judged(gradebook: "Gradebook", case: str) -> dict[str, Held]:
    """By student, the answers whose points a trainer set."""
    from nbgrader import api

    notebook = _notebook(gradebook, case)
    names = {cell.id: cell.name for cell in (*notebook.grade_cells, *notebook.solution_cells)}
    where = [api.SubmittedNotebook.notebook_id == notebook.id]
    comments = {
        (student, names[comment.cell_id]): comment
        for student, comment in joined(gradebook, api.Comment, where)
    }
    found: dict[str, Held] = {}
    for student, grade in joined(gradebook, api.Grade, where):
        key = (student, names[grade.cell_id])
        if grade.manual_score is not None and key in comments:
            found.setdefault(student, {})[key[1]] = (grade, comments[key])
    return found


def _score(grade: "Grade", comment: str) -> Score:
    own = grade.manual_score if grade.manual_score is not None else grade.auto_score
    return Score(
        points=(own or 0.0) + (grade.extra_credit or 0.0),
        suggested=grade.auto_score,
        overruled=grade.manual_score is not None or bool(grade.extra_credit),
        comment=comment,
        unsure=bool(grade.needs_manual_grade),
    )


def _notebook(gradebook: "Gradebook", case: str) -> "Notebook":
    from nbgrader.api import MissingEntry

    try:
        return gradebook.find_notebook(case, case)
    except MissingEntry:
        message = f"The gradebook does not know {case}; run 'course release {case}' first."
        raise GradingError(message) from None
