"""Kinds of fact a sentence can hold: an owner, a date, money, a comparison."""

import functools
import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import islice

from course.reading.dates import Date, dates
from course.reading.functionwords import function_words
from course.reading.layout import page
from course.reading.lexicon import load_lexicon
from course.reading.numbers import MOST, PLAIN, Quantity, quantities
from course.reading.text import Span, words
from course.reading.wordlists import word_set

# The kinds that concepts of the lexicon show.
_SHOWN_BY = {
    "frequency": ("pace",),
    "owner": ("role-held", "myself"),
    "comparison": ("comparison",),
    "edition": ("edition",),
}
_SIGNS = {
    "change": re.compile(r"(?:^|[^\s\d%]\s+|\()[-–−+]\s?\d|\bby \d+(?:[.,]\d+)? ?%", re.IGNORECASE),
    "comma": re.compile(r"\w+\s*[,،]\s*\w+"),
}
_DATES: dict[str, Callable[[Date], bool]] = {
    "date": lambda date: date.real and not date.bare,
    "period": lambda date: date.real,
    "impossible-date": lambda date: not date.real,
}
_YEARS = range(1990, 2101)
_BEFORE = 5  # words: `no later than the end of`
_WHOLE = 100  # per cent; no part is more
_WILD = 1000  # per cent; more is a slip of the pen
_NUMBERS: dict[str, Callable[[Quantity, str], bool]] = {
    "number": lambda said, _: bool(said.unit),
    "money": lambda said, _: said.unit == "AED",
    "amount": lambda said, text: _counts(said) and not _dated(said, text, lengths=False),
    "measure": lambda said, text: _counts(said) and not _dated(said, text, lengths=True),
    "over-whole": lambda said, _: said.unit == "%" and said.value > _WHOLE,
    "wild-share": lambda said, _: said.unit == "%" and said.value > _WILD,
}
KINDS = (*_NUMBERS, *_DATES, *_SHOWN_BY, *_SIGNS, "several", "elapsed")


@functools.lru_cache(maxsize=32)
def find(kind: str, text: str) -> tuple[Span, ...]:
    """Where the text holds such a fact; offsets are into `text`."""
    if kind in _NUMBERS:
        return tuple(q.span for q in quantities(text) if _NUMBERS[kind](q, text))
    if kind in _DATES:
        return tuple(date.span for date in dates(text) if _DATES[kind](date))
    if kind == "elapsed":
        return tuple(span for span in find("period", text) if due(text, span) is None)
    if kind in _SHOWN_BY:
        laid = page(text)
        found = (span for name in _SHOWN_BY[kind] for span in laid.find(name))
        return tuple(sorted(map(laid.place, islice(found, MOST))))
    pattern = _several() if kind == "several" else _SIGNS[kind]
    matches = pattern.finditer(text.translate(PLAIN))
    return tuple(match.span() for match in islice(matches, MOST))


def due(text: str, day: Span) -> int | None:
    """Where the words begin that make a day a last one: `by the end of` it."""
    between = function_words() | word_set("end-of")
    first = words(text, day)[:1]
    for word in (*first, *reversed(words(text, (0, day[0]))[-_BEFORE:])):
        if word.norm in word_set("due-by"):
            return word.start
        if word not in first and word.norm not in between:
            return None
    return None


def _counts(said: Quantity) -> bool:
    """A number says how much; that of a year does not."""
    return bool(said.unit) or said.value not in _YEARS


def _dated(said: Quantity, text: str, *, lengths: bool) -> bool:
    """Whether a number is part of a date; `within 30 days` is one only if `lengths` are."""
    found = dates(text)  # in order, none within another
    before = bisect_right(found, said.start, key=lambda date: date.start)
    if not before or said.start >= found[before - 1].end:
        return False
    return lengths or not found[before - 1].length


@functools.cache
def _several() -> re.Pattern[str]:
    """What joins two names: a sign or a word, with the letter after it."""
    joiners = load_lexicon().concept["joiner"]
    english = "|".join(joiners.en)
    arabic = "|".join(joiners.ar)
    return re.compile(rf"\s(?:{english}|[&+])\s+\w|[/;]\s*\w|\s(?:{arabic})\w", re.IGNORECASE)
