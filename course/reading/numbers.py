"""Reads numbers with their units: `2,6 %`, `AED 16.6m`, `٢٫٦٪`, `six inspectors`."""

import functools
import re
from itertools import islice
from typing import NamedTuple

from course.reading.text import Span

# One character for one, so that places in the plain text are places in the original.
PLAIN = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٪٫٬％０１２３４５６７８９\u00a0\u202f",
    "01234567890123456789%.,%0123456789  ",
)
_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twelve": 12, "ستة": 6, "ست": 6, "سته": 6,
}  # fmt: skip
_AMOUNT = r"\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)*|" + "|".join(
    rf"\b{word}\b" for word in _WORDS
)
_QUANTITY = re.compile(
    rf"(?P<coin>\b(?:aed|dhs?|dirhams?)\s*|درهم\s*)?"
    rf"(?<![\d.,])(?P<amount>{_AMOUNT})"
    r"(?:\s*(?P<percent>%|percent\b|per\s?cent\b|pct\b|في المائة|في المئة|بالمائة|بالمئة|في الميه)"
    r"|\s*(?P<scale>millions?\b|mn\b|m\b|mio\b|k\b|thousand\b|bn\b|billion\b|مليون|ملايين|الف\b|ألف\b)?"
    r"(?:\s*(?P<money>aed\b|dhs?\b|dirhams?\b|درهما|درهم))?)?",
    re.IGNORECASE,
)
_SCALES = {"m": 1e6, "k": 1e3, "t": 1e3, "b": 1e9, "م": 1e6, "ا": 1e3, "أ": 1e3}
_SHARED = re.compile(
    r"\s*+(?:%|percent|per cent)?\s*+(?:to|and|-|–|—|→|->|الى|إلى|و)\s*+", re.IGNORECASE
)
MOST = 2_000  # numbers looked at: no honest answer has more, a hostile one has 50,000
DIGITS = 30  # of a number that measures anything; with more it is no quantity


class Quantity(NamedTuple):
    """A number as meant: `unit` is %, AED (in single dirhams) or nothing.

    `figures` are those it was written with, `step` what its last figure stands for.
    """

    start: int
    end: int
    value: float
    unit: str
    decimals: int
    figures: int
    step: float

    @property
    def span(self) -> Span:
        return self.start, self.end


@functools.lru_cache(maxsize=16)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every number of the text; `from 1.1 to 2.6 %` gives both their unit."""
    plain = text.translate(PLAIN)
    matches = (m for m in _QUANTITY.finditer(plain) if len(m["amount"]) <= DIGITS)
    found = [_read(match) for match in islice(matches, MOST)]
    for i in range(len(found) - 2, -1, -1):
        after = found[i + 1]
        if not found[i].unit and after.unit and _SHARED.fullmatch(plain, found[i].end, after.start):
            found[i] = _like(found[i], after)
    return tuple(found)


def _like(one: Quantity, other: Quantity) -> Quantity:
    millions = other.unit == "AED" and one.value < 1e4 <= other.value
    scale = 1e6 if millions else 1
    return one._replace(unit=other.unit, value=one.value * scale, step=one.step * scale)


def _read(match: re.Match[str]) -> Quantity:
    amount = match["amount"].lower()
    value, decimals = _value(amount)
    digits = re.sub(r"\D", "", amount)
    zeros = 0 if decimals else len(digits) - len(digits.rstrip("0"))
    step = 10.0 ** (zeros - decimals)
    unit = "%" if match["percent"] else ""
    if match["scale"]:
        scale = _SCALES[match["scale"][0].lower()]
        value, step = value * scale, step * scale
    if match["coin"] or match["money"] or (match["scale"] and value >= 1e5):
        unit = "AED"
    figures = len(digits.lstrip("0")) - zeros
    start, end = match.start(), match.start() + len(match[0].rstrip())
    return Quantity(start, end, round(value, 6), unit, decimals, figures, step)


def _value(amount: str) -> tuple[float, int]:
    """The number, and how many decimals it was written with."""
    if amount in _WORDS:
        return float(_WORDS[amount]), 0
    if re.fullmatch(r"\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?", amount):
        amount = re.sub("[ ,]", "", amount)
    amount = amount.replace(",", ".")
    if amount.count(".") > 1:  # a clause number or a date, never a measure
        return float("nan"), 0
    return float(amount), len(amount.partition(".")[2])


def same(wanted: Quantity, said: Quantity) -> bool:
    """Whether `said` states `wanted`: the same number, or rounded with two figures kept."""
    if said.unit != wanted.unit and not (said.unit == "" and said.decimals):
        return False
    value, step = said.value, said.step
    if said.unit == "" and wanted.unit == "AED":
        value, step = value * 1e6, step * 1e6
    if abs(value - wanted.value) <= 1e-6 * max(1.0, abs(wanted.value)):
        return True
    return said.figures >= 2 and abs(value - wanted.value) <= step * (0.5 + 1e-9)
