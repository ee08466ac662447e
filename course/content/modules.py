"""The syllabus: lessons and assessed cases, their objectives and minutes."""

import functools
from typing import Any, Literal

import msgspec

from course.content.clauses import ClauseRef
from course.content.toml import ContentError, by_key, each_sound, load
from course.content.words import Words
from course.paths import DATA


class Objective(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something the learner can be watched doing, and what shows that it was done.

    `shown_by` names a progress mark: `workshop`, `quiz`, `exercise` or `hand-in`; `taught` the
    cell of the notebook that teaches it. Where no quiz item has this objective's own key,
    `assessed_with` names the objective of the same module whose items ask for it too.
    """

    key: str
    words: Words
    shown_by: Literal["workshop", "quiz", "exercise", "hand-in"]
    taught: str = ""
    assessed_with: str = ""


class Module(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One tile of the start page: a lesson, or an assessed case."""

    slug: str
    kind: Literal["start", "lesson", "case"]
    notebook: str
    minutes: int
    title: Words
    lead: Words
    leaves: Words
    needs: Words
    clauses: tuple[ClauseRef, ...] = ()
    objectives: tuple[Objective, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    module: tuple[Any, ...]


@functools.cache
def load_modules() -> dict[str, Module]:
    """Every sound module by slug, in the order they are taken."""
    return by_key(_read()[0], lambda module: module.slug, DATA / "modules.toml", "module")


def module_problems() -> list[ContentError]:
    """What is wrong with the modules that are left out."""
    return _read()[1]


@functools.cache
def _read() -> tuple[list[Module], list[ContentError]]:
    path = DATA / "modules.toml"
    return each_sound(load(path, _File).module, Module, path, "module")
