"""Kinds of fact a sentence can hold: an owner, a date, money, a comparison."""

import functools
import re
from itertools import islice

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
_ENGLISH_PACE = r"""
    monthly | weekly | quarterly | daily | annually | fortnightly
  | every\ (?:\w+\ )?(?:month|week|quarter|day|year|review|monday|sunday|fortnight)
  | each\ (?:month|week|quarter|day) | (?:once|twice)\ a\ (?:month|week|quarter|year)
  | (?:a|per)\ (?:month|week|quarter|fortnight)
"""
_ARABIC_PACE = r"""
    شهري\w* | أسبوعي\w* | اسبوعي\w* | ربع\ سنوي\w*
  | كل\ (?:شهر|أسبوع|اسبوع|أسبوعين|ربع|ثلاثة\ أشهر)
"""
_ROLES = r"""
    chief\ (?:executive|operating|financial)(?:\ officer)? | ceo | coo | cfo | md | gm
  | managing\ director | general\ manager | chairman | chairwoman | quantity\ surveyors?
  | (?:operations?|finance|commercial|hr|human\ resources|quality|construction|projects?|technical
    |contracts?|site|people)\ (?:director|manager|head|lead)s? | (?:head|director)\ of\ \w+
"""
_ARABIC_ROLES = r"""
    (?:ال)?مديرة?\ (?:ال)?\w+ | (?:ال)?رئيس\ (?:ال)?تنفيذي | العضو\ المنتدب | مجلس\ الإدارة
"""
_MYSELF = r"""
    I['’](?:ll|m) | myself | personally | I\ (?:will|shall)(?!\ (?:not|never))
  | I\ (?:am|own|myself|personally|chair|approve|have|take|ask|want|report|sign|stop|cancel|decide)
"""
_ARABIC_MYSELF = r"شخصيا? | بنفسي | \bس[أا]\w{3,} | \bأنا\b"
_COMPARES = r"""
    from\b[^.;\n]{1,40}?\bto | than | versus | vs | against | compared | instead\ of | cheaper
  | before\ and\ after | outweighs? | more | less | a\ fraction\ of | half | double[ds]?
"""
_ARABIC_COMPARES = r"""
    مقارنة | مقابل | أكثر\ من | أقل\ من | اكثر\ من | اقل\ من
  | من\ [\d.,]+[^.؛\n]{0,20}?(?:إلى|الى)
"""
# The year belongs to the standard or to the clause itself: any other year is only a year.
_EDITION = r"""
    9001\ ?[:\-–,(]?\ ?(?:2015|2026)
  | (?:edi?tions?|version|إصدار\w{0,9}|اصدار\w{0,9}|نسخة|طبعة)[,:]?\ \(?
    (?:(?:of|عام|لعام|سنة)\ )?(?:2015|2026)
  | (?:fifth|sixth|5th|6th|new|latest|current)\ edi?tion
  | ال(?:إصدار|اصدار)\ ال(?:جديد|خامس|سادس|حالي)
  | (?:2015|2026)\ (?:edition|version|standard)
  | 9001\ (?:لعام|لسنة|سنة|عام)\ (?:2015|2026)
  | \d\.\d(?:\.\d)?(?:\ ?[,(–]\ ?|\ (?:of|in|from|من|في)\ (?:the\ |iso\ 9001\ )?|\ )(?:2015|2026)
  | (?:2015|2026)\)?[,:]?\ (?:clauses?|بند|البند)\ \d\.\d
"""


def _pattern(english: str, arabic: str) -> re.Pattern[str]:
    """English between word borders, Arabic anywhere: its small words are written onto it."""
    return re.compile(rf"\b(?:{english})(?!\w) | (?:{arabic})", re.IGNORECASE | re.VERBOSE)


_PATTERNS = {
    "date": _pattern(_ENGLISH_DATE, _ARABIC_DATE),
    "frequency": _pattern(_ENGLISH_PACE, _ARABIC_PACE),
    "owner": _pattern(f"{_ROLES} | {_MYSELF}", f"{_ARABIC_ROLES} | {_ARABIC_MYSELF}"),
    "comparison": _pattern(_COMPARES, _ARABIC_COMPARES),
    "edition": re.compile(_EDITION, re.IGNORECASE | re.VERBOSE),
}
KINDS = ("number", "money", *_PATTERNS)


@functools.lru_cache(maxsize=32)
def find(kind: str, text: str) -> tuple[Span, ...]:
    """Where the text holds such a fact; offsets are into `text`."""
    if kind == "number":
        return tuple(q.span for q in quantities(text) if q.unit)
    if kind == "money":
        return tuple(q.span for q in quantities(text) if q.unit == "AED")
    found = _PATTERNS[kind].finditer(text.translate(PLAIN))
    return tuple(match.span() for match in islice(found, MOST))
