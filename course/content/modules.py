"""The syllabus: lessons and assessed cases, their objectives and minutes."""

import functools
from typing import Literal

import msgspec

from course.content.clauses import ClauseRef
from course.content.toml import by_key, load
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
    module: tuple[Module, ...]


@functools.cache
def load_modules() -> dict[str, Module]:
    """Every module by slug, in the order they are taken."""
    path = DATA / "modules.toml"
    return by_key(load(path, _File).module, lambda module: module.slug, path, "module")
