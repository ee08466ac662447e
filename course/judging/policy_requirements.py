"""5.2.1: a commitment to the requirements that apply, the customer's and the law's."""

import re

from course.content.clauses import Edition
from course.judging.finding import Finding
from course.judging.policy_draft import Draft, Unit
from course.judging.policy_evidence import Evidence, listed_only, quote, quoted_denial
from course.judging.policy_polarity import flip, odd, polarity
from course.judging.policy_reasons import finding
from course.judging.policy_sentence import is_sentence
from course.judging.policy_vocabulary import (
    ANY_REQUIREMENTS,
    CUSTOMER_REQUIREMENTS,
    LEGAL_REQUIREMENTS,
    OTHER_VERBS,
    SATISFIED,
    SATISFY,
    STANDARD_REQUIREMENTS,
)
from course.reading.text import Span

_REACH = 150  # how far, in letters, a verb carries to what it promises
_POSSESSIVE = re.compile(r"\b(?:its|their|these|those)\b|متطلباتها|متطلباته\b")


def review_requirements(draft: Draft, edition: Edition) -> Finding:
    """Requirements of customers and of the law, both named."""
    evidence = _promised_requirements(draft)
    said = set(evidence.said)
    reason = _which_requirements(said, evidence)
    if reason == "missing":
        listed = listed_only(draft, CUSTOMER_REQUIREMENTS, LEGAL_REQUIREMENTS, ANY_REQUIREMENTS)
        reason = "keyword-list" if listed else reason
        return finding(draft, edition, "requirements", reason, listed)
    spans = (
        evidence.denials
        if reason == "negated"
        else evidence.spans() + (evidence.denials if reason == "contradicted" else [])
    )
    return finding(draft, edition, "requirements", reason, spans, words=quote(draft, spans))


def _which_requirements(said: set[str], evidence: Evidence) -> str:
    both = said & set(evidence.denied)
    if both - {"standard"}:
        return "contradicted"
    if {"customer", "legal"} <= said:
        return "met"
    for kind, reason in (
        ("customer", "customer-only"),
        ("legal", "legal-only"),
        ("any", "unnamed"),
    ):
        if kind in said:
            return reason
    if set(evidence.denied) - {"standard"}:
        return "negated"
    return "standard-only" if "standard" in said else "missing"


def _promised_requirements(draft: Draft) -> Evidence:
    evidence = Evidence()
    for unit in draft.units:
        if is_sentence(draft, unit):
            for kind, objects in _objects(draft, unit).items():
                for found in objects:
                    _note_requirement(draft, unit, evidence, kind, found)
    return evidence


def _objects(draft: Draft, unit: Unit) -> dict[str, list[Span]]:
    span = (unit.start, unit.end)
    standard = draft.find(STANDARD_REQUIREMENTS, span)
    named = {
        "customer": draft.find(CUSTOMER_REQUIREMENTS, span),
        "legal": _apart(draft.find(LEGAL_REQUIREMENTS, span), standard),
        "standard": standard,
    }
    taken = [found for spans in named.values() for found in spans]
    loose = _apart(draft.find(ANY_REQUIREMENTS, span), taken)
    return named | {"any": [found for found in loose if not _of_standard(draft, found, standard)]}


def _of_standard(draft: Draft, found: Span, standard: list[Span]) -> bool:
    """ "ISO 9001 and all its requirements": the requirements are the standard's."""
    words = draft.folded[slice(*found)]
    return any(s[1] <= found[0] for s in standard) and bool(_POSSESSIVE.search(words))


def _apart(spans: list[Span], taken: list[Span]) -> list[Span]:
    return [s for s in spans if not any(s[0] < t[1] and t[0] < s[1] for t in taken)]


def _note_requirement(draft: Draft, unit: Unit, evidence: Evidence, kind: str, found: Span) -> None:
    verb = _verb_of(draft, unit, found)
    if verb is not None:
        meant = polarity(draft, unit, found)
        denied = quoted_denial(draft, unit, found, found[1])
        evidence.note(kind, meant, verb, found, denial=denied)
        return
    after = _first(draft.find(SATISFIED, (found[1], min(unit.end, found[1] + 90))))
    if after is not None:
        meant = flip(polarity(draft, unit, found, after=False), odd(draft, found[1], after[1]))
        evidence.note(kind, meant, found, after, denial=(found[0], after[1]))
    elif re.search("compl|مطابق", draft.folded[slice(*found)]):
        meant = polarity(draft, unit, found)
        evidence.note(kind, meant, found, denial=quoted_denial(draft, unit, found, found[1]))


def _verb_of(draft: Draft, unit: Unit, found: Span) -> Span | None:
    """The nearest verb of meeting before the words, unless another verb stands between."""
    reach = (max(unit.start, found[0] - _REACH), found[0])
    verbs = draft.find(SATISFY, reach) or [
        v for v in draft.find(SATISFY, (unit.start, unit.end)) if v[0] <= found[0] < v[1]
    ]
    if not verbs and unit.lead:
        verbs = draft.find(SATISFY, unit.lead)
    if not verbs or any(other > verbs[-1] for other in draft.find(OTHER_VERBS, reach)):
        return None
    return None if ";" in draft.folded[verbs[-1][1] : found[0]] else verbs[-1]


def _first(spans: list[Span]) -> Span | None:
    return spans[0] if spans else None
