"""The figures of lessons: which table, which columns, and what they show, in both languages."""

import functools
import string
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import msgspec

from course.content.folders import load_from_lesson, of_lesson
from course.content.tables import load_table
from course.content.toml import ContentError
from course.content.words import LANGUAGES, Language, Words

if TYPE_CHECKING:
    from pandas import DataFrame

Part = Literal["title", "subtitle", "alt"]

_LINES_FACTS = frozenset(
    {"change", "claim", "claim_before", "claim_after", "truth", "truth_before", "truth_after"}
)
_BARS_FACTS = frozenset(
    {"whole", "outer", "inner", "outer_low", "outer_high", "low", "low_name", "high", "high_name"}
)


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A column of the table, and what the figure calls it."""

    column: str
    words: Words


class _Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind"):
    """What every figure has; `title` is the finding, filled in from the table."""

    key: str
    lesson: str
    table: str
    title: Words
    subtitle: Words
    alt: Words

    @property
    def path(self) -> Path:
        return of_lesson(self.lesson, self.table)

    def say(self, part: Part, language: Language, facts: dict[str, str]) -> str:
        """The words of a part, filled in with what the table says."""
        words: Words = getattr(self, part)
        return words[language].format(**facts)


class Lines(_Figure, frozen=True, kw_only=True, tag="lines"):
    """Two columns over time; `over` makes them percentages of a third.

    `claim` is drawn in grey, `truth` is what the lesson asks the reader to look at. `half` is the
    number of rows before a change that the words compare with those after it, `lag` how many more
    rows the truth takes to follow; `together` says that the claim waits as long. An `index` puts
    both lines on one scale: the average of the rows before the change is 100.
    """

    claim: Column
    truth: Column
    over: str = ""
    half: int = 12
    lag: int = 0
    together: bool = False
    index: bool = False
    time: Literal["month", "week"] = "month"

    def __post_init__(self) -> None:
        _check(self, _LINES_FACTS)

    def rows(self) -> "DataFrame":
        counts = {self.claim.column, self.truth.column, self.over} - {""}
        table = load_table(self.path, self.time, numbers=tuple(sorted(counts)))
        if not 0 < self.half < len(table) - self.lag:
            problem = (
                f"the table has {len(table)} rows, and 'half' and 'lag' leave nothing to compare"
            )
            raise ContentError(self.key, "half", problem, "Correct them.")
        return table


class Bars(_Figure, frozen=True, kw_only=True, tag="bars"):
    """A bar for each group `by`, of those counted in `whole`: `outer`, and `inner` within it."""

    by: str
    heading: Words
    names: dict[str, Words]
    whole: str
    outer: Column
    inner: Column

    def __post_init__(self) -> None:
        _check(self, _BARS_FACTS)

    def rows(self) -> "DataFrame":
        """The groups with their counts, those with the largest inner share first."""
        counts = [self.whole, self.outer.column, self.inner.column]
        table = load_table(self.path, self.by, numbers=tuple(counts))
        table = table.groupby(self.by, sort=False)[counts].sum()
        if len(table) < 2 or not (table[self.whole] > 0).all():
            problem = "it takes two groups or more, and something counted in each"
            raise ContentError(self.key, "whole", problem, "Correct the table.")
        for name in table.index:
            if name not in self.names:
                problem = f"the table has '{name}', which has no name"
                raise ContentError(self.key, "names", problem, "Add it in both languages.")
        share = table[self.inner.column] / table[self.whole]
        return table.loc[share.sort_values(ascending=False, kind="stable").index]


Figure = Lines | Bars


@functools.cache
def load_figure(key: str) -> Figure:
    """The figure of that name, its table read."""
    figure: Figure = load_from_lesson(key, Lines | Bars)  # type: ignore[arg-type]  # mypy names no union
    figure.rows()
    return figure


def _check(figure: _Figure, facts: frozenset[str]) -> None:
    """The languages ask for the same facts, and for none that the figure has not."""
    for part in get_args(Part):
        asked = {_facts(getattr(figure, part)[language]) for language in LANGUAGES}
        if len(asked) > 1:
            raise ValueError(f"the languages of '{part}' ask for different facts")
        if unknown := sorted(asked.pop() - facts):
            raise ValueError(f"'{part}' asks for '{unknown[0]}', and the figure has no such fact")


def _facts(words: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(words) if name is not None)
