"""How far the learner has come, by module: what was opened, and what was done."""

from datetime import datetime
from typing import Literal

from course.content import Module
from course.learner.first_answers import tallies
from course.learner.opened import changed, open_page
from course.learner.replaced import words
from course.learner.workbook import Workbook

Step = Literal["opened", "workshop", "quiz", "exercise", "hand-in"]


def reach(slug: str, step: Step) -> None:
    """Note that a step was reached, the first time."""
    book, field = Workbook("progress"), f"{slug}/{step}"
    if not book.get(field):
        book.save(**{field: datetime.now().astimezone().isoformat(timespec="seconds")})
        changed()


def reached(slug: str) -> frozenset[str]:
    """The steps of a module that were reached."""
    marks = Workbook("progress").read()
    prefix = f"{slug}/"
    return frozenset(name.removeprefix(prefix) for name in marks if name.startswith(prefix))


def enter(slug: str) -> None:
    """Note that the page which is made now is a module's, and that the learner is on it."""
    open_page().slug = slug
    visit(slug)


def visit(slug: str) -> None:
    """Note that the learner is at a module now: it is the one they were at last."""
    book = Workbook("visits")
    times = book.read()
    if slug != max(times.keys() - {"saved"}, key=lambda name: words(times, name), default=""):
        book.save(**{slug: datetime.now().astimezone().isoformat(timespec="milliseconds")})
        changed()


def last_visited(slug: str) -> str:
    """When the learner came to a module last, as an ISO time; nothing before the first."""
    marks = Workbook("progress").read()  # before each visit was noted, only the first steps were
    first = [words(marks, name) for name in marks if name.startswith(f"{slug}/")]
    return max([words(Workbook("visits").read(), slug), *first])


def fall_short(missing: str, slug: str, step: Step, **counts: int) -> None:
    """Note that a step was tried and is not reached: what is missing, and its figures."""
    book, field, told = Workbook("attempts"), f"{slug}/{step}", {"missing": missing, **counts}
    if book.read().get(field) != told:
        book.save(**{field: told})
        changed()


def attempt(slug: str, step: Step) -> tuple[str, dict[str, int]]:
    """What the last try at a step was missing, and its figures; nothing before the first."""
    told: dict[str, object] = Workbook("attempts").get(f"{slug}/{step}", {})
    return words(told, "missing"), {k: v for k, v in told.items() if isinstance(v, int)}


def shown(module: Module) -> frozenset[str]:
    """The keys of a module's objectives that were shown.

    A quiz shows an objective by its own questions. Until November 2026 it showed all at once: what
    was shown then stays so.
    """
    done = reached(module.slug)
    by_quiz = tallies(module.slug) if "quiz" not in done else {}
    return frozenset(
        one.key
        for one in module.objectives
        if one.shown_by in done
        or (one.shown_by == "quiz" and one.key in by_quiz and by_quiz[one.key].shows)
    )


def share(module: Module) -> float:
    """The share of a module's objectives that were shown, 0 to 1."""
    if not module.objectives:
        return float("opened" in reached(module.slug))
    return len(shown(module)) / len(module.objectives)
