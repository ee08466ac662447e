"""A mark by all views together: the rubric's patterns and what the sentences mean."""

from dataclasses import replace

from course.judging import CHECK, SERIOUS, Criterion, Mark, Route, Rubric, Verdict
from course.marking.combining import against, said, signs, traits
from course.marking.pointing import finest, points_of, whole
from course.marking.taught import Ear, Heard
from course.reading import Reading, Span, joined

CARRIES = 0.35  # how strongly a sentence must say a thing to be shown for it
# A text written like those that only hold the words: the share of points left, and how sure one is.
LEAST, HOLLOW = 0.3, 0.3
# No flag lets an answer earn by what it seems to mean: then only the patterns count.
DEAF = SERIOUS | {"negated", "empty"}


def by_ear(rubric: Rubric, found: Mark, reading: Reading, ear: Ear) -> Mark:
    """The mark that the patterns `found`, as the examples correct it."""
    heard = _without_blank(ear.hear(reading.text), reading)
    if heard.hollow:
        low = min(found.confidence, HOLLOW)
        found = replace(found, flags=(*found.flags, "hollow"), confidence=low, route="trainer")
    if DEAF.intersection(found.flags) or not heard.spans:
        return _held_back(rubric, never_suggested(found), heard)
    by_key = {criterion.key: criterion for criterion in found.criteria}
    levels = [
        line.level(traits(criterion, by_key[criterion.key], heard))
        for criterion, line in zip(rubric.criteria, ear.taught.lines, strict=True)
    ]
    made = whole(rubric.criteria, [level for level, _ in levels], finest(rubric.max_points))
    judged = {
        c.key: _judged(c, by_key[c.key], level, heard)
        for c, level in zip(rubric.criteria, made, strict=True)
    }
    criteria = tuple(judged.get(one.key, one) for one in found.criteria)
    sure = ear.taught.sureness
    chance = round(sure.chance(signs(rubric, found, levels, heard)), 3)
    chance = min(chance, HOLLOW if heard.hollow else 0.6) if found.flags else chance
    way: Route = "check" if chance >= CHECK else "trainer"
    if chance >= sure.suggest and not found.flags:
        way = "suggest"
    total = float(sum(criterion.points for criterion in criteria))
    heard_so = replace(found, points=total, criteria=criteria, confidence=chance, route=way)
    return _held_back(rubric, heard_so, heard)


def _held_back(rubric: Rubric, made: Mark, heard: Heard) -> Mark:
    """A hollow answer's mark: no more than LEAST of the points, until a trainer has read it.

    What was said most clearly is kept first.
    """
    if not heard.hollow or made.points <= LEAST * rubric.max_points:
        return made
    left = LEAST * rubric.max_points - sum(
        one.points for one in made.criteria if one.key not in {c.key for c in rubric.criteria}
    )
    by_key = {criterion.key: criterion for criterion in rubric.criteria}
    kept: dict[str, Verdict] = {}
    for verdict in sorted(made.criteria, key=lambda one: -_clarity(one.key, heard)):
        if verdict.key in by_key:
            kept[verdict.key] = held = _within(by_key[verdict.key], verdict, max(0.0, left))
            left -= held.points
    criteria = tuple(kept.get(one.key, one) for one in made.criteria)
    total = float(sum(one.points for one in criteria))
    return replace(made, points=total, criteria=criteria, route="trainer")


def _clarity(key: str, heard: Heard) -> float:
    return float(max(heard.of(said(key)), default=0.0))


def _within(criterion: Criterion, found: Verdict, most: float) -> Verdict:
    """The highest level that costs no more than `most`."""
    if found.points <= most:
        return found
    levels = range(len(criterion.levels))
    level = max(number for number in levels if criterion.levels[number].points <= most)
    points = float(criterion.levels[level].points)
    return replace(found, level=level, points=points, reasons=("held-back",))


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


def _judged(criterion: Criterion, found: Verdict, level: float, heard: Heard) -> Verdict:
    """A criterion's mark with the sentences that carry it: a point without words is none."""
    points = points_of(criterion, level)
    if level == found.level:
        return (
            found if found.spans or not points else replace(found, spans=_carried(criterion, heard))
        )
    reasons = ("heard" if level > found.level else "not-heard", "between")
    if level > found.level:
        spans = joined([*found.spans, *_carried(criterion, heard)])
        missing = found.missing if points < criterion.max_points else ()
    else:
        spans = joined([*found.spans, *_opposed(criterion, heard)]) if points else found.spans
        missing = found.missing
    return replace(
        found,
        level=int(level),
        points=points,
        spans=spans,
        reasons=reasons if level % 1 else reasons[:1],
        missing=missing,
    )


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
