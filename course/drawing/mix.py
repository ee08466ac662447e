"""A mean of several groups, before and after: what the groups did, and what their mix did."""

from collections.abc import Mapping
from typing import NamedTuple


class Period(NamedTuple):
    """The answers of one group in one period, and the sum of their scores."""

    answers: int
    total: float

    @property
    def mean(self) -> float:
        return self.total / self.answers if self.answers else 0.0


Groups = Mapping[str, Period]


def mean(groups: Groups) -> float:
    """The mean over every answer, whatever group it came from."""
    return sum(g.total for g in groups.values()) / (sum(g.answers for g in groups.values()) or 1)


def at_mix(groups: Groups, mix: Groups) -> float:
    """The mean the groups would have, had each given as many answers as in `mix`."""
    weights = {name: mix[name].answers for name in groups}
    return sum(groups[n].mean * w for n, w in weights.items()) / (sum(weights.values()) or 1)


def reverses(before: Groups, after: Groups) -> bool:
    """Whether every group moved one way and the mean of all the other (E. H. Simpson 1951)."""
    moves = [after[name].mean - before[name].mean for name in before]
    whole = mean(after) - mean(before)
    return (all(m < 0 for m in moves) and whole > 0) or (all(m > 0 for m in moves) and whole < 0)
