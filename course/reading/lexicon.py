"""The course's lexicon: business concepts and the words people use for them."""

import functools

import msgspec

from course.content.toml import load
from course.paths import DATA


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One idea and its words: single words or short phrases, in both languages."""

    en: tuple[str, ...] = ()
    ar: tuple[str, ...] = ()

    @property
    def terms(self) -> tuple[str, ...]:
        return self.en + self.ar


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Concepts by key. `not_typos` are right words one letter away from a term."""

    concept: dict[str, Concept]
    not_typos: tuple[str, ...] = ()


@functools.cache
def load_lexicon() -> Lexicon:
    return load(DATA / "lexicon.toml", Lexicon)
