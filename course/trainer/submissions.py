"""The gradebook's records of submissions: those there already, and new ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from course.trainer.names import cell, person

if TYPE_CHECKING:
    from nbgrader.api import Base, Comment, Grade, Gradebook, Notebook
    from sqlalchemy import ColumnElement

_UNNAMED = "(no name given)"


@dataclass(frozen=True)
class Entry:
    """What the engine suggests for one answer, and the fingerprint of that answer."""

    points: float
    comment: str
    unsure: bool
    fingerprint: str


@dataclass(frozen=True)
class Row:
    """One submission: who, when (as nbgrader writes it), and an entry by question."""

    student: str
    name: str
    timestamp: str
    entries: dict[str, Entry]


class Submissions:
    """The records of each submission: those already there, and new ones made as nbgrader would.

    nbgrader's own calls open the gradebook nine times a submission and commit each step.
    """

    def __init__(
        self,
        gradebook: "Gradebook",
        notebook: "Notebook",
        graded: dict[str, str],
        answered: dict[str, str],
    ) -> None:
        from nbgrader import api

        self.api, self.db = api, gradebook.db
        self.graded, self.answered = graded.values(), answered.values()
        self.notebook, self.assignment = notebook.id, notebook.assignment_id
        self.students = {student.id: student for student in self.db.query(api.Student)}
        columns = (api.SubmittedAssignment.student_id, api.SubmittedAssignment.id)
        here = self.db.query(*columns).filter_by(assignment_id=self.assignment)
        self.submissions = dict(tuple(row) for row in here)
        where = [api.SubmittedNotebook.notebook_id == self.notebook]
        self.grades = self._known(joined(gradebook, api.Grade, where))
        self.comments = self._known(joined(gradebook, api.Comment, where))

    def of(self, row: Row) -> tuple[dict[str, "Grade"], dict[str, "Comment"]]:
        """The grades and comments of a submission, by cell."""
        from nbgrader.utils import parse_utc

        self._student(row)
        time = parse_utc(row.timestamp) if row.timestamp else None
        if row.student not in self.submissions:
            self._add(row.student, time)
        elif time:
            table = self.api.SubmittedAssignment
            where = self.db.query(table).filter_by(id=self.submissions[row.student])
            where.update({"timestamp": time}, synchronize_session=False)
        return self.grades[row.student], self.comments[row.student]

    def _student(self, row: Row) -> None:
        """The student, with the name they gave; a name a trainer entered stays."""
        student = self.students.get(row.student)
        if student is None:
            student = self.students[row.student] = self.api.Student(id=row.student)
            self.db.add(student)
        if not (student.first_name or student.last_name) or student.last_name == _UNNAMED:
            student.first_name, student.last_name = _names(row.name, row.student)
        else:
            student.first_name = _without_tags(student.first_name)
            student.last_name = _without_tags(student.last_name)

    def _add(self, student: str, time: datetime | None) -> None:
        api, new = self.api, self.api.new_uuid
        submission, notebook = new(), new()
        self.submissions[student] = submission
        grades = {c: api.Grade(id=new(), notebook_id=notebook, cell_id=c) for c in self.graded}
        comments = {
            c: api.Comment(id=new(), notebook_id=notebook, cell_id=c) for c in self.answered
        }
        ids = {"student_id": student, "assignment_id": self.assignment}
        self.db.add(api.SubmittedAssignment(id=submission, timestamp=time, **ids))
        self.db.add(
            api.SubmittedNotebook(
                id=notebook, notebook_id=self.notebook, assignment_id=submission, flagged=False
            )
        )
        self.db.add_all([*grades.values(), *comments.values()])
        self.grades[student], self.comments[student] = grades, comments

    def _known(self, pairs: Iterator[tuple[str, "Base"]]) -> dict[str, dict[str, "Base"]]:
        found: dict[str, dict[str, Base]] = {}
        for student, record in pairs:
            found.setdefault(student, {})[record.cell_id] = record
        return found


def _names(name: str, student: str) -> tuple[str, str]:
    """First and last name; formgrader shows both, so an empty one is the folder's name."""
    first, _, last = map(cell, person(name).rpartition(" "))  # each stands in a cell of its own
    return first or f"({student})", last or _UNNAMED


def _without_tags(name: str | None) -> str | None:
    """A name from a gradebook that is older than `person`."""
    return person(name) if name and set("<>") & set(name) else name


def joined(
    gradebook: "Gradebook", record: type["Base"], where: list["ColumnElement[bool]"]
) -> Iterator[tuple[str, "Base"]]:
    """Records with the student they belong to, in one query."""
    from nbgrader import api
    from sqlalchemy import select

    query = (
        select(api.SubmittedAssignment.student_id, record)
        .join(api.SubmittedNotebook, record.notebook_id == api.SubmittedNotebook.id)
        .join(
            api.SubmittedAssignment,
            api.SubmittedNotebook.assignment_id == api.SubmittedAssignment.id,
        )
        .where(*where)
    )
    yield from ((student, found) for student, found in gradebook.db.execute(query))
