"""Reads dates in English and Arabic: which words they are, how precise, whether they exist.

`30 June 2027`, `end of Q2`, `first Sunday of March`, `within ten working days`. The names are
Babel's and the lexicon's (data/lexicon/calendar.toml); here is only how they are put together.
"""

import calendar
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple, get_args

from babel.dates import get_day_names, get_month_names

from course.reading.lexicon import load_lexicon
from course.reading.text import Span, letter, normal

Precision = Literal["day", "week", "month", "quarter", "year"]
_LOCALES = ("en", "en_GB", "ar", "ar_LB")  # the Gulf's months and the Levant's
_SOLAR = 12  # months from 13 on are those of the lunar year
MOST = 2_000  # dates looked at of each form: no honest answer has more
_LEAP = 2028  # without a year, 29 February may exist


class Date(NamedTuple):
    """A date's place; `real` if a calendar has it, `bare` if only a year or a month is named.

    A `length` is counted from another day: within two weeks, three months later.
    """

    start: int
    end: int
    precision: Precision
    real: bool = True
    bare: bool = False
    length: bool = False

    @property
    def span(self) -> Span:
        return self.start, self.end


@functools.lru_cache(maxsize=32)
def dates(text: str) -> tuple[Date, ...]:
    """Every date of the text, in order; where two begin alike, the longer."""
    plain, places = _folded(text)
    found = [date for pattern in _patterns() for date in _all(pattern, plain)]
    kept: list[Date] = []
    for date in sorted(found, key=lambda d: (d.start, -d.end, d.bare)):
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return tuple(d._replace(start=places[d.start], end=places[d.end]) for d in kept)


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """The text as words are compared, and the place in the text of each of its characters."""
    plain = normal(text)
    if len(plain) == len(text):
        return plain, range(len(text) + 1)
    pieces = [letter(character) for character in text]
    places = [i for i, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), [*places, len(text)]


@functools.cache
def months() -> dict[str, int]:
    """The number of each month's name, as compared: 1 to 12, and from 13 the lunar ones."""
    named = {
        normal(name).strip("."): number
        for locale in _LOCALES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale).items()
    }
    named |= dict.fromkeys(_words("month-also"), 9)
    for key in ("hijri-month", "hijri-month-also"):
        concept = load_lexicon().concept[key]
        for words in (concept.en, concept.ar):
            named |= {normal(word): _SOLAR + n for n, word in enumerate(words, 1)}
    return named


@functools.cache
def _weekdays() -> tuple[str, ...]:
    names = {normal(n) for loc in ("en", "ar") for n in get_day_names("wide", locale=loc).values()}
    return tuple(sorted(names))


@functools.cache
def _units() -> dict[str, Precision]:
    units = {word: kind for kind in get_args(Precision) for word in _words(f"{kind}-unit")}
    return units | dict.fromkeys(_words("pair-of-units"), "day")


def _singular() -> list[str]:
    """The units one can name as coming: "the coming weeks" are no date."""
    units = [load_lexicon().concept[f"{kind}-unit"] for kind in ("week", "month", "quarter")]
    return [normal(words[0]) for unit in units for words in (unit.en, unit.ar)]


def _words(key: str) -> tuple[str, ...]:
    return tuple(normal(word) for word in load_lexicon().words(key))


def _any(words: Iterable[str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+").replace(r"\-", "[- ]") for word in longest
    )


def _either(key: str) -> str:
    return f"(?:{_any(_words(key))})"


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month, doubtful = f"(?P<month>{_any(months())})", _words("doubtful-month")
    sure = f"(?P<bare>{_any(set(months()) - set(doubtful))})"
    day = rf"(?P<day>\d{{1,2}}){_either('day-ending')}?"
    year, any_year = r"(?P<year>(?:19|20)\d\d)", r"(?P<year>(?:19|20|1[34])\d\d)"
    of, edge, coming, by = map(_either, ("of", "edge", "coming", "by-when"))
    clitic = _either("clitic")
    then = rf"(?:,?\s*(?:{of}\s+)?{any_year}(?!\d|[.,]\d))?"
    ordinal, last = _either("ordinal"), _either("last-one")
    short = f"(?P<weekday>{_either('short-weekday')}|{clitic}?(?:{_any(_weekdays())}))"
    weekday = rf"{clitic}?(?:{_any(_weekdays())})"
    unit = f"(?P<unit>{_any(_units())})"
    longer = f"(?P<unit>{_any(w for w, kind in _units().items() if kind != 'day')})"
    soon = f"(?P<unit>{_any(_singular())})"
    quarter = rf"(?P<quarter>q[1-4]|[1-4]q|{ordinal}\s+{_either('quarter-unit')}"
    quarter += rf"|{clitic}?{_either('quarter-unit')}\s+{ordinal}(?<=[^\x00-\x7f]))"
    number = rf"(?:\d+|{_any(map(normal, load_lexicon().number))}|{_either('one')})"
    within, later = _either("within"), _either("later")
    written = (
        rf"{day}\s*(?:{of}\s+)?{clitic}?{month}{then}",
        rf"{month}\s+{day}(?!\d|[.,:]\d|\s*%){then}",
        rf"{month},?\s*{any_year}(?!\d)",
        rf"(?:{ordinal}|{last})\s+{short}(?:\s+{of})*\s+{month}{then}",
        rf"{short}\s+(?:{ordinal}|{last})(?:\s+{of})*\s+{month}{then}",
        rf"{by}\s+(?:{edge}\s+(?:{of}\s+)?)?(?:{coming}\s+)?{clitic}?{month}(?:\s+{coming})?{then}",
        rf"{edge}[\s-]+(?:{of}\s+)?(?:{coming}\s+)?{month}{then}",
        rf"(?:{edge}\s+(?:{of}\s+)?)?{quarter}{then}",
        rf"{edge}[\s-]+(?:{of}\s+)?{year}(?!\d)",
        rf"{edge}[\s-]+(?:{of}\s+)?(?:{coming}\s+)?{clitic}?{longer}",
        rf"(?P<length>{within})\s+(?:{number}\s+|\S{{1,20}}\s+(?=[^\x00-\x7f])|(?=[^\x00-\x7f])){unit}",
        rf"{number}\s+{unit}\s+(?P<length>{later})",
        rf"{coming}\s+(?:{soon}|(?P<weekday>{weekday}))",
        rf"{clitic}?{soon}\s+{coming}(?<=[^\x00-\x7f])",
        rf"{by}\s+(?P<weekday>{weekday})(?:\s+{coming})?",
        rf"(?P<weekday>{weekday})\s+{coming}(?<=[^\x00-\x7f])",
        rf"(?P<now>{_any(_words('right-now'))})",
        r"(?P<iso>20\d\d-\d\d(?:-\d\d)?)(?![\d-])",
        r"(?P<numeric>\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{4})(?!\d)",
        r"(?P<short>(?:0?[1-9]|[12]\d|3[01])(?P<mark>[/.-])(?:0?[1-9]|1[0-2])(?P=mark)\d\d)"
        r"(?![\d/]|[.-]\d)",
        r"(?<!-)(?P<monthly>(?:0?[1-9]|1[0-2])[/.-]20\d\d)(?!\d)",
        rf"(?P<half>{_any(_words('half-year'))}){then}",
        rf"{clitic}?{sure}",
        r"(?P<years>20\d\d)(?![\d%]|[.,]\d|\s*%)",
    )
    return tuple(re.compile(rf"(?<![\w/])(?<!\d[.,-]){clitic}?{one}(?!\w)") for one in written)


def _all(pattern: re.Pattern[str], plain: str) -> Iterator[Date]:
    for match in islice(pattern.finditer(plain), MOST):
        said = {name: words for name, words in match.groupdict().items() if words}
        yield _date(match.span(), said)


def _date(span: Span, said: dict[str, str]) -> Date:
    if numeric := said.get("numeric"):
        parts = [int(part) for part in re.split(r"\D", numeric)]
        one, other, year = parts
        return Date(*span, "day", _solar(one, other, year) or _solar(other, one, year))
    if iso := said.get("iso"):
        return _iso(span, [int(part) for part in iso.split("-")])
    if "month" in said:
        number, year = months()[_spaced(said["month"])], int(said.get("year", _LEAP))
        if "day" in said:
            day, lunar = int(said["day"]), number > _SOLAR
            return Date(*span, "day", 1 <= day <= 30 if lunar else _solar(day, number, year))
        return Date(*span, "day" if "weekday" in said else "month")
    if "unit" in said:
        return Date(*span, _units()[_spaced(said["unit"])], length="length" in said)
    # An Arabic month is a date on its own: no other word looks like it.
    bare = said.get("bare", "").isascii() and {"bare", "years", "half"} >= said.keys()
    return Date(*span, next(_PRECISIONS[name] for name in said if name in _PRECISIONS), bare=bare)


_PRECISIONS: dict[str, Precision] = {
    "quarter": "quarter", "half": "quarter", "now": "day", "monthly": "month", "bare": "month",
    "year": "year", "years": "year", "weekday": "day", "short": "day",
}  # fmt: skip


def _iso(span: Span, parts: list[int]) -> Date:
    """`2027-06-30`, `2027-06`; `2026-27` is a year that runs from one into the next."""
    if len(parts) == 2:
        into_next = parts[1] == (parts[0] + 1) % 100
        return Date(*span, "year" if into_next else "month", into_next or 1 <= parts[1] <= 12)
    return Date(*span, "day", _solar(parts[2], parts[1], parts[0]))


def _solar(day: int, month: int, year: int) -> bool:
    """Whether the Gregorian calendar has this day."""
    return 1 <= month <= _SOLAR and 1 <= day <= calendar.monthrange(max(year, 1), month)[1]


def _spaced(words: str) -> str:
    return " ".join(words.split())
