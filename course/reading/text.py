"""Reads prose as words, each with its place in the original text."""

import functools
import re
import unicodedata
from typing import NamedTuple

from course.reading.lexicon import concept

Span = tuple[int, int]

_SIGNS = "\u0610-\u061a\u064b-\u065f\u0670\u0640"  # Arabic vowel signs, and the stretch
_RUN = rf"[^\W_]+(?:[{_SIGNS}]+[^\W_]*)*"
_WORD = re.compile(rf"{_RUN}(?:[’'.,/\-]{_RUN})*[%٪]?")
_MARKS = re.compile(f"[{_SIGNS}]")
_SIGNS_ALIKE = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٪’", "01234567890123456789%'")


OF_ONE = 4  # letters that one character stands for; Arabic has signs that are a whole sentence


class Word(NamedTuple):
    """A word as compared (`norm`) and where it stands in the text."""

    start: int
    end: int
    norm: str


LONGEST = 400  # letters a word is known by: to put the signs of a longer one in order takes seconds


def normal(word: str) -> str:
    """Fold case, width, Arabic letter forms, diacritics and Eastern digits."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", word)).casefold().translate(_alike())


@functools.lru_cache(maxsize=4096)
def letter(char: str) -> str:
    """One character as compared; a sign that stands for a whole phrase is only a space."""
    letters = normal(char)
    return letters if len(letters) <= OF_ONE else " "


@functools.cache
def _alike() -> dict[int, int]:
    """Letters and signs that compare alike."""
    return _SIGNS_ALIKE | {ord(pair[0]): ord(pair[1]) for pair in concept("letters-alike").ar}


def words(text: str, within: Span | None = None) -> list[Word]:
    """The words of the text, or of one span of it; offsets are into `text`."""
    start, end = within or (0, len(text))
    found = (Word(*m.span(), normal(m[0][:LONGEST])) for m in _WORD.finditer(text, start, end))
    return [word for word in found if word.norm]  # a stretch on its own is no word


def is_arabic(letter: str) -> bool:
    return "\u0600" <= letter <= "\u06ff"


def arabic_share(text: str) -> float:
    """The share of letters that are Arabic, 0 to 1; 0 for a text without letters."""
    letters = [c for c in text if c.isalpha()]
    return sum(map(is_arabic, letters)) / len(letters) if letters else 0.0
