"""Where things stand in data/: a folder a lesson, a folder a case; what they share lies beside."""

import functools
from pathlib import Path
from typing import TypeVar

from course.content.toml import ContentError, load_placed
from course.paths import DATA

T = TypeVar("T")

LESSON, CASE = "lesson.toml", "case.toml"


def of_lesson(slug: str, name: str) -> Path:
    return DATA / "lessons" / slug / name


def of_case(slug: str, name: str) -> Path:
    return DATA / "cases" / slug / name


def lessons() -> list[str]:
    """The lessons that have a folder, by name."""
    return sorted(path.parent.name for path in DATA.glob(f"lessons/*/{LESSON}"))


def cases() -> list[str]:
    """The cases that have a folder, by name."""
    return sorted(path.parent.name for path in DATA.glob(f"cases/*/{CASE}"))


@functools.cache
def in_a_lesson(name: str) -> Path:
    """The file of that name, in whichever lesson's folder it stands; there must be one."""
    found = [path for slug in lessons() if (path := of_lesson(slug, name)).is_file()]
    if not found:
        remedy = "Check the name, or put the file into its lesson's folder."
        raise ContentError("lessons", name, "no lesson has this file", remedy)
    if len(found) > 1:
        problem = f"{found[1].parent.name} has a file of this name too"
        raise ContentError(found[0], "", problem, "Rename one of the two.")
    return found[0]


def load_from_lesson(key: str, record: type[T]) -> T:
    """The record in the file of that name; its place says its key and its lesson."""
    path = in_a_lesson(f"{key}.toml")
    return load_placed(path, record, key=key, lesson=path.parent.name)
