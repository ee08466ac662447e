"""Where each objective is taught, practised and assessed: the matrix `course map` prints."""

from collections.abc import Iterator
from typing import NamedTuple

from course.content.cases import load_case
from course.content.clauses import label
from course.content.modules import Module, Objective, load_modules
from course.content.page import load_page
from course.content.quizzes import has_quiz, load_quiz


class Row(NamedTuple):
    """One objective of one module; an empty entry is a hole."""

    module: str
    objective: str
    taught: str
    practised: str
    assessed: str
    clauses: str

    @property
    def holes(self) -> tuple[str, ...]:
        return tuple(
            name for name in ("taught", "practised", "assessed") if not getattr(self, name)
        )


def rows() -> Iterator[Row]:
    """Every objective of every lesson and case, in the order they are taken."""
    for module in load_modules().values():
        for objective in module.objectives:
            yield _row(module, objective)


def cells(module: Module) -> dict[str, str]:
    """The cells of a lesson's page: name and source."""
    if module.kind == "case":
        return {}
    return {cell.name: cell.source for cell in load_page(module.slug).cells}


def _row(module: Module, objective: Objective) -> Row:
    cited = label(module.clauses)
    if module.kind == "case":
        asked = ", ".join(question.key for question in load_case(module.slug).questions)
        return Row(module.slug, objective.key, "the lessons", "hand-in", asked, cited)
    named = cells(module)
    taught = objective.taught if objective.taught in named else ""
    own, with_it = _items(module, objective.key), _items(module, objective.assessed_with)
    practised = f"{objective.shown_by}" if _offered(objective.shown_by, named) else ""
    count = own or with_it
    assessed = f"{count} quiz items" if count else ""
    return Row(module.slug, objective.key, taught, practised, assessed, cited)


def _items(module: Module, key: str) -> int:
    """How many items of the module's quiz ask for an objective."""
    if not has_quiz(module.slug):
        return 0
    return sum(item.objective == key for item in load_quiz(module.slug))


def _offered(step: str, named: dict[str, str]) -> bool:
    """Whether the page has a form in which the step can be shown."""
    calls = "\n".join(named.values())
    asks = {"quiz": ("show.quiz(",), "workshop": ("show.workshop(",)}
    return any(call in calls for call in asks.get(step, ("show.exercise(", "show.workshop(")))
