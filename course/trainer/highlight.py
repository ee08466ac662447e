"""Marks the words that earned points: the criterion's tint, line and number before them."""

import re
from collections import Counter, defaultdict
from html import escape
from itertools import pairwise

from course.content import house
from course.reading import Span

Spans = dict[int, tuple[Span, ...]]
_PERCENT = re.compile(r"(?<=\d)[ \u00a0\u202f]?[%٪]")


def highlight(text: str, spans: Spans) -> str:
    """The text, escaped, with every span marked and numbered where it begins; they may overlap."""
    size = len(text)
    fit = {
        number: [fitted(text, (max(0, a), min(size, b))) for a, b in every if a < min(size, b)]
        for number, every in spans.items()
    }
    begin, end_at = defaultdict(list), defaultdict(list)
    for number, every in fit.items():
        for start, end in every:
            begin[start].append(number)
            end_at[end].append(number)
    pieces, open_spans = [], Counter[int]()
    for start, end in pairwise(sorted({0, size, *begin, *end_at})):
        open_spans.subtract(end_at[start])
        open_spans.update(begin[start])
        inside = [number for number in fit if open_spans[number]]
        beginning = [number for number in inside if number in begin[start]]
        pieces.append(_piece(text[start:end], inside, beginning))
    return "".join(pieces)


def fitted(text: str, span: Span) -> Span:
    """The span, with the per cent sign that belongs to the number it ends in."""
    start, end = span
    found = _PERCENT.match(text, end)
    return (start, found.end()) if found else span


def tone(number: int) -> str:
    """The class of a criterion's colours; with more criteria than colours, they come again."""
    return f"c{(number - 1) % len(house.CRITERIA) + 1}"


def _piece(text: str, inside: list[int], beginning: list[int]) -> str:
    if not inside:
        return escape(text)
    # In brackets and before the words: after a figure, a small number would read as a power.
    label = f"<small>[{' '.join(map(str, beginning))}]</small>" if beginning else ""
    return f'<mark class="earned {tone(inside[0])}">{label}{escape(text)}</mark>'
