"""Every verdict a review can give, by finding and reason; the wording has one entry for each."""

from course.content.clauses import ClauseRef, Edition
from course.judging.finding import Finding, Verdict
from course.judging.policy_draft import Draft
from course.reading.text import Span

VERDICTS: dict[str, dict[str, Verdict]] = {
    "purpose": {
        "met": "met",
        "clause-text": "partly",
        "no-strategy": "partly",
        "strategy-unnamed": "partly",
        "no-purpose": "partly",
        "thin": "partly",
        "clause-words": "partly",
        "missing": "missing",
        "keyword-list": "missing",
    },
    "direction": {
        "met": "met",
        "clause-text": "partly",
        "unnamed": "partly",
        "no-context": "partly",
        "no-strategy": "partly",
        "missing": "missing",
        "keyword-list": "missing",
    },
    "objectives": {
        "met": "met",
        "clause-text": "partly",
        "said-only": "partly",
        "hooks-only": "partly",
        "contradicted": "partly",
        "negated": "missing",
        "missing": "missing",
        "keyword-list": "missing",
    },
    "requirements": {
        "met": "met",
        "clause-text": "partly",
        "customer-only": "partly",
        "legal-only": "partly",
        "unnamed": "partly",
        "contradicted": "partly",
        "standard-only": "missing",
        "negated": "missing",
        "missing": "missing",
        "keyword-list": "missing",
    },
    "improvement": {
        "met": "met",
        "clause-text": "partly",
        "no-object": "partly",
        "other-object": "partly",
        "not-continual": "partly",
        "contradicted": "partly",
        "negated": "missing",
        "missing": "missing",
        "keyword-list": "missing",
    },
    "documented": {"met": "met", "partly": "partly", "missing": "missing"},
    "communicated": {
        "met": "met",
        "clause-text": "partly",
        "said-only": "partly",
        "told-only": "partly",
        "not-told": "partly",
        "contradicted": "partly",
        "negated": "missing",
        "missing": "missing",
        "keyword-list": "missing",
    },
    "available": {
        "met": "met",
        "clause-text": "partly",
        "inside-only": "partly",
        "contradicted": "partly",
        "negated": "missing",
        "missing": "missing",
        "keyword-list": "missing",
    },
    "specific": {"met": "met", "partly": "partly", "missing": "missing"},
    "absolute": {
        "met": "met",
        "zero-defect": "missing",
        "hundred-percent": "missing",
        "always": "partly",
        "exceed": "partly",
        "guarantee": "partly",
    },
    "slogan": {"met": "met", "superlative": "partly", "buzzword": "partly"},
    "scope": {
        "met": "met",
        "integrated": "met",
        "safety": "partly",
        "environment": "partly",
        "social": "partly",
    },
    "plain": {
        "met": "met",
        "met-length": "met",
        "long-sentences": "partly",
        "long-words": "partly",
        "both": "missing",
        "too-short": "missing",
    },
    "length": {"met": "met", "long": "partly"},
    "jargon": {"met": "met", "jargon": "partly"},
    "hedge": {"met": "met", "hedged": "partly"},
    "job": {"met": "met", "no-actor": "partly", "missing": "missing"},
}

FLAGS = (
    "empty",
    "short",
    "other-script",
    "other-language",
    "mixed-language",
    "keyword-list",
    "clause-headings",
    "template-blanks",
    "clause-text",
    "repeated",
)

_CLAUSES = {
    "purpose": "5.2.1 a",
    "objectives": "5.2.1 b",
    "requirements": "5.2.1 c",
    "improvement": "5.2.1 d",
    "direction": "5.2.1 e",  # 2026 only; in 2015 part of item a
    "documented": "5.2.2 a",
    "communicated": "5.2.2 b",
    "available": "5.2.2 c",
}


def title_entry(finding: Finding) -> str:
    """The wording entry that titles a finding; item a of 5.2.1 asks less in 2026 than in 2015."""
    older = finding.key == "purpose" and finding.clauses[0].edition == "2015"
    return f"policy.{finding.key}.title{'-2015' if older else ''}"


def finding(
    draft: Draft, edition: Edition, key: str, reason: str, spans: list[Span] = (), **facts: str
) -> Finding:
    """A finding whose verdict is what the table says of its reason."""
    clauses = (ClauseRef(edition, _CLAUSES[key]),) if key in _CLAUSES else ()
    placed = draft.places(list(spans))
    return Finding(key, VERDICTS[key][reason], reason, placed, facts, clauses)
