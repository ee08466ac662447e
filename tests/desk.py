"""A trainer's desk for tests: one release, made once a process, and learners to hand in."""

import functools
import os
import shutil
import tempfile
import tomllib
from pathlib import Path

import msgspec

from course import paths
from course.judging.answer import Answer
from course.judging.rubric import CaseRubric, load_case_rubric
from course.learner import answers, handin
from course.learner.answers import AnswerSheet, Learner
from course.learner.chain import Link
from course.trainer import folders
from course.trainer.release import release

CASE = "marsa-al-khail-contracting"
TIME = "2025-11-20T10:00:00+04:00"
HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)> $\\alpha$ \"&"
_ANSWERS = Path(__file__).parent / "fixtures" / "answers"
_QUALITIES = {
    "good": ("managing-director-voice", "bullets"),
    "partial": ("clumsy-engineer", "clumsy-honest", "believes-the-third", "vague-sceptic"),
    "bad": ("retrain-everyone", "spin", "committee", "two-bad-apples"),
}
_PLACES = {
    "COURSE_ASSESSMENTS": "assessments",
    "COURSE_EXCHANGE": "exchange",
    "COURSE_WORK": "my-work",
    "COURSE_STATE": "state",
}


def bare(place: Path, monkeypatch) -> Path:
    """A course folder with the rubric and the source, nothing released and nothing marked."""
    for name, folder in _PLACES.items():
        monkeypatch.setenv(name, str(place / folder))
    for part in (CASE, "source"):
        copy = place / "assessments" / part
        left_out = shutil.ignore_patterns("examples", "taught")
        shutil.copytree(paths.ASSESSMENTS / part, copy, dirs_exist_ok=True, ignore=left_out)
    return place


def released(place: Path, monkeypatch) -> Path:
    """A course folder whose case nbgrader has released; each test gets its own copy."""
    shutil.copytree(_released_once(), place, dirs_exist_ok=True)
    (place / "exchange").chmod(0o1777)
    return bare(place, monkeypatch)


@functools.cache
def _released_once() -> Path:
    import pytest

    place = Path(tempfile.mkdtemp(prefix="course-desk-"))
    with pytest.MonkeyPatch.context() as patch:
        bare(place, patch)
        release(CASE)
    return place


def rubric() -> CaseRubric:
    return load_case_rubric(paths.ASSESSMENTS / CASE / "rubric.toml")


def written(quality: str, figure: str) -> dict[str, Answer]:
    """Answers of one quality, as somebody might write them, and a figure."""
    return {"rework-share": Answer(figure=figure)} | {
        path.stem: _written(path, _QUALITIES[quality]) for path in sorted(_ANSWERS.glob("*.toml"))
    }


def _written(path: Path, keys: tuple[str, ...]) -> Answer:
    """The answer in a file of fixtures that has one of these keys."""
    answers = tomllib.loads(path.read_text(encoding="utf-8"))["answer"]
    found = next(answer for key in keys for answer in answers if answer["key"] == key)
    return Answer(text=found["text"], choice=found.get("choice", ""))


def everywhere(text: str, choice: str = "") -> dict[str, Answer]:
    """The same words in every field."""
    keys = [question.key for question in rubric().questions if question.kind != "figure"]
    return {"rework-share": Answer(figure=text)} | {k: Answer(text, choice) for k in keys}


def sheet(name: str, given: dict[str, Answer], *, id: str = "", language="en", company="Gulf Co"):
    return AnswerSheet(
        schema=answers.SCHEMA,
        case=CASE,
        learner=Learner(id or f"id of {name}", name, company),
        language=language,
        answers=given,
        saved=TIME,
    )


def send(
    folder: Path,
    file: str,
    sheet: AnswerSheet,
    *,
    time: str = TIME,
    hash: str = "",
    link: Link | None = None,
) -> Path:
    """The file a learner sends, as the hand-in form writes it."""
    data = answers.encode(sheet)
    sent = handin.HandInFile(
        answers.SCHEMA,
        paths.COURSE_ID,
        sheet.case,
        time,
        hash or handin.hash_of(data),
        data.decode(),
        link,
    )
    path = folder / f"{file}{handin.SUFFIX}"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.encode(sent))
    return path


def lay_in(student: str, data: bytes | None) -> Path:
    """A submitted folder as nbgrader leaves it; `data` is answers.json, or nothing."""
    folder = folders.submitted(student, CASE)
    folder.mkdir(parents=True)
    shutil.copy(folders.released(CASE), folder)
    if data is not None:
        (folder / answers.FILE).write_bytes(data)
    (folder / "timestamp.txt").write_text("2025-11-20 06:00:00.000000 UTC")
    (folder / "submission_secret.txt").write_text(student * 8)
    return folder


def grade_rows() -> dict[tuple[str, str], tuple]:
    """The gradebook, by student and question: auto, manual, flag, comment."""
    import sqlite3

    query = """
        select sa.student_id, cell.name, grade.auto_score, grade.manual_score,
               grade.needs_manual_grade, comment.auto_comment, sa.timestamp,
               student.first_name, student.last_name, nb.late_submission_penalty
        from grade
        join base_cell cell on cell.id = grade.cell_id
        join submitted_notebook nb on nb.id = grade.notebook_id
        join submitted_assignment sa on sa.id = nb.assignment_id
        join student on student.id = sa.student_id
        join comment on comment.notebook_id = nb.id
        join base_cell answer on answer.id = comment.cell_id and answer.name = cell.name
    """
    with sqlite3.connect(folders.root() / "gradebook.db") as db:
        return {(row[0], row[1]): row[2:] for row in db.execute(query)}


def overrule(student: str, question: str, points: float, comment: str = "") -> None:
    """What formgrader's score and comment box write."""
    from course.trainer import gradebook

    with gradebook.opened() as book:
        grade = book.find_grade(question, CASE, CASE, student)
        grade.manual_score, grade.needs_manual_grade = points, False
        book.find_comment(question, CASE, CASE, student).manual_comment = comment
        book.db.commit()


def environment() -> dict[str, str]:
    """For nbgrader as a command: its scripts on PATH, the user's own settings left out."""
    import sys

    scripts = str(Path(sys.executable).parent)
    path = scripts + os.pathsep + os.environ["PATH"]
    return os.environ | {"PATH": path, "JUPYTER_CONFIG_DIR": str(paths.state() / "jupyter")}


def me() -> str:
    """The account the tests run under, by which the exchange knows its learner."""
    import pwd

    return pwd.getpwuid(os.getuid()).pw_name


def submit_here(case: str, place: Path) -> None:
    """Hand in the folder of a case inside `place`: nbgrader's submit, but in this process."""
    from nbgrader.auth import Authenticator
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    from course.learner.submitting import WholeSubmit

    config = Config()
    config.CourseDirectory.course_id = paths.COURSE_ID
    config.CourseDirectory.assignment_id = case
    config.Exchange.root = str(paths.exchange())
    config.Exchange.cache = str(paths.handed_in())
    config.Exchange.assignment_dir = str(place)
    known = {"config": config, "coursedir": CourseDirectory(config=config)}
    WholeSubmit(authenticator=Authenticator(config=config), **known).start()
