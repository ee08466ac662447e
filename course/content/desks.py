"""Desks: tools whose fields stand in their form, and what a lesson tells them of its case."""

from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from course.content.figures import Column
from course.content.folders import load_from_lesson, of_lesson
from course.content.tables import load_table
from course.content.tools import Field
from course.content.words import Words

if TYPE_CHECKING:
    from pandas import DataFrame


class _Desk(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind"):
    """A desk of one lesson."""

    key: str
    lesson: str


class Deed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is done around a policy, in lines that say who, where or when.

    `key` is the requirement of the policy's rulebook that asks for it.
    """

    key: str
    lines: tuple[Field, ...]


class PolicyDesk(_Desk, frozen=True, kw_only=True, tag="policy"):
    """A policy is drafted at it; the learner brings everything."""

    deeds: tuple[Deed, ...]


class CostDesk(_Desk, frozen=True, kw_only=True, tag="costs"):
    """Quality costs in four parts; `case` fills the fields with a company's, as people type."""

    begin: Words
    case: dict[str, str]


class View(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way of looking at two periods; `parts` are shares of `over`, where it `shows` shares."""

    key: str
    shows: Literal["whole", "each", "answers", "same-mix", "shares"]
    words: Words
    title: Words
    subtitle: Words
    asks: Words
    over: str = ""
    parts: tuple[Column, ...] = ()


class MixDesk(_Desk, frozen=True, kw_only=True, tag="mix"):
    """Answers of several groups in two years, in views; who has `seen` these is told `found`."""

    table: str
    by: str
    answers: str
    scores: str
    names: dict[str, Words]
    heading: Words
    how: Words
    whole: Words
    same_mix: Words
    found: Words
    seen: tuple[str, ...]
    views: tuple[View, ...]

    def __post_init__(self) -> None:
        known = {view.key for view in self.views}
        if lost := sorted({*self.seen} - known):
            raise ValueError(f"'seen' names '{lost[0]}', and there is no such view")

    def view(self, key: str) -> View:
        """The view of that name; a name nobody knows is the first."""
        return next((view for view in self.views if view.key == key), self.views[0])

    def yearly(self) -> "DataFrame":
        """Every count added up by group and year."""
        shares = [column.column for view in self.views for column in view.parts]
        counts = {self.answers, self.scores, *shares, *(v.over for v in self.views if v.over)}
        path = of_lesson(self.lesson, self.table)
        table = load_table(path, "month", self.by, numbers=tuple(sorted(counts)))
        year = table["month"].str[:4].rename("year")
        return table.groupby([self.by, year])[sorted(counts)].sum()


Desk = TypeVar("Desk", bound=_Desk)


def load_desk(key: str, kind: type[Desk]) -> Desk:
    """The desk of that name, which must be of this kind."""
    return load_from_lesson(key, kind)
