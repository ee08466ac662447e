"""Things to sort: each belongs in one of a few trays, and says why."""

import functools
from typing import Literal

import msgspec

from course.content.cases import Choice
from course.content.clauses import ClauseRef
from course.content.folders import load_from_lesson
from course.content.words import Words


class SortItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing, the tray it belongs in, and the reason, whichever tray was chosen.

    `detail` is what the reader is shown of it beyond its name, if anything.
    """

    key: str
    words: Words
    tray: str
    because: Words
    detail: Words | None = None
    clauses: tuple[ClauseRef, ...] = ()


class Sorter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Trays, and the items that belong in them."""

    key: str
    lesson: str
    kind: Literal["sorter"]
    title: Words
    asks: Words
    trays: tuple[Choice, ...]
    items: tuple[SortItem, ...]

    def __post_init__(self) -> None:
        trays = {tray.key for tray in self.trays}
        for item in self.items:
            if item.tray not in trays:
                raise ValueError(
                    f"item '{item.key}' names the tray '{item.tray}', and there is none"
                )


@functools.cache
def load_sorter(key: str) -> Sorter:
    return load_from_lesson(key, Sorter)
