"""The points a question can give: which steps marks come in, and how guesses become points."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from course.marking.fit import Fit

STEPS = (1.0, 0.5, 0.25, 0.1)
FINEST = 20  # steps: a suggestion that is finer pretends
FEW_STEPS = 6  # up to here rounding pulls the ends in, so guesses are stretched first
MOST_STRETCH = 1.6


@dataclass(frozen=True)
class Scale:
    """`most` points in steps of `step`; guesses are stretched about `middle` (a share)."""

    most: float
    step: float
    middle: float = 0.5
    stretch: float = 1.0

    @classmethod
    def of(cls, most: float, points: Sequence[float]) -> Self:
        """The coarsest step that the trainer's marks fit, but no finer than a twentieth."""
        for step in (*STEPS, most / FINEST):
            if step <= most and all(abs(p / step - round(p / step)) < 1e-6 for p in points):
                return cls(most, max(step, most / FINEST))
        return cls(most, most / FINEST)

    def stretched(self, guesses: Sequence[float], shares: Sequence[float]) -> Self:
        """As wide as the marks are: guesses shrink towards the middle, marks do not."""
        if self.most / self.step > FEW_STEPS:
            return self
        wide, narrow = _spread(shares), _spread(guesses)
        stretch = min(MOST_STRETCH, max(1.0, wide / narrow)) if narrow else 1.0
        middle = sum(guesses) / len(guesses)
        return type(self)(self.most, self.step, middle, stretch)

    def points(self, share: float) -> float:
        """A share as points, on a step and between 0 and the most."""
        share = self.middle + self.stretch * (share - self.middle)
        steps = math.floor(share * self.most / self.step + 0.5)
        return round(min(self.most, max(0.0, steps * self.step)), 6)

    def fit(self, suggested: Sequence[float], given: Sequence[float]) -> Fit:
        gaps = [abs(a - b) for a, b in zip(suggested, given, strict=True)]
        return Fit(
            exact=sum(gap < self.step / 2 for gap in gaps) / len(gaps),
            adjacent=sum(gap < 1.5 * self.step for gap in gaps) / len(gaps),
            qwk=weighted_kappa(suggested, given),
            gap=sum(gaps) / len(gaps),
        )


def weighted_kappa(one: Sequence[float], other: Sequence[float]) -> float:
    """Quadratic weighted kappa (Cohen 1968); 1 where both always say the same one thing."""
    count = len(one)
    seen = sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) / count
    means = sum(one) / count, sum(other) / count
    chance = _spread(one) ** 2 + _spread(other) ** 2 + (means[0] - means[1]) ** 2
    return 1 - seen / chance if chance else 1.0


def _spread(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
