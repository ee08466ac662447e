"""The course's lexicon: ideas and the words people use for them, in files by theme."""

import functools
from pathlib import Path

import msgspec

from course.content import ContentError, load
from course.paths import DATA

FOLDER = DATA / "lexicon"


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One idea and its words: single words or short phrases, in both languages.

    Inflections and one wrong letter are found by themselves, unless it is `exact`: then each
    term is a pattern (course/reading/terms.py), and an Arabic one may have to stand `whole`.
    `written`: a field counts them only in the forms that stand here, and their plurals.
    `quoted`: each word stands for itself alone, as in a pattern's single quotes.
    """

    en: tuple[str, ...] = ()
    ar: tuple[str, ...] = ()
    exact: bool = False
    whole: bool = False
    written: bool = False
    quoted: bool = False

    @property
    def terms(self) -> tuple[str, ...]:
        return self.en + self.ar


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Concepts by key. `not_typos` are right words one letter away from a term.

    `number` and `scale` are what words like `six` and `million` stand for.
    """

    concept: dict[str, Concept] = {}
    not_typos: tuple[str, ...] = ()
    number: dict[str, float] = {}
    scale: dict[str, float] = {}

    def words(self, key: str) -> tuple[str, ...]:
        return self.concept[key].terms


@functools.cache
def load_lexicon() -> Lexicon:
    """All files of the folder as one; a concept stands in one of them."""
    whole = Lexicon()
    for file in sorted(FOLDER.glob("*.toml")):
        whole = _joined(whole, load(file, Lexicon), file)
    return whole


def _joined(whole: Lexicon, part: Lexicon, file: Path) -> Lexicon:
    if twice := whole.concept.keys() & part.concept.keys():
        raise ContentError(file, min(twice), "it stands in another file too", "Keep one.")
    return Lexicon(
        whole.concept | part.concept,
        whole.not_typos + part.not_typos,
        whole.number | part.number,
        whole.scale | part.scale,
    )


def concept(key: str) -> Concept:
    return load_lexicon().concept[key]


def is_exact(key: str) -> bool:
    """Whether the lexicon has a concept of that key whose terms are patterns."""
    found = load_lexicon().concept.get(key)
    return found is not None and found.exact
