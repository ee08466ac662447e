"""The way through the course: the path a learner chose, what comes next on it, what is left."""

from collections.abc import Iterable

from course.content import LearningPath, Module, load_learning_paths
from course.learner.opened import changed
from course.learner.progress import last_visited, share
from course.learner.workbook import Workbook

_WHOLE = "full"


def chosen_path() -> LearningPath:
    """The path the learner chose; the whole course before they did."""
    paths, saved = load_learning_paths(), Workbook("path").get("path")
    return paths[saved if saved in paths else _WHOLE]


def choose_path(key: str) -> None:
    """Keep the choice, and tell every page that shows the way."""
    Workbook("path").save(path=key)
    changed()


def next_of(path: Iterable[Module], others: Iterable[Module]) -> Module | None:
    """Where to go on: where the learner was last, if it is not finished; else what is not begun.

    What is not begun is the path's first of all.
    """
    waiting = [module for module in [*path, *others] if share(module) < 1]
    begun = [module for module in waiting if last_visited(module.slug)]
    if begun:
        return max(begun, key=lambda module: last_visited(module.slug))
    return waiting[0] if waiting else None


def minutes_left(modules: Iterable[Module]) -> int:
    """What the objectives that are not shown yet take of the modules' minutes."""
    return round(sum(module.minutes * (1 - share(module)) for module in modules))
