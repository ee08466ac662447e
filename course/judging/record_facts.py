"""What a field of a form holds: a number, a period, a date, a person; or only a wish."""

import re

from course.judging import record_words as said
from course.judging.policy_terms import Terms
from course.reading.functionwords import FUNCTION_WORDS
from course.reading.numbers import PLAIN, quantities
from course.reading.structures import find
from course.reading.text import normal, words
from course.reading.tokens import tokenise

LONGEST = 2_000  # characters of a field that are judged: a pasted page must not freeze the form
_YEARS = range(1990, 2101)
_NOBODY = re.compile(
    r"\W*(?:all|every\w*|the (?:team|company|management|department|board)|team|(?:top )?management"
    r"|staff|all (?:\w+ ?){1,3}|employees?|departments?|qms|tbd|tbc"
    r"|الجميع|(?:كل|جميع) \w+|الاداره|الفريق|العاملون|الموظفون|الاقسام)\W*"
)
_NOTHING = re.compile(
    r"\W*(?:none|no|nil|n/?a|nothing|not (?:needed|required|applicable)|existing(?: \w+)?"
    r"|within budget|as is|available"
    r"|لا شيء|لا يوجد|غير مطلوب|الموارد الحاليه|متوفره?|ضمن الميزانيه)\W*"
)
_SEVERAL = re.compile(r"\s(?:and|&|\+|or)\s|[/;,،]|\sو(?=\w)|\sاو\s")
_SIGNED = re.compile(r"(?:^|\s)[-–−+]\s?\d")
_TO = re.compile(r"\d\D{0,12}\b(?:to|الي) (?=\d)")
_ARRIVES = re.compile(r"\b(?:to|at|under|below|above|least|most) \d|(?:الي|عند) \d")


def says(terms: Terms, text: str) -> bool:
    """Whether any of the terms stands in the text."""
    return bool(terms.find(normal(text), True, True))


def folded(text: str) -> str:
    """Digits and percent signs in one form, character for character."""
    return text.translate(PLAIN)


def empty(text: str) -> bool:
    return not words(text)


def has_number(text: str) -> bool:
    """A figure that says how much; that of a year does not."""
    return first_number(text) is not None


def undated(text: str) -> str:
    """The text without its dates, so that a figure is one that measures something."""
    for start, end in sorted(find("date", text), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def first_number(text: str) -> float | None:
    """The first figure of a field, as meant; None without one."""
    meant = (q.value for q in quantities(text) if q.unit or q.value not in _YEARS)
    return next(meant, None)


def arrival(text: str) -> float | None:
    """The figure a target arrives at: `from 61 to 90 %` arrives at 90."""
    plain = normal(folded(text))
    said_to = _TO.search(plain)
    return first_number(plain[said_to.end() :]) if said_to else first_number(text)


def has_period(text: str) -> bool:
    return says(said.PERIOD, folded(text))


def has_date(text: str) -> bool:
    """A day, month, quarter or year by which something is done."""
    return bool(find("date", text)) or says(said.DATE, folded(text))


def has_pace(text: str) -> bool:
    """How often: monthly, each quarter, at every review."""
    return bool(find("frequency", text))


def says_none(text: str) -> bool:
    return bool(_NOTHING.fullmatch(normal(text)))


def only_reminds(text: str) -> bool:
    """Nothing but training, reminding and revising: what a checklist-minded leader orders."""
    plain = normal(text)
    spans = said.REMINDERS.find(plain, True, True)
    for start, end in sorted(spans, reverse=True):
        plain = f"{plain[:start]} {plain[end:]}"
    return bool(spans) and not said.DEEDS.find(plain, True, True)


def names_office(text: str) -> bool:
    """Whether somebody is named by office: the finance director, the site manager."""
    return bool(find("owner", text))


def owner_of(text: str) -> str:
    """What an owner's field names: `one`, `several`, `quality`, `nobody` or nothing."""
    if empty(text):
        return ""
    if _NOBODY.fullmatch(normal(text)):
        return "nobody"
    if _SEVERAL.search(normal(text).strip()) and len(words(text)) > 3:
        return "several"
    return "quality" if says(said.QUALITY_OFFICE, text) else "one"


def says_change(text: str) -> bool:
    """`10 % fewer` or `-10 %`, without saying where that ends."""
    plain = folded(text)
    changes = bool(_SIGNED.search(plain)) or says(said.CHANGE, plain)
    return changes and not _ARRIVES.search(normal(plain))


def related(one: str, other: str) -> bool:
    """Whether two texts have a word of substance in common, whatever its ending."""
    return not roots(one).isdisjoint(roots(other))


def roots(text: str) -> set[str]:
    """The beginnings of a text's words of substance."""
    tokens, _ = tokenise(text)
    said = (token for token in tokens if token.norm not in FUNCTION_WORDS)
    return {token.stem[:5] for token in said if len(token.stem) > 2 and not token.stem.isdigit()}


def short(text: str, most: int = 70) -> str:
    """A field's words as a review quotes them."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
