"""How far the learner has come, by module: what was opened, and what was done."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from course.content import Module
from course.errors import strict
from course.learner.workbook import Workbook
from course.log import log

Step = Literal["opened", "workshop", "quiz", "exercise", "hand-in"]
_followers: dict[str, Callable[[], None]] = {}


def reach(slug: str, step: Step) -> None:
    """Note that a step was reached, the first time."""
    book, field = Workbook("progress"), f"{slug}/{step}"
    if not book.get(field):
        book.save(**{field: datetime.now().astimezone().isoformat(timespec="seconds")})
        changed()


def changed() -> None:
    """Tell the other forms of this page that something they show may have changed."""
    for who, tell in list(_followers.items()):
        try:
            tell()
        except Exception as error:  # the form that was typed in has done its part
            if strict():
                raise
            log().error("%s could not follow", who, exc_info=error)


def follow(who: str, tell: Callable[[], None]) -> None:
    """Have `tell` called on this page whenever something changed; one for each `who`."""
    _followers[who] = tell


def reached(slug: str) -> frozenset[str]:
    """The steps of a module that were reached."""
    marks = Workbook("progress").read()
    prefix = f"{slug}/"
    return frozenset(name.removeprefix(prefix) for name in marks if name.startswith(prefix))


def share(module: Module) -> float:
    """The share of a module's objectives that were shown, 0 to 1."""
    done = reached(module.slug)
    shown = [objective.shown_by in done for objective in module.objectives]
    return sum(shown) / len(shown) if shown else float("opened" in done)
