"""A draft policy made ready for reading: folded letters, units, scopes, and the way back."""

import functools
import re
import unicodedata
from bisect import bisect_left
from typing import NamedTuple

from course.judging.policy_terms import Terms
from course.reading.text import Span, normal

_TAG = re.compile(r"<!--[^<>]*-->|</?[a-zA-Z][^<>]*>|&(?:nbsp|amp|lt|gt|quot|#\d{1,5});")
_BLOCK = re.compile(r"</?(?:p|li|br|div|h\d|tr|td|th|ul|ol|table)\b", re.IGNORECASE)
_BULLET = re.compile(
    r"\s*(?:[-–—*•▪●◦‣·✓✔➢>]|\(?(?:\d{1,2}|[a-z]|[ا-ي])[.)\-](?=\s)|#{1,4}(?=\s))\s*"
)
_END = re.compile(r"[.!?؟…]+[\"'»)\]]*(?=\s|$)|[•▪●◦‣]")
_SCOPE = re.compile(
    r"[;؛]|\b(?:but|however|although|though|while|whereas|because|so|until|unless|before|except"
    r"|yet|instead(?! of)|nor(?= (?:do|does|will|are|is|can)\b))\b"
    r"|(?:,|\band\b) ?(?:and )?(?=(?:we|everyone|they|always|will|shall|are|is|commit|strive"
    r"|(?:our|every|each|all|the)(?: \w+){0,2} "
    r"(?:will|shall|must|is|are|do|does|may|can|has|have))\b)"
    r"|\b(?:when|whenever|if|wherever)\b|,|،"
    r"|\b(?:لكن|ولكن|بل|حتي|الا|قبل|بينما|رغم|لان|لذلك)\b|\b(?:اذا|عندما)\b"
    r"|\bو(?=(?:ن|ست|سن)(?:لتزم|لبي|حسن|عمل|تعهد|حرص)\w*)"
)
_CONDITION = re.compile(r"(?:when|whenever|if|wherever|اذا|عندما)\b")


class Unit(NamedTuple):
    """A sentence or list item, in folded offsets; `lead` is the line a list hangs on."""

    start: int
    end: int
    lead: Span | None
    asks: bool


class Draft:
    """One text, folded once; every search is made once and remembered."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.folded, self._at = _fold(_TAG.sub(_blank, source))
        self.units = _units(self.folded)
        self.latin = any("a" <= c <= "z" for c in self.folded)
        self.arabic = any("\u0621" <= c <= "\u06ff" for c in self.folded)
        self._found: dict[Terms, list[Span]] = {}
        self._scopes: dict[Span, tuple[Span, ...]] = {}

    def find(self, terms: Terms, within: Span | None = None) -> list[Span]:
        """Where the terms stand, in order, in folded offsets."""
        if terms not in self._found:
            self._found[terms] = terms.find(self.folded, self.latin, self.arabic)
        spans = self._found[terms]
        if within is None:
            return spans
        first = bisect_left(spans, (within[0], 0))
        past = bisect_left(spans, (within[1], 0), first)
        return [span for span in spans[first:past] if span[1] <= within[1]]

    def scopes(self, unit: Unit) -> tuple[Span, ...]:
        span = (unit.start, unit.end)
        if span not in self._scopes:
            self._scopes[span] = _scopes(self.folded, *span)
        return self._scopes[span]

    def place(self, span: Span) -> Span:
        """Folded offsets as offsets into the source."""
        return self._at[span[0]], self._at[span[1] - 1] + 1

    def places(self, spans: list[Span]) -> tuple[Span, ...]:
        """Source spans in order; those that overlap become one."""
        merged: list[Span] = []
        for start, end in sorted(self.place(span) for span in spans if span[0] < span[1]):
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return tuple(merged)

    def words(self, span: Span, most: int = 90) -> str:
        """The learner's own words, shortened at a word's end."""
        start, end = self.place(span)
        said = " ".join(_TAG.sub(" ", self.source[start:end]).split())
        return said if len(said) <= most else said[:most].rsplit(" ", 1)[0] + " …"


def conditional(scope_text: str) -> bool:
    return bool(_CONDITION.match(scope_text))


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
    return "" if unicodedata.category(char) in ("Mn", "Cf", "Me") else normal(char)


def _fold(text: str) -> tuple[str, list[int]]:
    letters: list[str] = []
    at: list[int] = []
    soft = _soft_breaks(text)
    for index, char in enumerate(text):
        folded = " " if index in soft else _letter(char)
        if folded == " " and letters and letters[-1] in " \n":
            continue
        letters.extend(folded)
        at.extend([index] * len(folded))
    return "".join(letters), at


def _soft_breaks(text: str) -> frozenset[int]:
    """Line ends that only wrap a sentence, as text copied from a page has them."""
    soft = []
    for match in re.finditer(r"(?<=[^\s.!?:;؟؛])[^\S\n]*\n[^\S\n]*(?=(\w))", text):
        following = match[1]
        before = match.start() - (text.rfind("\n", 0, match.start()) + 1)
        wrapped_arabic = "\u0621" <= following <= "\u06ff" and before >= 60
        listed = re.match(r"[a-z\d]{1,2}[.)]", text[match.start(1) : match.start(1) + 3])
        if (following.islower() or wrapped_arabic) and not listed:
            soft.append(text.index("\n", match.start()))
    return frozenset(soft)


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
    ends = [(m.start(), m.end(), m[0]) for m in _END.finditer(folded, start, end)]
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


def _scopes(folded: str, start: int, end: int) -> tuple[Span, ...]:
    scopes, begin = [], start
    for match in _SCOPE.finditer(folded, start, end):
        comma = match[0] in (",", "،")
        if comma and not conditional(folded[begin:end]):
            continue
        scopes.append((begin, match.start()))
        begin = match.end() if comma else match.start()
    scopes.append((begin, end))
    return tuple(scope for scope in scopes if scope[0] < scope[1])
