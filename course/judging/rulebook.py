"""Rulebooks of data/rules: what a text of the learner's own is judged on, as a rubric says it."""

import functools
from pathlib import Path

import msgspec

from course.content import Table, convert, load
from course.judging.criterion import Criterion
from course.judging.criterion_checks import check_rulebook
from course.judging.short import with_patterns
from course.paths import DATA


class Rulebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """The criteria of one kind of text. `recital`: phrases of the standard; several make a copy."""

    criteria: tuple[Criterion, ...] = msgspec.field(name="criterion")
    recital: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    def criterion(self, key: str) -> Criterion:
        return next(one for one in self.criteria if one.key == key)


@functools.cache
def rulebook(name: str) -> Rulebook:
    """The rulebook of that name; raises ContentError naming file, entry and remedy."""
    path = DATA / "rules" / f"{name}.toml"
    return read_rulebook(load(path, Table), path)


def read_rulebook(table: Table, file: Path | str) -> Rulebook:
    """A rulebook from a table already read."""
    book = convert(with_patterns(table), Rulebook, file)
    check_rulebook(book.criteria, book.recital, file)
    return msgspec.structs.replace(book, criteria=tuple(map(_whole, book.criteria)))


def _whole(criterion: Criterion) -> Criterion:
    """One that is the same as a field's, with its own key and clause, and errors besides."""
    if not criterion.same_as:
        return criterion
    field = rulebook("fields").criterion(criterion.same_as)
    errors = (*criterion.common_errors, *field.common_errors)
    own = {"key": criterion.key, "clause": criterion.clause, "common_errors": errors}
    return msgspec.structs.replace(field, **own)
