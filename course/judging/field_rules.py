"""Judges one field of a form by the kind of thing it should hold: words in, a reason out."""

from collections.abc import Collection
from typing import NamedTuple

from course.judging.field_book import CommonError, FieldRule, Keys, field_book
from course.judging.field_search import compiled_once, search
from course.judging.finding import Verdict
from course.judging.record_facts import LONGEST
from course.reading import words


class Judgement(NamedTuple):
    """What a field's words came to, and the entry of the wording that explains it."""

    state: Verdict
    reason: str
    points: int = 0


EMPTY = Judgement("missing", "missing")


def judge_field(rule: str | FieldRule, text: str, known: Collection[str] = ()) -> Judgement:
    """Judge a field's words; `known` are errors that only its neighbours show."""
    if isinstance(rule, str):
        rule = field_book("fields")[rule]
    text = text[:LONGEST]
    count = len(words(text))
    if not count:
        return EMPTY
    found = evidence_in(rule, text)
    level = reached(rule, found, count)
    for error in rule.common_errors:
        if error.fits(level, count) and (error.reason in known or _is(error, rule, text)):
            return Judgement(error.state, error.reason)
    said = rule.levels[level]
    return Judgement(said.state, said.reason, said.points)


def evidence_in(rule: FieldRule, text: str) -> Keys:
    """Which of the rule's pieces of evidence a text holds."""
    looked = search(text, rule.stance)
    return frozenset(e.key for e in rule.evidence if looked.find(compiled_once(e.any_of)))


def reached(rule: FieldRule, found: Keys, count: int) -> int:
    """The number of the highest level whose evidence is there."""
    levels = enumerate(rule.levels)
    return max(i for i, one in levels if found.issuperset(one.requires) and count >= one.least)


def _is(error: CommonError, rule: FieldRule, text: str) -> bool:
    looked = search(text, rule.stance)
    return bool(looked.find(compiled_once(error.any_of))) or looked.holds_only(error.only)
