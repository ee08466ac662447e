"""5.2.1, whose policy it is: purpose, context, strategic direction; and a frame for objectives."""

from course.content.clauses import Edition
from course.judging.finding import Finding
from course.judging.policy_draft import Draft
from course.judging.policy_evidence import Evidence, listed_only, own_sentences, quoted_denial
from course.judging.policy_hooks import hooks
from course.judging.policy_own import Own
from course.judging.policy_places import CLAUSE_WORDS, CONTEXT, DIRECTION, STRATEGY
from course.judging.policy_polarity import polarity
from course.judging.policy_quote import in_a_row
from course.judging.policy_reasons import finding
from course.judging.policy_sentence import is_sentence
from course.judging.policy_terms import Terms
from course.judging.policy_vocabulary import FRAME, OBJECTIVES
from course.reading.text import Span


def review_purpose(draft: Draft, edition: Edition, own: Own) -> Finding:
    """2015 asks purpose, context and direction in one item; 2026 parts the last two off."""
    named, said = _directions(draft)
    spans = [*own.spans, *(named if edition == "2015" else [])]
    reason = _purpose_reason(edition, own, bool(named), bool(said))
    if reason == "missing" and draft.find(CLAUSE_WORDS):
        reason, spans = "clause-words", draft.find(CLAUSE_WORDS)
    elif reason == "clause-words":
        spans = [*draft.find(CLAUSE_WORDS), *said]
    listed = listed_only(draft, STRATEGY, CLAUSE_WORDS)
    if reason in ("missing", "clause-words") and listed and not said:
        reason, spans = "keyword-list", listed
    words = in_a_row(draft, own.firsts(draft))
    return finding(draft, edition, "purpose", reason, spans, words=words)


def _purpose_reason(edition: Edition, own: Own, named: bool, said: bool) -> str:
    purpose = bool(own.work) and own.kinds >= 2
    if edition == "2026":
        return "met" if purpose else "thin" if own.kinds else "missing"
    if purpose:
        return "met" if named else "strategy-unnamed" if said else "no-strategy"
    if named:
        return "no-purpose"
    return "thin" if own.kinds else "clause-words" if said else "missing"


def review_direction(draft: Draft, edition: Edition, own: Own) -> Finding:
    """2026 only: fits the context and supports the strategic direction."""
    named, said = _directions(draft)
    context = [*draft.find(CONTEXT), *own.place]
    if named:
        reason, spans = ("met" if context else "no-context"), [*named, *context]
    elif said or draft.find(CLAUSE_WORDS):
        reason, spans = "unnamed", [*said, *draft.find(CLAUSE_WORDS)]
    else:
        reason, spans = ("no-strategy" if context else "missing"), context
    listed = listed_only(draft, STRATEGY, CLAUSE_WORDS)
    if listed and not (named or said):
        reason, spans = "keyword-list", listed
    words = draft.words((named or said or spans)[0]) if spans else ""
    return finding(draft, edition, "direction", reason, spans, words=words)


def _directions(draft: Draft) -> tuple[list[Span], list[Span]]:
    """Direction named, and strategy only mentioned; a denied one is neither."""
    return _promised(draft, DIRECTION), _promised(draft, STRATEGY)


def _promised(draft: Draft, terms: Terms) -> list[Span]:
    return [
        hit
        for unit in own_sentences(draft)
        for hit in draft.find(terms, unit[:2])
        if polarity(draft, unit, hit) == "said"
    ]


def review_objectives(draft: Draft, edition: Edition) -> Finding:
    """A frame for objectives: it says they are set, and speaks of something to set them on."""
    evidence = Evidence()
    for unit in filter(lambda unit: is_sentence(draft, unit), draft.units):
        frames = draft.find(FRAME, unit[:2])
        for hit in draft.find(OBJECTIVES, unit[:2]) if frames else []:
            near = min(frames, key=lambda frame: abs(frame[0] - hit[0]))
            quote = quoted_denial(draft, unit, hit, hit[1])
            evidence.note("set", polarity(draft, unit, hit), near, hit, denial=quote)
    _, words = hooks(draft)
    return _judge_objectives(draft, edition, evidence, words)


def _judge_objectives(draft: Draft, edition: Edition, evidence: Evidence, words: list) -> Finding:
    said, key = evidence.spans(), "objectives"
    hook = draft.words(words[0]) if words else ""
    if evidence.denials:
        reason = "contradicted" if said else "negated"
        denied = draft.words(evidence.denials[0])
        return finding(draft, edition, key, reason, [*said, *evidence.denials], words=denied)
    if said:
        reason = "met" if words else "said-only"
        quote = draft.words((min(said)[0], max(min(said)[1], min(said)[0])))
        return finding(draft, edition, key, reason, [*said, *words], words=hook or quote)
    if words:
        return finding(draft, edition, key, "hooks-only", words, words=hook)
    listed = listed_only(draft, OBJECTIVES)
    return finding(draft, edition, key, "keyword-list" if listed else "missing", listed)
