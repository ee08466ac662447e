"""5.2.1: a commitment to improving the quality management system, continually."""

import re

from course.content.clauses import Edition
from course.judging.finding import Finding
from course.judging.policy_draft import Draft, Unit
from course.judging.policy_evidence import Evidence, listed_only, owned, quote, quoted_denial
from course.judging.policy_improvement_words import CHANGES_HOW, CONTINUAL, IMPROVE, SYSTEM
from course.judging.policy_polarity import polarity
from course.judging.policy_reasons import finding
from course.judging.policy_sentence import is_sentence
from course.reading.text import Span

MOST = 30  # hits read in one sentence: more is a paste gone wrong, and costs time
_OBJECT_ENDS = re.compile(
    r"[;:؛]|\b(?:through|by|via|using|maintain\w*|operat\w+|implement\w*|follow\w*|meet\w*|comply"
    r"|because|so that|when|while|under|provid\w+|deliver\w*|من خلال|عبر|بواسطه)\b"
)
_SYSTEM_BEFORE = re.compile(
    r"(?:'s)?,? (?:(?:is|are|be|to be|must be|will be|gets?|that|which|we|will|must|shall"
    r"|for|can|should|always|then|it|keeps?|continual(?:ly)?|continuous(?:ly)?|constantly"
    r"|itself) ?){0,6}$"
)
_AS_IT = re.compile(r".{0,60}\b(?:it|هو) (?:\w+ ){0,2}")
_ENDS_IN_IT = re.compile("(?:نحسن|نطور|يحسن|يطور|تحسين|تطوير|تحسن)ه?ا?$(?<=[ها])")
_PRONOUN = re.compile(r" (?:it|its|them|this system)\b")


def review_improvement(draft: Draft, edition: Edition) -> Finding:
    """Continual, and of the quality management system; not of something else, not once."""
    evidence = Evidence()
    for unit in filter(lambda unit: is_sentence(draft, unit), draft.units):
        for hit in draft.find(IMPROVE, unit[:2])[:MOST]:
            kind, spans = _improvement(draft, unit, hit)
            meant = polarity(draft, unit, hit)
            denied = quoted_denial(draft, unit, hit, spans[-1][1])
            if meant == "denied" or owned(draft, unit):
                evidence.note(kind, meant, *spans, denial=denied)
        _note_changes(draft, unit, evidence)
    return _judge_improvement(draft, edition, evidence)


def _note_changes(draft: Draft, unit: Unit, evidence: Evidence) -> None:
    """A procedure changed after each incident is the system improving, whatever it is called."""
    again = draft.find(CONTINUAL, unit[:2])
    for hit in draft.find(CHANGES_HOW, unit[:2])[:MOST] if again else []:
        meant = polarity(draft, unit, hit)
        if meant == "denied" or owned(draft, unit):
            spans = sorted((_nearest(again, hit), hit))
            denied = quoted_denial(draft, unit, hit, hit[1])
            evidence.note("met", meant, *spans, denial=denied)


def _judge_improvement(draft: Draft, edition: Edition, evidence: Evidence) -> Finding:
    order = ("met", "not-continual", "no-object", "other-object")
    kind = next((k for k in order if k in evidence.said), None)
    if kind and evidence.denials and ("met" in evidence.denied or "no-object" in evidence.denied):
        spans = evidence.spans() + evidence.denials
        words = draft.words(evidence.denials[0])
        return finding(draft, edition, "improvement", "contradicted", spans, words=words)
    if kind:
        spans = evidence.spans(kind)
        return finding(draft, edition, "improvement", kind, spans, words=quote(draft, spans))
    if evidence.denials:
        words = draft.words(evidence.denials[0])
        return finding(draft, edition, "improvement", "negated", evidence.denials, words=words)
    listed = listed_only(draft, IMPROVE)
    return finding(draft, edition, "improvement", "keyword-list" if listed else "missing", listed)


def _improvement(draft: Draft, unit: Unit, hit: Span) -> tuple[str, list[Span]]:
    near = (max(unit.start, hit[0] - 130), min(unit.end, hit[1] + 130))
    continual = _nearest(draft.find(CONTINUAL, near), hit)
    system = _system_of(draft, unit, hit)
    spans = sorted(span for span in (hit, continual, system) if span)
    if continual and system:
        return "met", spans
    if system:
        return "not-continual", spans
    if continual and not _object_text(draft, unit, hit, continual):
        return "no-object", spans
    end = min(unit.end, hit[1] + 40)
    return "other-object", sorted([*spans, (hit[0], _word_end(draft, hit[1], end))])


def _system_of(draft: Draft, unit: Unit, hit: Span) -> Span | None:
    """The system as what is improved: after the word, before it in the passive, or as "it"."""
    region = draft.folded[hit[1] : min(unit.end, hit[1] + 110)]
    stop = _OBJECT_ENDS.search(region)
    end = hit[1] + (stop.start() if stop else len(region))
    start = hit[0] if " better" in draft.folded[hit[0] : hit[1]] else hit[1]
    after = draft.find(SYSTEM, (start, max(end, hit[1])))
    if after:
        return after[0]
    before = draft.find(SYSTEM, (unit.start, hit[0]))
    pronoun = _PRONOUN.match(draft.folded, hit[1]) or _ENDS_IN_IT.search(
        draft.folded[hit[0] : hit[1]]
    )
    if not before:
        return _of_the_sentence_before(draft, unit, hit) if pronoun else None
    between = draft.folded[before[-1][1] : hit[0]]
    passive = (
        _SYSTEM_BEFORE.fullmatch(between) or _AS_IT.fullmatch(between) or not between.strip(" 's")
    )
    return before[-1] if passive or pronoun else None


def _of_the_sentence_before(draft: Draft, unit: Unit, hit: Span) -> Span | None:
    """ "We run a quality management system. We continually improve it." """
    if len(draft.folded[unit.start : hit[0]].split()) > 3:
        return None  # something nearer may be meant
    at = draft.units.index(unit)
    named = draft.find(SYSTEM, draft.units[at - 1][:2]) if at else []
    return named[-1] if named else None


def _object_text(draft: Draft, unit: Unit, hit: Span, continual: Span) -> bool:
    """Whether something else is named as improved."""
    rest = draft.folded[max(hit[1], continual[1]) : unit.end]
    verb = not draft.folded.startswith("improvement", hit[0])
    if _ENDS_IN_IT.search(draft.folded[hit[0] : hit[1]]):
        return True
    return bool(re.match(r" (?:of|in|to|on) (?!all we do|everything)\w|\w{0,3} ل\w{3}", rest)) or (
        (verb and bool(re.match(r" (?!and\b|or\b|every|each|as\b|in\b)\w", rest)))
        or (verb and continual[0] > hit[0] and continual[0] - hit[1] > 3)
    )


def _word_end(draft: Draft, start: int, end: int) -> int:
    cut = re.search(r"[,;:.]|$", draft.folded[start:end])
    stop = start + (cut.start() if cut else 0)
    if stop == end and end < len(draft.folded) and draft.folded[end].isalnum():
        stop = draft.folded.rfind(" ", start, end)
    return max(stop, start)


def _nearest(spans: list[Span], hit: Span) -> Span | None:
    return min(spans, key=lambda span: abs(span[0] - hit[0]), default=None)
