"""A text laid out for reading: folded letters, sentences and list items, and the way back."""

import functools
import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from course.reading.lexicon import concept
from course.reading.text import Span, letter
from course.reading.wordlists import patterns

_TAG = re.compile(r"<!--[^<>]*-->|</?[a-zA-Z][^<>]*>|&(?:nbsp|amp|lt|gt|quot|#\d{1,5});")
_BLOCK = re.compile(r"</?(?:p|li|br|div|h\d|tr|td|th|ul|ol|table)\b", re.IGNORECASE)
_BULLET = re.compile(
    r"\s*(?:[-–—*•▪●◦‣·✓✔➢>]|\(?(?:\d{1,2}|[a-z]|[\u0621-\u064a])[.)\-](?=\s)|#{1,4}(?=\s))\s*"
)
# A row of stops is looked at once, from its first: from each of them, ten thousand take minutes.
_END = r"(?<![.!?؟…])[.!?؟…]++[\"'”’»)\]]*+(?=\s|$)|[•▪●◦‣]|(?<=\s)\*(?=\s)"
# A stop between two words ends a sentence too ("the membrane.Osmosis is"), unless they are an
# address or the name of a file.
_GLUED = r"(?<=[^\W\d_]{2})[.!?؟](?=[^\W\d_]{3,20}+(?![.@/\w]{0,40}[.@/]\w))"
_SPACES = re.compile(r"[^\S\n ]|(?:^|[ \n]) ")  # not one plain space between words
_SOFT = re.compile(r"(?<=[^\s.!?:;؟؛])[^\S\n]*\n[^\S\n]*(?=(\w))")
_WRAPPED, _ARABIC_WRAPPED = 40, 60  # letters after which a line may go on in the next


class Unit(NamedTuple):
    """A sentence or list item, in folded offsets; `lead` is the line a list hangs on."""

    start: int
    end: int
    lead: Span | None
    asks: bool


class Page:
    """One text, folded once; what is looked for is looked up once and remembered."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.plain = _unwrapped(unmarked(source))
        self.folded, self._at = _fold(self.plain)
        self.units = _units(self.folded)
        self.sentences = tuple(map(self._whole, self.units))
        self.latin = any("a" <= c <= "z" for c in self.folded)
        self.arabic = any("\u0621" <= c <= "\u06ff" for c in self.folded)
        self._found: dict[str, list[Span]] = {}

    def _whole(self, unit: Unit) -> Span:
        """A unit in the source, with the signs above its last letter."""
        end = self._at[unit.end] if unit.end < len(self._at) else len(self.source)
        start = self._at[unit.start]
        return start, start + len(self.plain[start:end].rstrip())

    def find(self, concept: str) -> list[Span]:
        """Where an exact concept stands, in order, in folded offsets."""
        if concept not in self._found:
            english, arabic = patterns(concept)
            spans = (
                [m.span() for m in english.finditer(self.folded)] if english and self.latin else []
            )
            if arabic and self.arabic:
                spans += [match.span() for match in arabic.finditer(self.folded)]
            self._found[concept] = sorted(spans)
        return self._found[concept]

    def place(self, span: Span) -> Span:
        """Folded offsets as offsets into the source."""
        return self._at[span[0]], self._at[span[1] - 1] + 1


def unmarked(text: str) -> str:
    """The text with its HTML blanked, letter for letter; what ends a block ends a line."""
    return _TAG.sub(_blank, text) if "<" in text or "&" in text else text


def _blank(tag: re.Match[str]) -> str:
    first = "\n" if _BLOCK.match(tag[0]) else " "
    return first + " " * (len(tag[0]) - 1)


@functools.lru_cache(maxsize=4096)
def _letter(char: str) -> str:
    if char == "\n":
        return char
    if char.isspace():
        return " "
    # Marks, joiners and direction signs carry no letter: they would split a word in two.
    return "" if unicodedata.category(char) in ("Mn", "Cf", "Me") else letter(char)


def _fold(text: str) -> tuple[str, Sequence[int]]:
    if text.isascii() and not _SPACES.search(text):  # as most English is: letter for letter
        return text.lower(), range(len(text))
    letters: list[str] = []
    at: list[int] = []
    for index, char in enumerate(text):
        folded = _letter(char)
        if folded == " " and letters and letters[-1] in " \n":
            continue
        letters.extend(folded)
        at.extend([index] * len(folded))
    return "".join(letters), at


def _unwrapped(text: str) -> str:
    """Without the line ends that only wrap a sentence, as text copied from a page has them."""
    letters = list(text)
    for match in _SOFT.finditer(text):
        following = match[1]
        before = match.start() - (text.rfind("\n", 0, match.start()) + 1)
        arabic = "\u0621" <= following <= "\u06ff"
        wrapped = before >= (_ARABIC_WRAPPED if arabic else _WRAPPED)
        listed = re.match(r"[a-z\d]{1,2}[.)]", text[match.start(1) : match.start(1) + 3])
        if wrapped and (following.islower() or arabic) and not listed:
            letters[text.index("\n", match.start())] = " "
    return "".join(letters)


def _units(folded: str) -> tuple[Unit, ...]:
    """Units line by line; list items hang on the open line above them."""
    units: list[Unit] = []
    lead: Span | None = None
    above: Span | None = None
    start, gap = 0, False
    for line in folded.split("\n"):
        bullet = _BULLET.match(line)
        end = start + len(line)
        if bullet is None and (gap or (lead and folded[lead[1] - 1] != ":")):
            lead = None
        made = _line(folded, start + (bullet.end() if bullet else 0), end, lead or above, bullet)
        if bullet is None and made:
            last = (made[-1].start, made[-1].end)
            above = None if folded[last[1] : last[1] + 1] in (".", "!", "?", "؟") else last
            lead = above if above and folded[above[1] - 1] == ":" else lead
        units += made
        gap = not made
        start = end + 1
    return tuple(units)


def _line(
    folded: str, start: int, end: int, lead: Span | None, bullet: re.Match[str] | None
) -> list[Unit]:
    hangs = lead if bullet or (lead and folded[lead[1] - 1] == ":") else None
    units, begin = [], start
    ends = [(m.start(), m.end(), m[0]) for m in _ends().finditer(folded, start, end)]
    for stop, after, mark in [*ends, (end, end, "")]:
        left, right = begin, stop
        while left < right and not (folded[left].isalnum() or folded[left] in "[(\"'"):
            left += 1
        while right > left and folded[right - 1].isspace():
            right -= 1
        if left < right:
            units.append(Unit(left, right, hangs, "?" in mark or "؟" in mark))
        begin = after
    return units


@functools.cache
def _ends() -> re.Pattern[str]:
    names = "|".join(map(re.escape, concept("name-endings").en))
    short = "".join(rf"(?<!\b{re.escape(word)})" for word in concept("abbreviations").en)
    return re.compile(rf"{short}(?:{_END}|{_GLUED}(?!(?:{names})\b))")


@functools.lru_cache(maxsize=16)
def page(text: str) -> Page:
    """The text laid out; asked for again, it is not laid out again."""
    return Page(text)


def sentences(text: str) -> tuple[Span, ...]:
    """Spans of sentences, lines and bullets, without surrounding space."""
    return page(text).sentences


def clauses(text: str, within: Span | None = None) -> tuple[Span, ...]:
    """Spans of the parts of sentences that commas, colons and turns of thought divide."""
    spans = [within] if within else sentences(text)
    plain = page(text).plain
    return tuple(piece for span in spans for piece in _pieces(plain, span))


@functools.cache
def _clause_end() -> re.Pattern[str]:
    turns = "|".join(map(re.escape, (*concept("clause-turn").en, *concept("clause-turn").ar)))
    return re.compile(rf"[;؛:]|,|،|\s[–—-]\s|[–—]|\b(?:{turns})\b", re.IGNORECASE)


def _pieces(text: str, within: Span) -> tuple[Span, ...]:
    pieces, start = [], within[0]
    for match in _clause_end().finditer(text, *within):
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
