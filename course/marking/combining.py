"""The views of a criterion put together: what the patterns found, what the sentences mean."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from course.judging import Criterion, Mark, Rubric, Verdict
from course.marking.agreement import NEAR
from course.marking.pointing import finest
from course.marking.taught import Heard

if TYPE_CHECKING:
    from course.marking.kriging import Floats


def said(key: str) -> str:
    """The head for sentences that carry a criterion."""
    return key


def fully(key: str) -> str:
    """The head for sentences that carry its highest level."""
    return f"{key}, fully"


def against(key: str) -> str:
    """The head for sentences that say its opposite."""
    return f"{key}, against"


def in_all(key: str) -> str:
    """The head for an answer as a whole: how far up the levels such answers stand."""
    return f"{key}, in all"


def traits(criterion: Criterion, found: Verdict, heard: Heard) -> "Floats":
    """What is looked at, each about 0 to 1; shape (traits,).

    The level that the patterns reach, how much of the evidence they found, an error seen; the
    sentence that says it best and the next best, the one that says it fully, the one that says
    the opposite; what the answer as a whole is like; and each piece of evidence by itself. A piece
    counts once however often it is said, so no trait grows with the length of an answer alone.
    """
    import numpy as np

    top = max(1, len(criterion.levels) - 1)
    first, second = _best(heard.of(said(criterion.key)), 2)
    most = _best(heard.of(fully(criterion.key)), 1)[0]
    opposite = _best(heard.of(against(criterion.key)), 1)[0]
    patterns = [found.level / top, found.strength, float(bool(found.errors))]
    missing = frozenset(found.missing)
    pieces = [float(bool(found.spans) and p.called() not in missing) for p in criterion.evidence]
    whole = heard.in_all.get(in_all(criterion.key), 0.0)
    return np.array([*patterns, first, second, most, opposite, whole, *pieces])


def _best(scores: "Floats", count: int) -> list[float]:
    best = sorted((min(1.5, max(-0.5, float(one))) for one in scores), reverse=True)[:count]
    return best + [0.0] * (count - len(best))


def signs(
    rubric: Rubric, found: Mark, levels: Sequence[tuple[float, float]], heard: Heard
) -> "Floats":
    """Signs of doubt, each growing with it; shape (signs,).

    Of the levels: how far they are from whole ones, how much the lines waver, how far the patterns
    are from them, how far from both ends the whole stands, how far it was rounded, the chance that
    it is not near if the lines waver as they say, and how little they point beyond the lowest and
    the highest level. Of the sentences: how strange they are to those learned by, the strangest of
    them, how many there are, and how clearly one says the opposite.
    """
    import numpy as np

    tops = [len(c.levels) - 1 for c in rubric.criteria]
    most, step = sum(tops), finest(rubric.max_points)
    by_key = {criterion.key: criterion for criterion in found.criteria}
    raw = [level for level, _ in levels]
    held = [min(top, max(0.0, level)) for level, top in zip(raw, tops, strict=True)]
    between = sum(abs(one - round(one)) for one in held) / len(held)
    waver = sum(variance for _, variance in levels) ** 0.5
    patterns = [by_key[c.key].level for c in rubric.criteria]
    apart = sum(abs(a - b) for a, b in zip(held, patterns, strict=True)) / most
    strange = 1.0 - float(np.mean(heard.near)) if len(heard.spans) else 1.0
    strangest = 1.0 - float(np.min(heard.near)) if len(heard.spans) else 1.0
    total = sum(held)
    middle = 1.0 - abs(2 * total / most - 1.0)
    rounded = abs(total - round(total / step) * step)
    far = 1.0 - math.erf(NEAR * rubric.max_points / max(waver, 1e-6) / math.sqrt(2))
    under = -sum(max(0.0, -one) for one in raw)
    over = -sum(max(0.0, one - top) for one, top in zip(raw, tops, strict=True))
    opposite = max(_best(heard.of(against(c.key)), 1)[0] for c in rubric.criteria)
    long = len(heard.spans) / 10
    of_levels = between, waver / most, apart, middle, rounded, far, under, over
    return np.array([*of_levels, strange, strangest, long, opposite])
