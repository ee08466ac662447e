"""Marks one answer against one rubric: points with the words that earned them."""

import functools
from dataclasses import replace

from course.judging import (
    Answer,
    CommonError,
    Criterion,
    KnownTexts,
    Mark,
    Rubric,
    Search,
    Taken,
    Verdict,
    certainty,
    guards,
    route,
)
from course.judging.guarded import guarded
from course.judging.plan import plan, shingles
from course.judging.unread import too_long, unread
from course.marking.figure import mark_figure
from course.marking.hearing import by_ear, never_suggested
from course.marking.reference import by_reference
from course.marking.taught import Ear
from course.reading import Span, clean, joined, read


def mark(
    rubric: Rubric,
    answer: Answer | str,
    *,
    given: tuple[str, ...] = (),
    known: KnownTexts | None = None,
    ear: Ear | None = None,
) -> Mark:
    """The suggested mark. `given`: texts the learner was shown, which earn nothing copied.

    `known`: texts only a trainer has, such as the rubric's own exemplars, which earn nothing
    either; without them, an exemplar is marked like any answer.
    `ear`: what examples have taught about the question; without it nothing is `suggest`, as no
    marked answer bears out how sure one may be.
    A plain string is the prose of an answer; for a figure question it is the number typed.
    """
    if isinstance(answer, str):
        answer = Answer(figure=answer) if rubric.kind == "figure" else Answer(text=answer)
    if too_long(answer):
        return unread(rubric, "too-long")
    if rubric.figure:
        return _figure_mark(rubric, answer)
    way = functools.partial(_prose_mark, ear=ear) if rubric.criteria else by_reference
    pasted = clean(answer.text)
    if pasted.places is None:
        return way(rubric, answer, _shown(given), known)
    made = way(rubric, Answer(pasted.text, answer.choice), _shown(given), known)
    back = (replace(c, spans=tuple(map(pasted.back, c.spans))) for c in made.criteria)
    return replace(made, criteria=tuple(back))


def _figure_mark(rubric: Rubric, answer: Answer) -> Mark:
    assert rubric.figure
    flags = () if answer.figure.strip() else ("empty",)
    result = mark_figure(rubric.figure, answer.figure)
    sure = {"several-numbers": 0.3, "other-number": 0.8, "no-number": 0.6}
    confidence = 1.0 if flags else sure.get(result.reasons[0], 0.95)
    way = route(confidence, flags)
    return Mark(result.points, rubric.max_points, (result,), confidence, way, flags, rubric.hash)


def _prose_mark(
    rubric: Rubric,
    answer: Answer,
    given: guards.Trigrams,
    known: KnownTexts | None,
    *,
    ear: Ear | None,
) -> Mark:
    ready = plan(rubric)
    decides = rubric.stance == "decision"
    reading = read(answer.text, ready.vocabulary, decides=decides)
    taken = known.taken(reading.tokens) if known else Taken()
    flags, reading = guarded(reading, ready, given, taken, decides=decides)
    search, words = Search(reading, ready.facts), len(reading.tokens)
    judged = tuple(_judge(criterion, search, words) for criterion in rubric.criteria)
    criteria = tuple(result for result, _, _ in judged)
    earned = [span for result in criteria if result.points for span in result.spans]
    denied = any(lost for _, _, lost in judged)
    if denied or guards.refused(reading, earned, decides=decides):
        flags = tuple(dict.fromkeys((*flags, "negated")))
    if rubric.options:
        criteria = (_choice(rubric, answer.choice), *criteria)
    if answer.choice and flags == ("empty",):
        flags = ("no-reasons",)
    confidence = certainty(reading, criteria, any(fuzzy for _, fuzzy, _ in judged), flags)
    points = float(sum(criterion.points for criterion in criteria))
    way = route(confidence, flags)
    most, names = rubric.max_points, taken.names
    found = Mark(points, most, criteria, confidence, way, flags, ready.hash, names)
    return by_ear(rubric, found, reading, ear) if ear else never_suggested(found)


def _judge(criterion: Criterion, search: Search, words: int) -> tuple[Verdict, bool, bool]:
    """The criterion's mark, whether it leans on a misspelt word, whether evidence was denied."""
    found = search.note(criterion)
    denied = found.denied.keys()
    level = criterion.reached(found.keys, denied, words)[0]
    # Denied words matter only where, not denied, they would have earned a level.
    lost = criterion.reached(found.keys | denied, frozenset(), words)[0] > level
    errors = tuple(search.errors(criterion, level, words))
    vetoed = search.shows(criterion.veto)
    capped = 0 if vetoed else min([level, *(e.caps for e in errors if e.caps is not None)])
    reasons = _reasons(bool(found.keys), level > capped, lost)
    spans = joined(search.spans(found))
    return _result(criterion, capped, found.keys, spans, errors, reasons), found.fuzzy, lost


def _reasons(found: bool, capped: bool, lost: bool) -> tuple[str, ...]:
    """Names of the wording's sentences on why this level: marking.reason.<name>."""
    said = ("evidence" if found else "no-evidence", "capped" if capped else "", "denied" * lost)
    return tuple(reason for reason in said if reason)


def _result(
    criterion: Criterion,
    level: int,
    found: frozenset[str],
    spans: tuple[Span, ...],
    errors: tuple[CommonError, ...],
    reasons: tuple[str, ...],
) -> Verdict:
    missing = tuple(p.called() for p in criterion.evidence if p.key not in found)
    points = float(criterion.levels[level].points)
    wanted = max(1, criterion.levels[-1].wanted)
    return Verdict(
        key=criterion.key,
        level=level,
        points=points,
        max_points=criterion.max_points,
        spans=spans,
        missing=missing if points < criterion.max_points else (),
        reasons=reasons,
        errors=tuple(error.key for error in errors),
        strength=0.0 if "capped" in reasons else min(1.0, len(found) / wanted),
    )


def _choice(rubric: Rubric, choice: str) -> Verdict:
    best = max(option.points for option in rubric.options)
    chosen = next((option for option in rubric.options if option.key == choice), None)
    points = chosen.points if chosen else 0.0
    reason = "chosen" if chosen else "unknown-option" if choice else "no-option"
    errors = (choice,) if chosen and points < best else ()
    missing = () if points == best else ("choice",)
    level = 2 if points == best else 1 if points else 0
    return Verdict("choice", level, points, best, (), missing, (reason,), errors)


@functools.lru_cache(maxsize=16)
def _shown(given: tuple[str, ...]) -> guards.Trigrams:
    return shingles(given)
