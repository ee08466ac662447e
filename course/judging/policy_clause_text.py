"""Text that hands the clause back: the standard's phrases where a company's promise should be."""

from dataclasses import replace

from course.judging.finding import Finding
from course.judging.policy_documented import document_line
from course.judging.policy_draft import Draft, Unit
from course.judging.policy_reasons import VERDICTS
from course.judging.policy_sentence import is_sentence
from course.judging.policy_terms import Terms
from course.reading.text import Span

# One alone is common trade speech; several in a text are a copy. Our markers, not its sentences.
_MARKERS = (
    Terms(
        r"(?:appropriate|suitable|relevant) (?:to|for) (?:the |our |its )?(?:purpose|nature"
        r"|context)",
        "(?:ملائم|مناسب|تناسب|تلائم)\\w* (?:غرض|أغراض|غاية|سياق)",
    ),
    Terms(r"context of (?:the|our|its) organi[sz]ation", "(?:غرض|سياق) (?:مؤسسة|منظمة)"),
    Terms(
        r"support(?:s|ing)? (?:its|the|our) strategic direction",
        "(?:تدعم|يدعم|دعم) (?:توجه|اتجاه)\\w* استراتيجي",
    ),
    Terms(
        r"framework for (?:\w+ )?(?:and \w+ )?(?:the |our )?(?:quality )?objectives",
        "إطار (?:عمل )?(?:وضع|تحديد|صياغة) أهداف",
    ),
    Terms(
        r"satisfy(?:ing)? (?:all )?(?:the )?applicable requirements",
        "(?:تلبية|استيفاء) متطلبات (?:منطبق|معمول|مطبق|سار)",
    ),
    Terms(
        r"continual improvement of (?:the|our|its) (?:quality )?management system",
        "تحسين مستمر نظام إدارة جودة",
    ),
    Terms(
        r"maintained as documented information|be communicated, understood"
        r"|communicated, understood and applied",
        "معلومات موثق|إبلاغ[^.،؛]{0,20} وفهم\\w* وتطبيق",
    ),
    Terms(
        r"available to (?:relevant )?interested parties|as appropriate",
        "متاح\\w* أطراف (?:معني|مهتم|ذات)|حسب (?:اقتضاء|ملاءمة)",
    ),
)
_SEVERAL = 3


def hands_back(draft: Draft) -> bool:
    return sum(bool(draft.find(marker)) for marker in _MARKERS) >= _SEVERAL


def at_most_partly(draft: Draft, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Where the clause is handed back, what rests on its words alone is half said."""
    if not hands_back(draft):
        return found
    said = [u for u in draft.units if is_sentence(draft, u) and not document_line(draft, u)]
    copied = [u for u in draft.units if any(draft.find(m, u[:2]) for m in _MARKERS)]
    mostly = 2 * sum(unit in copied for unit in said) >= len(said)
    return tuple(
        replace(finding, verdict=VERDICTS[finding.key]["clause-text"], reason="clause-text")
        if finding.met
        and "clause-text" in VERDICTS[finding.key]
        and (mostly or _rests_on(draft, copied, finding.spans))
        else finding
        for finding in found
    )


def _rests_on(draft: Draft, copied: list[Unit], spans: tuple[Span, ...]) -> bool:
    places = [draft.place(unit[:2]) for unit in copied]
    return all(any(a <= start and end <= b for a, b in places) for start, end in spans)
