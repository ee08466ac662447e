"""Reads numbers with their units: `2,6 %`, `AED 16.6m`, `٢٫٦٪`, `six inspectors`."""

import functools
import re
import unicodedata
from collections.abc import Iterable
from itertools import islice
from typing import Literal, NamedTuple

from course.reading.lexicon import load_lexicon
from course.reading.text import Span

_DIGITS = {d: str(unicodedata.digit(chr(d))) for zero in (0x660, 0x6F0, 0xFF10)
           for d in range(zero, zero + 10)}  # fmt: skip
# One character for one, so that places in the plain text are places in the original.
PLAIN = _DIGITS | str.maketrans("٪％٫٬\u00a0\u202f", "%%.,  ")
MOST = 2_000  # numbers looked at: no honest answer has more, a hostile one has 50,000
DIGITS = 30  # of a number that measures anything; with more it is no quantity
_FIGURES = r"\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)*"
Unit = Literal["%", "AED", ""]


class _Words(NamedTuple):
    """The lexicon's words of number, ready to be looked for."""

    quantity: re.Pattern[str]
    shared: re.Pattern[str]
    numbers: dict[str, float]
    scales: dict[str, float]


@functools.cache
def _words() -> _Words:
    lexicon = load_lexicon()
    word = "|".join(lexicon.number)
    written = rf"\b(?:{word})(?:-(?:{word}))?\b"  # twenty-two
    money = any_of(lexicon.words("dirham"))
    percent = any_of(lexicon.words("percent"))
    quantity = (
        rf"(?P<coin>(?<![a-z]){money}\s*)?(?<![\d.,])(?P<amount>{_FIGURES}|{written})"
        rf"(?:\s*(?P<percent>{percent})"
        rf"|\s*(?P<scale>{any_of(lexicon.scale)})?(?:\s*(?P<money>{money}))?)?"
    )
    to = any_of(lexicon.words("number-to"))
    shared = rf"\s*+(?:{percent})?\s*+(?:{to}|-|–|—|→|->)\s*+"
    return _Words(
        re.compile(quantity, re.IGNORECASE),
        re.compile(shared, re.IGNORECASE),
        lexicon.number,
        lexicon.scale,
    )


def any_of(words: Iterable[str]) -> str:
    """Either of these words, the longest first; a long Arabic one may take an ending."""
    longest = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(f"{re.escape(word)}{_border(word)}" for word in longest) + ")"


def _border(word: str) -> str:
    whole = word[-1].isalpha() and (word.isascii() or 1 < len(word) < 4)
    return r"(?!\w)" if whole else ""


class Quantity(NamedTuple):
    """A number as meant: `unit` is %, AED (in single dirhams) or nothing.

    `figures` are those it was written with, `step` what its last figure stands for.
    """

    start: int
    end: int
    value: float
    unit: Unit
    decimals: int
    figures: int
    step: float

    @property
    def span(self) -> Span:
        return self.start, self.end


@functools.lru_cache(maxsize=32)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every number of the text; `from 1.1 to 2.6 %` gives both their unit."""
    plain = text.translate(PLAIN)
    matches = (m for m in _words().quantity.finditer(plain) if len(m["amount"]) <= DIGITS)
    found = [_read(match) for match in islice(matches, MOST)]
    for i in range(len(found) - 2, -1, -1):
        after = found[i + 1]
        if (
            not found[i].unit
            and after.unit
            and _words().shared.fullmatch(plain, found[i].end, after.start)
        ):
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
    unit: Unit = "%" if match["percent"] else ""
    if match["scale"]:
        scale = _words().scales[match["scale"].lower()]
        value, step = value * scale, step * scale
    if match["coin"] or match["money"] or (match["scale"] and value >= 1e5):
        unit = "AED"
    figures = len(digits.lstrip("0")) - zeros
    start, end = match.start(), match.start() + len(match[0].rstrip())
    return Quantity(start, end, round(value, 6), unit, decimals, figures, step)


def _value(amount: str) -> tuple[float, int]:
    """The number, and how many decimals it was written with."""
    if amount[0].isalpha():
        return sum(float(_words().numbers[word]) for word in amount.split("-")), 0
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
