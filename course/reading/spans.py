"""Spans of a text put together."""

from collections.abc import Iterable

from course.reading.text import Span


def joined(spans: Iterable[Span], text: str = "") -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap made one; in a `text`, neighbours as well."""
    found: list[Span] = []
    for start, end in sorted(spans):
        between = text[found[-1][1] : start] if found else ""
        if found and (start <= found[-1][1] or (between and not between.strip(" "))):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
