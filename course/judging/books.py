"""Opens the rulebooks of data/rules, each checked."""

import functools
from pathlib import Path

from course.content import Table, convert, load
from course.judging.rulebook import Rulebook
from course.judging.rulebook_checks import check_rulebook
from course.judging.short import in_full
from course.paths import DATA


@functools.cache
def rulebook(name: str) -> Rulebook:
    """The rulebook of that name; raises ContentError naming file, entry and remedy."""
    path = DATA / "rules" / f"{name}.toml"
    return read_rulebook(load(path, Table), path)


def read_rulebook(table: Table, file: Path | str) -> Rulebook:
    """A rulebook from a table already read."""
    book = convert(in_full(table), Rulebook, file)
    check_rulebook(book, file)
    return book
