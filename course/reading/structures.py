"""Kinds of fact a sentence can hold: an owner, a date, money, a comparison."""

import functools
import re
from itertools import islice

from course.reading.layout import page
from course.reading.numbers import MOST, PLAIN, quantities
from course.reading.text import Span

_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_AR_MONTHS = (
    "يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر"
)
_PERIOD = r"(?:days?|weeks?|months?|quarters?|years?)"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety)"
_ENGLISH_DATE = rf"""
    \d{{1,2}}(?:st|nd|rd|th)?\ (?:of\ )?(?:{_MONTHS})
  | (?:{_MONTHS})\ (?:\d{{1,2}}|20\d\d)
  | (?:by|in|from|on|until|before|since|end\ of|start\ of|mid)\ (?:the\ )?(?:end\ (?:of\ )?)?
    (?:next\ |this\ )?(?:{_MONTHS})
  | 20\d\d-\d\d(?:-\d\d)? | \d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}} | q[1-4]
  | (?:within|in|after|for|over)\ (?:the\ next\ )?{_NUMBER}\ {_PERIOD}
  | {_NUMBER}\ {_PERIOD}\ (?:later|from\ now|after)
  | (?:next|this)\ (?:week|month|quarter|monday|sunday) | (?:first|second|third|fourth)\ quarter
  | today | tomorrow | immediately | with\ immediate\ effect | from\ now\ on | year[\ -]end
"""
_ARABIC_DATE = rf"""
    (?:{_AR_MONTHS}) | اليوم | غدا | فورا | نهاية\ (?:ال)?(?:شهر|ربع|عام|سنة)
  | خلال\ \S{{1,20}}\ (?:يوم|أيام|ايام|شهر|أشهر|اشهر|أسابيع|أسبوع)\w*
  | (?:ال)?(?:شهر|ربع|أسبوع|اسبوع)\ (?:ال)?(?:قادم|مقبل|أول|ثاني|ثالث|رابع)
"""


def _pattern(english: str, arabic: str) -> re.Pattern[str]:
    """English between word borders, Arabic anywhere: its small words are written onto it."""
    return re.compile(rf"\b(?:{english})(?!\w) | (?:{arabic})", re.IGNORECASE | re.VERBOSE)


_DATE = _pattern(_ENGLISH_DATE, _ARABIC_DATE)
# The other kinds, by the concepts of the lexicon that show them.
_SHOWN_BY = {
    "frequency": ("pace",),
    "owner": ("role-held", "myself"),
    "comparison": ("comparison",),
    "edition": ("edition",),
}
KINDS = ("number", "money", "date", *_SHOWN_BY)


@functools.lru_cache(maxsize=32)
def find(kind: str, text: str) -> tuple[Span, ...]:
    """Where the text holds such a fact; offsets are into `text`."""
    if kind == "number":
        return tuple(q.span for q in quantities(text) if q.unit)
    if kind == "money":
        return tuple(q.span for q in quantities(text) if q.unit == "AED")
    if kind == "date":
        found = _DATE.finditer(text.translate(PLAIN))
        return tuple(match.span() for match in islice(found, MOST))
    laid = page(text)
    shown = sorted(laid.place(span) for name in _SHOWN_BY[kind] for span in laid.find(name))
    return tuple(shown[:MOST])
