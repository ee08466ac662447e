"""Reads prose as words, sentences and clauses, each with its place in the original text."""

import functools
import re
import unicodedata
from typing import NamedTuple

Span = tuple[int, int]

_SIGNS = "\u0610-\u061a\u064b-\u065f\u0670\u0640"  # Arabic vowel signs, and the stretch
_RUN = rf"[^\W_]+(?:[{_SIGNS}]+[^\W_]*)*"
_WORD = re.compile(rf"{_RUN}(?:[’'.,/\-]{_RUN})*[%٪]?")
# A full stop ends a sentence only before a space: "2.6 %" and "9.1.3" stay whole. A row of
# stops is looked at once, from its first: from each of them, ten thousand take minutes.
_SENTENCE_END = re.compile(r"(?<![.!?؟…])[.!?؟…]++[\"”’»)]*+(?=\s|$)|\n+|(?<=\s)[•▪●*](?=\s)|[•▪●]")
_CLAUSE_END = re.compile(
    r"[;؛:]|,|،|\s[–—-]\s|[–—]|\b(?:but|however|although|though|while|whereas|because|so that)\b"
    r"|\b(?:لكن|ولكن|بينما|رغم|لأن)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(f"[{_SIGNS}]")
_LETTERS = str.maketrans("أإآٱىةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٪’", "اااايهوي01234567890123456789%'")


class Word(NamedTuple):
    """A word as compared (`norm`) and where it stands in the text."""

    start: int
    end: int
    norm: str


def normal(word: str) -> str:
    """Fold case, width, Arabic letter forms, diacritics and Eastern digits."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", word)).casefold().translate(_LETTERS)


def words(text: str, within: Span | None = None) -> list[Word]:
    """The words of the text, or of one span of it; offsets are into `text`."""
    start, end = within or (0, len(text))
    found = (Word(*m.span(), normal(m[0])) for m in _WORD.finditer(text, start, end))
    return [word for word in found if word.norm]  # a stretch on its own is no word


@functools.lru_cache(maxsize=4)
def sentences(text: str) -> tuple[Span, ...]:
    """Spans of sentences, lines and bullets, without surrounding space."""
    return _pieces(text, (0, len(text)), _SENTENCE_END)


def clauses(text: str, within: Span | None = None) -> tuple[Span, ...]:
    """Spans of the parts of sentences that commas, colons and turns of thought divide."""
    spans = [within] if within else sentences(text)
    return tuple(piece for span in spans for piece in _pieces(text, span, _CLAUSE_END))


def _pieces(text: str, within: Span, end: re.Pattern[str]) -> tuple[Span, ...]:
    pieces, start = [], within[0]
    for match in end.finditer(text, *within):
        pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, within[1]))
    trimmed = (_trim(text, piece) for piece in pieces)
    return tuple(piece for piece in trimmed if piece[0] < piece[1])


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def arabic_share(text: str) -> float:
    """The share of letters that are Arabic, 0 to 1; 0 for a text without letters."""
    letters = [c for c in text if c.isalpha()]
    return sum("\u0600" <= c <= "\u06ff" for c in letters) / len(letters) if letters else 0.0
