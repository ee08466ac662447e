"""5.2.2, kept as a document: the signs are a date, a version and who approved it."""

import re

from course.content.clauses import Edition
from course.judging.finding import Finding
from course.judging.policy_draft import Draft, Unit
from course.judging.policy_quote import in_a_row
from course.judging.policy_reasons import finding
from course.judging.policy_sentence import is_sentence
from course.judging.policy_terms import Terms
from course.reading.text import Span

_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sep(?:t(?:ember)?)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر"
    "|اكتوبر|نوفمبر|ديسمبر"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTH}),? (?:\d{{1,2}}, )?20\d\d\b"
    r"|\b20\d\d-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]20\d\d\b"
)
_VERSION = re.compile(
    r"\b(?:version|revision|rev\.?|issue(?: no\.?)?|edition no\.?|v)(?: no\.?)?:? ?\d+(?:\.\d+)?\b"
    r"|\b(?:ال)?(?:اصدار|مراجعه|نسخه)(?: رقم)?:? ?\d+(?:\.\d+)?"
)
_UP_TO_DATE = r"(?: (?!on\b|in\b|dated\b|at\b|and\b|before\b|في\b|بتاريخ\b)[^\W\d_][\w'&-]*){1,7}"
_APPROVAL = re.compile(
    rf"\b(?:approved|signed|authori[sz]ed|endorsed|adopted|issued) by:?{_UP_TO_DATE}"
    rf"|\bsignature(?: of|:){_UP_TO_DATE}"
    r"|\b(?:(?:group )?chief executive(?: officer)?|ceo|managing director|general manager|chairman"
    r"|president|chairwoman|executive director|owner and director|founder)\b"
    rf"|\b[وف]?(?:اعتمد|وقع)\w*:?{_UP_TO_DATE}|\b(?:اعتماد|توقيع):?{_UP_TO_DATE}"
    r"|(?:ال)?(?:مدير العام|رييس التنفيذي|عضو المنتدب|رييس مجلس)\w*"
)
_DOCUMENT = re.compile(r"\bdocumented (?:information|and)\b|\bcontrolled document\b|\bموثق\w*")
_POLICY = Terms("polic(?:y|ies)|this (?:document|statement|page)", "سياس|هذه (?:وثيقة|صفحة)")
_SIGNATURE_LINE = 12  # words; a longer line says something else


def review_documented(draft: Draft, edition: Edition) -> Finding:
    """Two of the three signs are enough to tell which version one holds."""
    signs = [_first(_DATE, draft), _first(_VERSION, draft), _approval(draft)]
    spans = [span for span in signs if span]
    count = len(spans)
    document = _first(_DOCUMENT, draft)
    if count < 2 and document:
        spans.append(document)
    reason = "met" if count >= 2 else "partly" if spans else "missing"
    words = in_a_row(draft, [draft.words(span) for span in sorted(spans)])
    return finding(draft, edition, "documented", reason, spans, words=words)


def document_line(draft: Draft, unit: Unit) -> bool:
    """A line about the document rather than in it: its version, its date, who approved it."""
    start, end = unit.start, unit.end
    return bool(_VERSION.search(draft.folded, start, end) or _DATE.search(draft.folded, start, end))


def _approval(draft: Draft) -> Span | None:
    """Who approved the policy; a signature in the work is another matter."""
    for unit in draft.units:
        found = _APPROVAL.search(draft.folded, unit.start, unit.end)
        if found and _of_the_policy(draft, unit, found.span()):
            return found.span()
    return None


def _of_the_policy(draft: Draft, unit: Unit, found: Span) -> bool:
    if document_line(draft, unit):
        return True
    said = draft.folded[slice(*found)]
    signed = " by" in said or ":" in said or " of " in said or said[0] > "\u0600"
    if signed and (draft.find(_POLICY, unit[:2]) or found[0] == unit.start):
        return True
    words = len(draft.folded[unit.start : unit.end].split())
    return words <= _SIGNATURE_LINE and not is_sentence(draft, unit)


def _first(pattern: re.Pattern[str], draft: Draft) -> Span | None:
    match = pattern.search(draft.folded)
    return match.span() if match else None
