"""A mark by all views together: the rubric's patterns and what the sentences mean."""

from dataclasses import replace

from course.judging import CHECK, SERIOUS, Criterion, Mark, Route, Rubric, Verdict
from course.marking.combining import against, said, signs, traits
from course.marking.pointing import pointed
from course.marking.taught import Ear, Heard
from course.reading import Reading, Span, joined

CARRIES = 0.35  # how strongly a sentence must say a thing to be shown for it
# No flag lets an answer earn by what it seems to mean: then only the patterns count.
DEAF = SERIOUS | {"negated", "empty"}


def by_ear(rubric: Rubric, found: Mark, reading: Reading, ear: Ear) -> Mark:
    """The mark that the patterns `found`, as the examples correct it."""
    heard = _without_blank(ear.hear(reading.text), reading)
    if DEAF.intersection(found.flags) or not heard.spans:
        return never_suggested(found)
    by_key = {criterion.key: criterion for criterion in found.criteria}
    levels = [
        line.level(traits(criterion, by_key[criterion.key], heard))
        for criterion, line in zip(rubric.criteria, ear.taught.lines, strict=True)
    ]
    points = pointed(rubric.criteria, [level for level, _ in levels])
    judged = {c.key: _judged(c, by_key[c.key], points[c.key], heard) for c in rubric.criteria}
    criteria = tuple(judged.get(one.key, one) for one in found.criteria)
    sure = ear.taught.sureness
    chance = round(sure.chance(signs(rubric, found, levels, heard)), 3)
    chance = min(chance, 0.6) if found.flags else chance
    way: Route = "check" if chance >= CHECK else "trainer"
    if chance >= sure.suggest and not found.flags:
        way = "suggest"
    total = float(sum(criterion.points for criterion in criteria))
    return replace(found, points=total, criteria=criteria, confidence=chance, route=way)


def _without_blank(heard: Heard, reading: Reading) -> Heard:
    """What a guard struck out is not heard either."""
    if not reading.blank or not heard.spans:
        return heard
    struck = [reading.sentences[number] for number in reading.blank]
    keep = [
        not any(start < end_ and begin < end for begin, end_ in struck)
        for start, end in heard.spans
    ]
    spans = tuple(span for span, kept in zip(heard.spans, keep, strict=True) if kept)
    return replace(heard, spans=spans, says=heard.says[keep], near=heard.near[keep])


def never_suggested(found: Mark) -> Mark:
    """Where no marked answer bears out how sure one may be, a trainer looks at all of it."""
    return replace(found, route="check") if found.route == "suggest" else found


def _judged(criterion: Criterion, found: Verdict, points: float, heard: Heard) -> Verdict:
    """A criterion's mark with the sentences that carry it: a point without words is none."""
    level = next(n for n, one in enumerate(criterion.levels) if one.points == points)
    if level == found.level:
        return (
            found if found.spans or not points else replace(found, spans=_carried(criterion, heard))
        )
    if level > found.level:
        spans = joined([*found.spans, *_carried(criterion, heard)])
        reasons = ("heard",)
        missing = found.missing if points < criterion.max_points else ()
    else:
        spans = joined([*found.spans, *_opposed(criterion, heard)]) if points else found.spans
        reasons = ("not-heard",)
        missing = found.missing
    return replace(found, level=level, points=points, spans=spans, reasons=reasons, missing=missing)


def _carried(criterion: Criterion, heard: Heard) -> tuple[Span, ...]:
    """The sentence that says it best, and the next where it says it clearly as well."""
    scores = heard.of(said(criterion.key))
    best = sorted(range(len(heard.spans)), key=lambda i: (-float(scores[i]), i))[:2]
    return tuple(
        sorted(heard.spans[i] for n, i in enumerate(best) if not n or scores[i] >= CARRIES)
    )


def _opposed(criterion: Criterion, heard: Heard) -> tuple[Span, ...]:
    scores = heard.of(against(criterion.key))
    return tuple(
        span for span, score in zip(heard.spans, scores, strict=True) if score >= 2 * CARRIES
    )
