"""Every verdict a review can give, by finding and reason; the wording has one entry for each."""

from course.content.clauses import ClauseRef, Edition
from course.scoring.finding import Finding, Verdict
from course.scoring.policy_draft import Draft
from course.scoring.text import Span

VERDICTS: dict[str, dict[str, Verdict]] = {
    "purpose": {
        "met": "met",
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
        "unnamed": "partly",
        "no-context": "partly",
        "no-strategy": "partly",
        "missing": "missing",
        "keyword-list": "missing",
    },
    "objectives": {
        "met": "met",
        "said-only": "partly",
        "hooks-only": "partly",
        "contradicted": "partly",
        "negated": "missing",
        "missing": "missing",
        "keyword-list": "missing",
    },
    "requirements": {
        "met": "met",
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
        "long-sentences": "partly",
        "long-words": "partly",
        "both": "missing",
        "too-short": "missing",
    },
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
)

_CLAUSES = {
    "purpose": "5.2.1",
    "direction": "5.2.1",
    "objectives": "5.2.1",
    "requirements": "5.2.1",
    "improvement": "5.2.1",
    "documented": "5.2.2",
    "communicated": "5.2.2",
    "available": "5.2.2",
}


def finding(
    draft: Draft, edition: Edition, key: str, reason: str, spans: list[Span] = (), **facts: str
) -> Finding:
    """A finding whose verdict is what the table says of its reason."""
    clauses = (ClauseRef(edition, _CLAUSES[key]),) if key in _CLAUSES else ()
    placed = draft.places(list(spans))
    return Finding(key, VERDICTS[key][reason], reason, placed, facts, clauses)
