"""The glossary: the course's terms, each said the same way on every page."""

import functools

import msgspec

from course.content.toml import by_key, load
from course.content.words import Words
from course.paths import DATA


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One term in both languages, and what it means in a line of our own words."""

    key: str
    term: Words
    means: Words


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    term: tuple[Term, ...]


@functools.cache
def load_glossary() -> dict[str, Term]:
    """Every term by key, in the order of the file."""
    path = DATA / "glossary.toml"
    return by_key(load(path, _File).term, lambda term: term.key, path, "term")
