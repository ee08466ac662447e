"""Which sentence of an objective told in one's own words belongs to which field."""

from collections.abc import Mapping

from course.judging.criterion import Criterion
from course.judging.field_rules import evidence_in, judge_field
from course.judging.objective import ENDS
from course.judging.record_facts import LONGEST, ends
from course.judging.rulebook import rulebook
from course.reading import structures, windows

_DATE = "date"
_PROOF = 2  # pieces of evidence: a single figure in a sentence may be anybody's


def told(text: str) -> str:
    """What is read of it, and can be asked about."""
    return text[:LONGEST]


def by_field(text: str, near: Mapping[str, str]) -> dict[str, str]:
    """For each field, in the fields' order, the words that may be put there.

    `near` are the sentences that the second look heard, by field; the rules find others.
    """
    found = {rule.key: near.get(rule.key) or _shown(rule, told(text)) for rule in _rules()}
    found |= _parted(found)
    return {key: _day(words) if key == _DATE else words for key, words in found.items() if words}


def _parted(found: Mapping[str, str]) -> dict[str, str]:
    """A sentence that tells the whole way, each end for its own field; it defines no measure."""
    way = next((found[key] for key in ENDS if ends(found[key])), "")
    both = ends(way)
    if not both:
        return {}
    parts = dict(zip(ENDS, both, strict=True))
    said = {key: part for key, part in parts.items() if found[key] in ("", way)}
    return said | ({"definition": ""} if found["definition"] == way else {})


def _rules() -> tuple[Criterion, ...]:
    return rulebook("objective").criteria


def _shown(rule: Criterion, text: str) -> str:
    """The first sentence that holds all the evidence a field's best level asks for."""
    asked = set(rule.levels[-1].requires)
    if len(asked) < _PROOF and rule.key != _DATE:
        return ""
    sentences = (text[start:end] for start, end in windows(text))
    return next((one for one in sentences if _holds(rule, one, asked)), "")


def _holds(rule: Criterion, sentence: str, asked: set[str]) -> bool:
    return asked <= evidence_in(rule, sentence) and judge_field(rule, sentence).met


def _day(sentence: str) -> str:
    """The last day a sentence names: where it ends, the others are where it began."""
    days = structures.find("date", sentence) or structures.find("period", sentence)
    return sentence[slice(*days[-1])] if days else sentence
