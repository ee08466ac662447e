"""Case and rubric make the notebook a learner answers in; points come from the rubric alone."""

from pathlib import Path

from course.content import Case, ContentError, load_case
from course.disk import write_whole
from course.judging import CaseRubric, load_case_rubric
from course.pages import notebooks
from course.pages.notebooks import Json, call, text
from course.trainer import GradingError, folders

_START = notebooks.start_button("Start the case")


def build(case: str) -> Path:
    """Write the case's source notebook; the same case and rubric give the same bytes."""
    path = folders.source(case)
    write_whole(path, source_bytes(case))
    return path


def stale(case: str) -> bool:
    """Whether the notebook on disk is missing, or older than its case or rubric."""
    path = folders.source(case)
    return not path.exists() or path.read_bytes() != source_bytes(case)


def source_bytes(case: str) -> bytes:
    return notebooks.as_bytes(source_notebook(load_case(case), rubric_of(case)))


def rubric_of(case: str) -> CaseRubric:
    """The case's rubric; the loader holds it against its case. Raises GradingError."""
    try:
        rubric = load_case_rubric(folders.rubric(case))
    except ContentError as error:
        raise GradingError(str(error)) from None
    if rubric.case != case:
        raise GradingError(f"{case}/rubric.toml is for '{rubric.case}'. Correct the name in it.")
    return rubric


def source_notebook(case: Case, rubric: CaseRubric) -> Json:
    """The notebook as it stands in git: named cells, no outputs, one hidden call each."""
    cells = [
        _title(case),
        call("setup", "from course import show"),
        call("case", f'show.case("{case.key}")'),
        *(call(f"exhibit-{e.key}", f'show.exhibit("{e.key}")') for e in case.exhibits),
        *(_answer(question.key, question.max_points) for question in rubric.questions),
        call("hand-in", "show.hand_in()"),
    ]
    return notebooks.notebook(cells, {"case": case.key, "kind": "case"})


def title_lines(case: Case) -> list[str]:
    """The title as Markdown, the Arabic one smaller below; the rest is the case's own to show."""
    return [f"# {case.title.en}", "", f'<div dir="rtl" lang="ar">{case.title.ar}</div>']


def _title(case: Case) -> Json:
    return text("title", "\n".join([*title_lines(case), "", _START]))


def _answer(question: str, points: float) -> Json:
    """The answer cell is the form, and nbgrader's grade and solution in one."""
    marks = {
        "grade": True,
        "grade_id": question,
        "locked": False,
        "points": int(points) if points == int(points) else points,
        "schema_version": 3,
        "solution": True,
        "task": False,
    }
    return call(question, f'show.answer("{question}")', nbgrader=marks)
