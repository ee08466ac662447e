"""Where figures about the world come from, and which of them a lesson leans on."""

import functools
import re
from typing import Literal

import msgspec

from course.content.alignment import cells
from course.content.modules import Module
from course.content.toml import by_key, load
from course.paths import DATA

NAMED = re.compile(r"<!-- source: ([a-z0-9-]+) -->")


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One source; what is not `verified` may only be taught as unverified, or as hearsay."""

    key: str
    publisher: str
    title: str
    year: str
    address: str
    trust: Literal["A", "B", "C", "M"]
    verified: bool


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: tuple[Source, ...]


@functools.cache
def load_sources() -> dict[str, Source]:
    """Every source by key."""
    path = DATA / "sources.toml"
    return by_key(load(path, _File).source, lambda source: source.key, path, "source")


def used_in(module: Module) -> list[Source]:
    """The sources a lesson names, in the order it names them."""
    named = NAMED.findall("\n".join(cells(module).values()))
    return [load_sources()[key] for key in dict.fromkeys(named)]
