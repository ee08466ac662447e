"""The page of one submission, drawn from the marks; no notebook is read for it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from course.content import Case, load_case, wording
from course.errors import CourseError
from course.judging import CaseRubric
from course.trainer import GradingError, folders, gradebook
from course.trainer.build import rubric_of
from course.trainer.notebook import TRAINER, marked_notebook
from course.trainer.overrule import waiting
from course.trainer.sheet import Marked, read_sidecar

if TYPE_CHECKING:
    from nbgrader.api import Gradebook

Resources = dict[str, Any]  # what nbgrader hands on, of whatever kind


@dataclass(frozen=True)
class Part:
    """One answer with its evidence, as `course mark` writes it; the words in it are escaped."""

    html: Markup
    question: str = ""
    points: float = 0


@dataclass(frozen=True)
class Drawing:
    """Stands where nbgrader turns the marked notebook into a page."""

    gradebook: "Gradebook"
    render: Callable[..., str]

    def from_filename(self, _: str, resources: Resources) -> tuple[str, Resources]:
        case, student = resources["assignment_id"], resources["student"]
        words: dict[str, object] = {"say": wording(TRAINER)}
        try:
            words |= {"title": load_case(case).title, "parts": list(self._parts(case, student))}
        except CourseError as error:
            words["trouble"] = str(error)
        return self.render("submission.html.j2", resources=resources, **words), resources

    def _parts(self, case: str, student: str) -> Iterator[Part]:
        story, rubric = load_case(case), rubric_of(case)
        marked = _marks(story, rubric, student)
        held = gradebook.judged(self.gradebook, case).get(student, {})
        notebook = marked_notebook(story, rubric, marked, student, waiting(marked, held))
        for cell in notebook["cells"]:
            for output in cell.get("outputs", ()):
                marks = cell["metadata"].get("nbgrader", {})
                html = Markup("".join(output["data"]["text/html"]))
                yield Part(html, marks.get("grade_id", ""), marks.get("points", 0))


def _marks(case: Case, rubric: CaseRubric, student: str) -> Marked:
    """The marks beside the marked notebook, if they are of this rubric."""
    marked = read_sidecar(folders.autograded(student, case.key))
    if marked is None or marked.rubric != rubric.hash:
        raise GradingError(
            f"{student} is not marked by the rubric of {case.key} as it stands; "
            f"run 'course mark {case.key}', then load this page again."
        )
    return marked
