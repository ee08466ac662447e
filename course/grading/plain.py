"""A learner's words where the trainer reads: notes, lists, the gradebook."""

from collections.abc import Iterable

from course.plain import plain

__all__ = ["cell", "listed", "plain"]

_FORMULA = "=+-@＝＋－＠"  # a spreadsheet would run a name that begins so


def listed(names: Iterable[str], most: int = 5) -> str:
    """The first names, plain, and how many more there are."""
    every = list(names)
    more = f" … (+{len(every) - most})" if len(every) > most else ""
    return ", ".join(plain(name) for name in every[:most]) + more


def cell(name: str) -> str:
    """A name as it may stand in a cell of a spreadsheet."""
    return plain(name, 120).lstrip(f"{_FORMULA} ")
