"""Numbers and months as a reader says them, in either language."""

from datetime import date

from babel import Locale
from babel.dates import get_month_names

from course.content.cases import Measure
from course.content.wordings import wording
from course.content.words import Language

MILLION = 1_000_000


def number(value: float, places: int) -> str:
    """Thousands grouped, a fixed number of decimals; never a minus before a nought."""
    text = f"{value:,.{places}f}"
    return text.removeprefix("-") if not text.strip("-0.,") else text


def amount(
    value: float | None, measure: Measure, language: Language, *, millions: bool, bare: bool = False
) -> str:
    """A value with its unit; `bare` leaves off a unit that only counts things."""
    say = wording(language)
    if value is None:
        return say("chart.none")
    unit = measure.unit[language]
    if millions:
        places = 1 if abs(value) >= MILLION else 2
        return say("chart.millions", number=number(value / MILLION, places), unit=unit)
    digits = number(value, measure.decimals)
    if unit == "%":
        return say("chart.percent", number=digits)
    return digits if bare else say("chart.amount", number=digits, unit=unit)


def month_name(month: str, language: Language) -> str:
    """`2025-10` as October 2025."""
    year, number_of_month = month.split("-")
    return f"{get_month_names('wide', locale=language)[int(number_of_month)]} {year}"


def today_long(language: Language) -> str:
    """Today as a document says it: 25 November 2026."""
    today = date.today()
    return f"{today.day} {month_name(f'{today:%Y-%m}', language)}"


def month_short(month: str, language: Language) -> str:
    """The month's short name, without its year, for an axis."""
    name: str = get_month_names("abbreviated", locale=language)[int(month[5:])]
    return name


def counted(entry: str, count: int, language: Language) -> str:
    """An entry for so many things; Arabic has other forms for two and for a few."""
    say, form = wording(language), Locale.parse(language).plural_form(count)
    name = f"{entry}_{form}"
    return say(name if say.has(name) else entry, count=count)
