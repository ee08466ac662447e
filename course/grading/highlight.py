"""Marks the words that earned points: tint, underline and the criterion's number."""

from html import escape
from itertools import pairwise

from course.scoring.mark import Span

Spans = dict[int, tuple[Span, ...]]


def highlight(text: str, spans: Spans) -> str:
    """The text, escaped, with every span marked and numbered at its end; spans may overlap."""
    size = len(text)
    fit = {
        number: [(max(0, a), min(size, b)) for a, b in every if a < min(size, b)]
        for number, every in spans.items()
    }
    edges = sorted({0, size} | {edge for every in fit.values() for span in every for edge in span})
    pieces = []
    for start, end in pairwise(edges):
        inside = [n for n, every in fit.items() if any(a <= start and end <= b for a, b in every)]
        ending = [n for n in inside if any(b == end for _, b in fit[n])]
        pieces.append(_piece(text[start:end], bool(inside), ending))
    return "".join(pieces)


def _piece(text: str, earned: bool, ending: list[int]) -> str:
    if not earned:
        return escape(text)
    label = f"<sup>{' '.join(map(str, ending))}</sup>" if ending else ""
    return f'<mark class="earned">{escape(text)}{label}</mark>'
