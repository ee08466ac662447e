"""Reviews a quality policy a director drafts: requirement by requirement, word by word."""

from dataclasses import dataclass

from course.content.clauses import EDITIONS, Edition
from course.judging.finding import Finding
from course.judging.policy_claims import review_too_much
from course.judging.policy_clause_text import at_most_partly
from course.judging.policy_communication import review_available, review_communicated
from course.judging.policy_documented import review_documented
from course.judging.policy_draft import Draft
from course.judging.policy_flags import kind_flags, language_flags
from course.judging.policy_hooks import hooks
from course.judging.policy_improvement import review_improvement
from course.judging.policy_own import Company, Own, own_words
from course.judging.policy_plain import (
    review_hedge,
    review_jargon,
    review_job,
    review_length,
    review_plain,
)
from course.judging.policy_purpose import review_direction, review_objectives, review_purpose
from course.judging.policy_quote import in_a_row, phrases
from course.judging.policy_reasons import finding
from course.judging.policy_requirements import review_requirements
from course.reading.text import Span

__all__ = ["Company", "PolicyReview", "review_policy"]

_UNREADABLE = ("empty", "other-script", "other-language")
# Characters that are reviewed, some 3,000 words: a book that is pasted must not freeze the form,
# and a policy of that length is told that it is too long, whatever follows.
LONGEST = 20_000


@dataclass(frozen=True)
class PolicyReview:
    """A draft, reviewed. `requirements` and `qualities` are empty where a flag says why."""

    edition: Edition
    requirements: tuple[Finding, ...]
    qualities: tuple[Finding, ...]
    hooks: tuple[Span, ...]
    flags: tuple[str, ...]

    def requirement(self, key: str) -> Finding:
        return next(finding for finding in self.requirements if finding.key == key)

    def quality(self, key: str) -> Finding:
        """The first finding of that key; absolutes, slogans and scope may have several."""
        return next(finding for finding in self.qualities if finding.key == key)


def review_policy(
    text: str, company: Company | None = None, edition: Edition = "2015"
) -> PolicyReview:
    """Judge the text for one edition; equal texts get equal reviews."""
    if edition not in EDITIONS:
        raise ValueError(f"there is no edition {edition!r}; choose one of {', '.join(EDITIONS)}")
    draft = Draft(text[:LONGEST])
    flags = language_flags(draft)
    if any(flag in _UNREADABLE for flag in flags):
        return PolicyReview(edition, (), (), (), tuple(flags))
    own = own_words(draft, company or Company())
    requirements = _requirements(draft, edition, own)
    flags += kind_flags(draft, requirements)
    sentences, _ = hooks(draft)
    qualities = _qualities(draft, edition, own)
    return PolicyReview(edition, requirements, qualities, draft.places(sentences), tuple(flags))


def _requirements(draft: Draft, edition: Edition, own: Own) -> tuple[Finding, ...]:
    direction = [review_direction(draft, edition, own)] if edition == "2026" else []
    found = (
        review_purpose(draft, edition, own),
        review_objectives(draft, edition),
        review_requirements(draft, edition),
        review_improvement(draft, edition),
        *direction,
        review_documented(draft, edition),
        review_communicated(draft, edition),
        review_available(draft, edition),
    )
    return at_most_partly(draft, found)


def _qualities(draft: Draft, edition: Edition, own: Own) -> tuple[Finding, ...]:
    reason = "met" if own.kinds == 3 else "partly" if own.kinds else "missing"
    words = in_a_row(draft, phrases(draft, own.spans))
    return (
        finding(draft, edition, "specific", reason, own.spans, words=words),
        *review_too_much(draft, edition),
        review_plain(draft, edition),
        review_length(draft, edition),
        review_jargon(draft, edition),
        review_hedge(draft, edition),
        review_job(draft, edition),
    )
