"""Levels that lie between two made whole, so that together they come to what they came to."""

from collections.abc import Sequence

from course.judging import Criterion

TENTH = 10.0  # points from which a whole point is no more than a tenth of all


def finest(most: float) -> float:
    """The smallest step of a mark: a whole point, or half of one where that is over a tenth."""
    return 1.0 if most >= TENTH else 0.5


def whole(criteria: Sequence[Criterion], levels: Sequence[float], step: float) -> list[float]:
    """Whole levels, one at most with a half, whose sum is the nearest to that of `levels`.

    Each level alone rounded would lose what several halves come to; so those that lie nearest
    to the next level give way first (largest remainder). A half stays where the sum has one and
    `step` allows it: there two levels are as likely as each other.
    """
    tops = [len(criterion.levels) - 1 for criterion in criteria]
    held = [min(float(top), max(0.0, level)) for top, level in zip(tops, levels, strict=True)]
    found = [float(int(level)) for level in held]
    missing = round(sum(held) / step) * step - sum(found)
    by_rest = sorted(range(len(held)), key=lambda place: (found[place] - held[place], place))
    for place in by_rest:
        more = min(1.0, missing, tops[place] - found[place])
        if more > 0:
            found[place] += more
            missing -= more
    return found


def points_of(criterion: Criterion, level: float) -> float:
    """Points of a level, and between two levels what lies between."""
    low = int(level)
    points = [float(one.points) for one in criterion.levels]
    above = points[min(low + 1, len(points) - 1)]
    return points[low] + (level - low) * (above - points[low])
