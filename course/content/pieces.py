"""The pieces of a lesson: what its page shows by name, each in a file that says its kind."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from course.content.desks import CostDesk, MixDesk, PolicyDesk, load_desk
from course.content.exercises import load_gap_exercise
from course.content.figures import load_figure
from course.content.folders import LESSON, in_a_lesson, lessons, of_lesson
from course.content.sorters import load_sorter
from course.content.toml import ContentError, Table, load
from course.content.tools import load_tool
from course.content.trees import load_tree

_BY_LESSON = {LESSON, "quiz.toml", "story.toml", "pair.toml"}  # called by the lesson's name
TOOLS = ("records", "self-assessment", "cascade", "authority-map", "objectives", "bids")
KINDS: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(TOOLS, load_tool),
    "policy": partial(load_desk, kind=PolicyDesk),
    "costs": partial(load_desk, kind=CostDesk),
    "mix": partial(load_desk, kind=MixDesk),
    **dict.fromkeys(("lines", "bars"), load_figure),
    "gaps": load_gap_exercise,
    "sorter": load_sorter,
    "tree": load_tree,
}


def kind_of(key: str) -> tuple[Path, str]:
    """The file of a piece, and the kind it says it is."""
    path = in_a_lesson(f"{key}.toml")
    kind = load(path, Table).get("kind", "")
    if not isinstance(kind, str) or kind not in KINDS:
        remedy = f"Choose: {', '.join(sorted(KINDS))}."
        raise ContentError(path, "kind", f"'{kind}' is no kind of piece", remedy)
    return path, kind


def load_piece(key: str) -> object:
    """The record of a piece, whatever its kind."""
    return KINDS[kind_of(key)[1]](key)


def names_in(slug: str) -> Iterator[str]:
    """The pieces of a lesson."""
    files = sorted(of_lesson(slug, "").glob("*.toml"))
    return (path.stem for path in files if path.name not in _BY_LESSON)


def all_of(*kinds: str) -> list[str]:
    """The pieces of these kinds, in all lessons."""
    return [name for slug in lessons() for name in names_in(slug) if kind_of(name)[1] in kinds]
