"""Marks an answer by its likeness to reference answers, where a rubric has no criteria."""

from course.judging import (
    Answer,
    KnownTexts,
    Mark,
    Rubric,
    Taken,
    Verdict,
    by_likeness,
    guards,
    route,
)
from course.judging.guarded import guarded
from course.judging.plan import plan
from course.reading import joined, read

STEPS = 20  # points come in twentieths of the maximum: likeness is no finer measure


def by_reference(
    rubric: Rubric, answer: Answer, given: guards.Trigrams, known: KnownTexts | None
) -> Mark:
    """The suggested mark; likeness alone is never sure enough for the route `suggest`."""
    ready = plan(rubric)
    assert ready.likeness
    reading = read(answer.text, ready.vocabulary, decides=False)
    taken = known.taken(reading.tokens) if known else Taken()
    flags, reading = guarded(reading, ready, given, taken, decides=False)
    tokens = tuple(token for token in reading.tokens if token.sentence not in reading.blank)
    shared = ready.likeness.of(tokens)
    points = round(shared.strength * STEPS) * rubric.points / STEPS
    confidence = by_likeness(shared.strength, flags)
    way = "check" if route(confidence, flags) == "suggest" else route(confidence, flags)
    result = Verdict(
        key="likeness",
        level=round(shared.strength * STEPS),
        points=points,
        max_points=rubric.points,
        spans=joined(list(shared.spans)),
        reasons=("likeness" if points else "no-evidence",),
        strength=shared.strength,
    )
    most, names = rubric.points, taken.names
    return Mark(points, most, (result,), confidence, way, flags, ready.hash, names)
