"""Levels that lie between two made whole, so that the points of the criteria are their sum."""

from collections.abc import Sequence

from course.judging import Criterion


def pointed(criteria: Sequence[Criterion], levels: Sequence[float]) -> dict[str, float]:
    """The points of each criterion: whole levels whose sum is the nearest to that of `levels`.

    Each level alone rounded would lose what several halves come to; so those that lie nearest
    to the next level give way first (largest remainder).
    """
    held = [
        min(len(c.levels) - 1.0, max(0.0, level)) for c, level in zip(criteria, levels, strict=True)
    ]
    whole = [int(level) for level in held]
    missing = round(sum(held)) - sum(whole)
    by_rest = sorted(range(len(held)), key=lambda i: (whole[i] - held[i], i))
    for place in by_rest[: max(0, missing)]:
        whole[place] = min(whole[place] + 1, len(criteria[place].levels) - 1)
    return {c.key: float(c.levels[n].points) for c, n in zip(criteria, whole, strict=True)}
