"""What nbgrader's own commands and buttons call, so that they do what `course` does."""

from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode, from_dict
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from course.content import load_case
from course.pages.notebooks import Json
from course.paths import COURSE_ID
from course.trainer import gradebook, sheet
from course.trainer.build import rubric_of
from course.trainer.feedback_page import page
from course.trainer.marking import mark_and_keep, row_of
from course.trainer.notebook import marked_notebook
from course.trainer.overrule import waiting

Resources = dict[str, Any]  # what nbconvert hands on, of whatever kind


class Rebuild(NbGraderPreprocessor):
    """Puts the marked notebook in the place of whatever was submitted."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        del nb  # the submitted notebook is not looked at
        case, student = _whose(resources)
        story, rubric = load_case(case), rubric_of(case)
        with Gradebook(resources["nbgrader"]["db_url"], COURSE_ID) as book:
            held = gradebook.judged(book, case).get(student, {})
            marked = mark_and_keep(story, rubric, student, held)
            waits = waiting(marked, held)
        return from_dict(_joined(marked_notebook(story, rubric, marked, student, waits))), resources


class Save(NbGraderPreprocessor):
    """Writes the marks into nbgrader's gradebook, as `course mark` does."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> tuple[NotebookNode, Resources]:
        case, student = _whose(resources)
        story, rubric = load_case(case), rubric_of(case)
        marked = sheet.mark_submission(story, rubric, student)
        with Gradebook(resources["nbgrader"]["db_url"], COURSE_ID) as book:
            gradebook.write(book, case, [row_of(story, rubric, marked, student)])
        return nb, resources


class FeedbackPage(Exporter):
    """The learner's page, in the place of nbgrader's page of cells."""

    file_extension = ".html"
    output_mimetype = "text/html"

    def from_notebook_node(  # type: ignore[override]  # the stock exporters, too, give text
        self, nb: NotebookNode, resources: Resources | None = None, **_: object
    ) -> tuple[str, Resources]:
        case, student = _whose(resources or {})
        nb, resources = super().from_notebook_node(nb, resources)
        with gradebook.opened() as book:
            scores = gradebook.scores(book, case).get(student, {})
        return page(case, student, scores), resources


def _whose(resources: Resources) -> tuple[str, str]:
    return resources["nbgrader"]["assignment"], resources["nbgrader"]["student"]


def _joined(notebook: Json) -> Json:
    """The notebook as nbformat holds it: each text in one string, not in lines."""
    cells = []
    for cell in notebook["cells"]:
        whole = cell | {"source": "".join(cell["source"])}
        if "outputs" in cell:
            whole["outputs"] = [_joined_output(output) for output in cell["outputs"]]
        cells.append(whole)
    return notebook | {"cells": cells}


def _joined_output(output: Json) -> Json:
    data = {kind: "".join(lines) for kind, lines in output["data"].items()}
    return output | {"data": data}
