"""How far two markings of the same answers agree, and whether the engine's confidence holds."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import correlation, fmean, pstdev
from typing import get_args

from course.judging import Mark, Route
from course.marking.scale import weighted_kappa

NEAR = 0.1  # of the most points: closer than this, a trainer would hardly change the mark
BINS = 5


@dataclass(frozen=True)
class Agreement:
    """Two markings of `count` answers. `exact` and `near` are shares of the answers.

    `kappa` is Cohen's (1960), `qwk` the quadratic weighted one (1968), `r` Pearson's;
    `rmse` is in points. Where everybody is given the same by one side, `r` is 0.
    """

    count: int
    exact: float
    near: float
    kappa: float
    qwk: float
    r: float
    rmse: float


def agree(one: Sequence[float], other: Sequence[float], most: float) -> Agreement:
    """Compare two markings out of `most` points; at least one answer."""
    gaps = [abs(a - b) for a, b in zip(one, other, strict=True)]
    return Agreement(
        count=len(gaps),
        exact=fmean(gap < 1e-6 for gap in gaps),
        near=fmean(is_near(gap, most) for gap in gaps),
        kappa=kappa(one, other),
        qwk=weighted_kappa(one, other),
        r=correlation(one, other) if _varies(one) and _varies(other) else 0.0,
        rmse=math.sqrt(fmean(gap * gap for gap in gaps)),
    )


def is_near(gap: float, most: float) -> bool:
    """Whether two marks are within a tenth of the points."""
    return abs(gap) <= NEAR * most + 1e-6


def kappa(one: Sequence[float], other: Sequence[float]) -> float:
    """Cohen's kappa; 1 where both always say the same one thing."""
    count = len(one)
    seen = fmean(abs(a - b) < 1e-6 for a, b in zip(one, other, strict=True))
    left, right = (Counter(round(value, 6) for value in values) for values in (one, other))
    chance = sum(left[value] * right[value] for value in left) / count**2
    return (seen - chance) / (1 - chance) if chance < 1 else 1.0


@dataclass(frozen=True)
class Bin:
    """Answers of like confidence: how sure the engine is of them, and how often it is right."""

    count: int
    confidence: float
    right: float


def reliability(confidence: Sequence[float], right: Sequence[bool]) -> tuple[Bin, ...]:
    """Bins of equal width from 0 to 1, in rising order; empty ones are left out."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for sure, was in zip(confidence, right, strict=True):
        bins.setdefault(min(int(sure * BINS), BINS - 1), []).append((sure, was))
    return tuple(
        Bin(len(held), fmean(sure for sure, _ in held), fmean(was for _, was in held))
        for _, held in sorted(bins.items())
    )


def pooled(groups: Iterable[Sequence[Bin]]) -> tuple[Bin, ...]:
    """Bins of several sets of answers as one."""
    bins: dict[int, list[Bin]] = {}
    for group in groups:
        for each in group:
            bins.setdefault(min(int(each.confidence * BINS), BINS - 1), []).append(each)
    return tuple(_joined(held) for _, held in sorted(bins.items()))


def _joined(bins: list[Bin]) -> Bin:
    count = sum(each.count for each in bins)
    sure = sum(each.count * each.confidence for each in bins) / count
    return Bin(count, sure, sum(each.count * each.right for each in bins) / count)


def calibration_error(bins: Iterable[Bin]) -> float:
    """How far confidence and being right lie apart, on average (ECE)."""
    held = tuple(bins)
    count = sum(each.count for each in held)
    return sum(each.count * abs(each.confidence - each.right) for each in held) / count


@dataclass(frozen=True)
class Share:
    """What one route leaves: `share` of all answers, of which so many were `right`, if known."""

    route: Route
    count: int
    share: float
    right: float | None = None


def work(marks: Sequence[Mark], right: Sequence[bool] | None = None) -> tuple[Share, ...]:
    """What each route leaves to do, from the engine's own to the trainer's."""
    shares = []
    for route in get_args(Route):
        at = [place for place, mark in enumerate(marks) if mark.route == route]
        was = fmean(right[place] for place in at) if right and at else None
        shares.append(Share(route, len(at), len(at) / len(marks) if marks else 0.0, was))
    return tuple(shares)


def _varies(values: Sequence[float]) -> bool:
    return len(values) > 1 and pstdev(values) > 1e-9
