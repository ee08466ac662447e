"""Kinds of fact a sentence can hold: an owner, a date, money, a comparison."""

import re

from course.scoring.figures import PLAIN, quantities
from course.scoring.mark import Span

_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_AR_MONTHS = "يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر"
_PERIOD = r"days?|weeks?|months?|quarters?|years?"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety)"
_ROLE = (
    r"chief (?:executive|operating|financial) ?(?:officer)?|ceo|coo|cfo"
    r"|managing director|general manager|md\b|gm\b"
    r"|(?:operations?|finance|commercial|hr|human resources|quality|construction|projects?|technical"
    r"|contracts?|site|people)\s(?:director|manager|head|lead)|head of \w+|director of \w+"
    r"|project managers?|site managers?|quantity surveyors?|board|chairman|chairwoman|qa/qc manager"
)
_AR_ROLE = (
    "(?:ال)?مدير (?:ال)?(?:عام|مالي|تنفيذي|عمليات|جودة|مشاريع|موارد)|(?:ال)?رئيس (?:ال)?تنفيذي"
    "|مدير(?:ة)? (?:ال)?\\w+|مجلس الإدارة|العضو المنتدب"
)
_FLAGS = re.IGNORECASE | re.UNICODE
_PATTERNS = {
    "date": re.compile(
        rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})|(?:by|in|from|on|until|before|since"
        rf"|end of|start of|mid)\s+(?:the\s+)?(?:end\s+(?:of\s+)?)?(?:next\s+|this\s+)?(?:{_MONTHS})"
        rf"|(?:{_MONTHS})\s+(?:\d{{1,2}}|20\d\d)|20\d\d-\d\d(?:-\d\d)?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}"
        rf"|q[1-4]\b|(?:within|in|after|for|over)\s+(?:the\s+next\s+)?{_NUMBER}\s+(?:{_PERIOD})"
        rf"|(?:next|this)\s+(?:week|month|quarter|monday|sunday)|today|tomorrow|immediately"
        rf"|with immediate effect|from now on|(?:first|second|third|fourth) quarter"
        rf"|{_NUMBER}\s+(?:months?|weeks?|days?)\s+(?:later|from now|after)|year[- ]end)"
        rf"|(?:{_AR_MONTHS})|خلال\s+\S+\s+(?:يوم|أيام|ايام|شهر|أشهر|اشهر|أسابيع|أسبوع)\w*"
        r"|(?:ال)?(?:شهر|ربع|أسبوع|اسبوع)\s+(?:ال)?(?:قادم|مقبل|أول|ثاني|ثالث|رابع)|اليوم|غدا|فورا|نهاية\s+(?:ال)?(?:شهر|ربع|عام|سنة)",
        _FLAGS,
    ),
    "frequency": re.compile(
        r"\b(?:monthly|weekly|quarterly|daily|annually|every\s+(?:\w+\s+)?(?:month|week|quarter|day|year|review"
        r"|monday|sunday)|each\s+(?:month|week|quarter|day)|(?:once|twice)\s+a\s+(?:month|week|quarter|year)"
        r"|per\s+(?:month|week|quarter))\b|شهري\w*|أسبوعي\w*|اسبوعي\w*|ربع سنوي\w*|كل\s+(?:شهر|أسبوع|اسبوع|ربع|ثلاثة أشهر)",
        _FLAGS,
    ),
    "owner": re.compile(
        rf"\b(?:{_ROLE})\b|{_AR_ROLE}|\bI(?:['’](?:ll|m)|\s+(?:will|shall|am|own|myself|personally|chair|approve|have|take|ask"
        r"|want|report|sign|stop|cancel|decide))\b|\bmyself\b|\bpersonally\b|شخصي[اً]*|بنفسي|\bس(?:أ|ا)\w{3,}|\bأنا\b",
        _FLAGS,
    ),
    "comparison": re.compile(
        r"\bfrom\b[^.;\n]{1,40}?\bto\b|\b(?:than|versus|vs|against|compared|instead of|before and after|outweighs?|cheaper|more|less"
        r"|a fraction of|half|double[ds]?)\b|مقارنة|مقابل|أكثر من|أقل من|اكثر من|اقل من|من\s+[\d.,]+[^.؛\n]{0,20}?(?:إلى|الى)",
        _FLAGS,
    ),
    "edition": re.compile(
        r"(?:9001|27001|edition|clause|بند|البند|إصدار|اصدار)[^.;\n]{0,24}?(?:2015|2026)|\(\s*(?:2015|2026)|(?:2015|2026)\s*\)"
        r"|(?:2015|2026)\s+(?:edition|version|standard)|\d\.\d(?:\.\d)?[^.;\n]{0,20}?(?:2015|2026)|(?:2015|2026)[^.;\n]{0,24}?\d\.\d",
        _FLAGS,
    ),
}  # fmt: skip
KINDS = ("number", "money", *_PATTERNS)


def find(kind: str, text: str) -> tuple[Span, ...]:
    """Where the text holds such a fact; offsets are into `text`."""
    if kind == "number":
        return tuple(q.span for q in quantities(text) if q.unit)
    if kind == "money":
        return tuple(q.span for q in quantities(text) if q.unit == "AED")
    return tuple(m.span() for m in _PATTERNS[kind].finditer(text.translate(PLAIN)))
