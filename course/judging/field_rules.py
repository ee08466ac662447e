"""Judges one field of a form by the kind of thing it should hold: words in, a verdict out."""

from collections.abc import Collection

from course.judging.criterion import Criterion, Keys
from course.judging.field_reading import searched
from course.judging.record_facts import LONGEST, short
from course.judging.rulebook import rulebook
from course.judging.verdict import Verdict
from course.reading import words


def judge_field(rule: str | Criterion, text: str, known: Collection[str] = ()) -> Verdict:
    """Judge a field's words; `known` are errors that only its neighbours show."""
    if isinstance(rule, str):
        rule = rulebook("fields").criterion(rule)
    text = text[:LONGEST]
    count = len(words(text))
    if not count:
        return Verdict(rule.key, "missing", "missing", facts=_quoted(text))
    search = searched(text, rule.stance)
    found = search.note(rule)
    reached = rule.reached(found.keys, found.denied.keys(), count)[0]
    level = rule.levels[reached]
    for error in search.errors(rule, reached, count, known):
        return Verdict(rule.key, error.state or "missing", error.reason, facts=_quoted(text))
    points, facts = level.points, _quoted(text)
    return Verdict(rule.key, level.state or "missing", level.reason, facts=facts, points=points)


def _quoted(text: str) -> dict[str, str]:
    """The words, as the advice says them back."""
    return {"words": short(text)} if text else {}


def evidence_in(rule: Criterion, text: str) -> Keys:
    """Which of the rule's pieces of evidence a text holds."""
    return searched(text, rule.stance).note(rule).keys
