"""Rulebooks for fields: rubrics whose levels give a state and a reason in place of points.

Kept in data/rules/, over the words of data/lexicon/; course/judging/field_rules.py judges by them.
"""

import functools
from collections.abc import Iterator
from pathlib import Path

import msgspec

from course.content import ContentError, Table, by_key, convert, load
from course.judging.criterion import Evidence, Pattern
from course.judging.finding import Verdict
from course.judging.names import sided
from course.judging.rubric import Stance
from course.judging.short import with_patterns
from course.paths import DATA
from course.reading import load_lexicon
from course.reading.structures import KINDS

BOOKS = ("fields", "objective", "gaming")
Keys = frozenset[str]


class Level(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Reached with its evidence and at least so many words; `points` where steps are counted."""

    state: Verdict
    reason: str
    requires: tuple[str, ...] = ()
    least: int = 0
    points: int = 0


class CommonError(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A usual mistake, which is told in place of the level.

    It is found by its patterns; or where nothing stands but the concepts of `only`; or because
    the caller knows it. `at_most`: only where no higher level is reached.
    """

    reason: str
    state: Verdict
    any_of: tuple[Pattern, ...] = ()
    only: tuple[str, ...] = ()
    at_most: int | None = None
    least: int = 0
    most: int | None = None

    def fits(self, level: int, count: int) -> bool:
        """Whether it may be told of a text of so many words that reached this level."""
        low = self.at_most is None or level <= self.at_most
        return low and self.least <= count and (self.most is None or count <= self.most)


class FieldRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """How one kind of field is judged; `same_as` is a rule of another book.

    `clause` is the one that asks for it, the same number in both editions.
    """

    key: str
    levels: tuple[Level, ...] = msgspec.field(name="level", default=())
    evidence: tuple[Evidence, ...] = ()
    common_errors: tuple[CommonError, ...] = msgspec.field(name="common_error", default=())
    stance: Stance = "explanation"
    same_as: str = ""
    clause: str = ""

    @property
    def patterns(self) -> Iterator[Pattern]:
        for piece in self.evidence:
            yield from piece.any_of
        for error in self.common_errors:
            yield from error.any_of

    @property
    def max_points(self) -> int:
        return max(level.points for level in self.levels)

    @property
    def reasons(self) -> Keys:
        """Everything the rule can say, but what a caller asks about an empty field."""
        said: tuple[Level | CommonError, ...] = (*self.levels, *self.common_errors)
        return frozenset(one.reason for one in said)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    criterion: tuple[FieldRule, ...]


@functools.cache
def field_book(name: str) -> dict[str, FieldRule]:
    """The rules of one file of data/rules/, by key; raises ContentError."""
    path = DATA / "rules" / f"{name}.toml"
    table = with_patterns(load(path, Table))
    rules = by_key(convert(table, _File, path).criterion, lambda r: r.key, path, "criterion")
    for rule in rules.values():
        _check(rule, path)
    return {key: _whole(rule) for key, rule in rules.items()}


def _whole(rule: FieldRule) -> FieldRule:
    """A rule that is the same as a field's, with its own key and clause."""
    if not rule.same_as:
        return rule
    field = field_book("fields")[rule.same_as]
    return msgspec.structs.replace(field, key=rule.key, clause=rule.clause)


def concepts_of(rule: FieldRule) -> Iterator[str]:
    """The concepts its patterns name."""
    for error in rule.common_errors:
        yield from error.only
    for pattern in rule.patterns:
        for group in (*pattern.all_of, *pattern.unless):
            yield from (name for _, name in sided(group))


def _check(rule: FieldRule, path: Path) -> None:
    """Refuse what cannot be judged by, in an editor's words."""
    where = f"criterion {rule.key}"
    if bool(rule.levels) == bool(rule.same_as):
        raise ContentError(path, where, "it needs levels, or 'same_as'", "Give it one of them.")
    for name in concepts_of(rule):
        if name not in load_lexicon().concept:
            problem = f"no concept is called '{name}'"
            raise ContentError(path, where, problem, "Add it to data/lexicon/.")
    for need in (name for p in rule.patterns for group in p.needs for _, name in sided(group)):
        if need not in KINDS:
            remedy = f"Choose from: {', '.join(KINDS)}."
            raise ContentError(path, where, f"it needs '{need}'", remedy)
    if rule.levels and (rule.levels[0].requires or rule.levels[0].least):
        remedy = "Begin with what is said of a text that holds nothing."
        raise ContentError(path, where, "its first level asks for something", remedy)
    keys = {piece.key for piece in rule.evidence}
    for name in (name for level in rule.levels for name in level.requires):
        if name not in keys:
            remedy = "Name evidence of this criterion."
            raise ContentError(path, where, f"a level requires '{name}'", remedy)
