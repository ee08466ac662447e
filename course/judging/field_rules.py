"""Judges one field of a form by the kind of thing it should hold: words in, a verdict out."""

from collections.abc import Collection

from course.judging.criterion import Criterion, Keys
from course.judging.field_reading import searched
from course.judging.record_facts import LONGEST, short
from course.judging.rulebook import rulebook
from course.judging.verdict import Verdict, at_level
from course.reading import joined, words


def judge_field(rule: str | Criterion, text: str, known: Collection[str] = ()) -> Verdict:
    """Judge a field's words; `known` are errors that only its neighbours show."""
    if isinstance(rule, str):
        rule = rulebook("fields").criterion(rule)
    text = text[:LONGEST]
    quoted, count = {"words": short(text)} if text else {}, len(words(text))
    if not count:
        return Verdict(rule.key, reasons=("missing",), stated="missing", facts=quoted)
    search = searched(text, rule.stance)
    found = search.note(rule)
    reached = rule.reached(found.keys, found.denied.keys(), count)[0]
    for error in search.errors(rule, reached, count, known):
        why = (error.reason,)
        return Verdict(rule.key, reasons=why, errors=why, stated=error.state, facts=quoted)
    return at_level(rule, reached, joined(search.spans(found)), quoted)


def evidence_in(rule: Criterion, text: str) -> Keys:
    """Which of the rule's pieces of evidence a text holds."""
    return searched(text, rule.stance).note(rule).keys
