"""The course's lexicon: ideas and the words people use for them, in both languages."""

import functools

import msgspec

from course.content.toml import ContentError, load
from course.paths import DATA

FOLDER = DATA / "lexicon"


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One idea and its words: single words or short phrases, in both languages.

    Inflections and one wrong letter are found by themselves, unless it is `exact`: then each
    term is a pattern (course/reading/terms.py), and an Arabic one may have to stand `whole`.
    """

    en: tuple[str, ...] = ()
    ar: tuple[str, ...] = ()
    exact: bool = False
    whole: bool = False

    @property
    def terms(self) -> tuple[str, ...]:
        return self.en + self.ar


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Concepts by key. `not_typos` are right words one letter away from a term."""

    concept: dict[str, Concept] = {}
    not_typos: tuple[str, ...] = ()


@functools.cache
def load_lexicon() -> Lexicon:
    """All files of the folder as one; a concept stands in one of them."""
    concepts: dict[str, Concept] = {}
    not_typos: tuple[str, ...] = ()
    for file in sorted(FOLDER.glob("*.toml")):
        part = load(file, Lexicon)
        if twice := concepts.keys() & part.concept.keys():
            raise ContentError(file, min(twice), "it stands in another file too", "Keep one.")
        concepts |= part.concept
        not_typos += part.not_typos
    return Lexicon(concepts, not_typos)


def concept(key: str) -> Concept:
    return load_lexicon().concept[key]


def is_exact(key: str) -> bool:
    """Whether the lexicon has a concept of that key whose terms are patterns."""
    found = load_lexicon().concept.get(key)
    return found is not None and found.exact
