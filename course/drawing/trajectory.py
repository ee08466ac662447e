"""Whether past figures make a target believable: ordinary variation against the step asked for.

The limits are those of an individuals chart: mean ± 2.66 times the mean difference between
neighbours (W. A. Shewhart 1931; the factor 3/1.128 is in any table of control chart constants).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import Literal

FEWEST = 12  # figures below which nobody can tell a lucky run from a change: a year of months
_FACTOR = 2.66
_RUN = 7  # neighbours on one side of the mean that chance hardly makes

Reason = Literal["few", "reached", "ordinary", "within", "step", "leap", "away"]


@dataclass(frozen=True)
class Past:
    """Figures in the order of time, their mean, and the range of ordinary months."""

    values: tuple[float, ...]
    mean: float
    low: float
    high: float

    @property
    def drifting(self) -> bool:
        """Whether the last months all lie on one side of the mean."""
        last = [value > self.mean for value in self.values[-_RUN:]]
        return len(self.values) > _RUN and len(set(last)) == 1


@dataclass(frozen=True)
class Outlook:
    """What the past says of a target.

    `reached` counts the past months at or beyond it; `step` is the distance from the mean in
    half-widths of the ordinary range: within 1 an ordinary good month looks like success, and
    where none has yet, nobody can speak of luck.
    """

    reason: Reason
    past: Past
    target: float
    reached: int
    step: float


def past_of(values: Sequence[float]) -> Past:
    """The mean and the ordinary range of some figures, at least one."""
    mean = fmean(values)
    moves = [abs(b - a) for a, b in pairwise(values)]
    width = _FACTOR * fmean(moves) if moves else 0.0
    return Past(tuple(values), mean, mean - width, mean + width)


def outlook(values: Sequence[float], target: float, *, higher_is_better: bool) -> Outlook:
    """Judge a target by what the figure did so far."""
    past = past_of(values)
    sign = 1 if higher_is_better else -1
    reached = sum(sign * value >= sign * target for value in values)
    half = (past.high - past.low) / 2
    distance = sign * (target - past.mean)
    step = distance / half if half else (0.0 if not distance else 9.9)
    if len(values) < FEWEST:
        reason: Reason = "few"
    elif distance < 0:
        reason = "away"
    elif reached > len(values) / 3:
        reason = "reached"
    elif step <= 1:
        reason = "ordinary" if reached else "within"
    else:
        reason = "step" if step <= 3 else "leap"
    return Outlook(reason, past, target, reached, step)
