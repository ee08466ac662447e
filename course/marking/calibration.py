"""Learns from a trainer's marks of one question: nothing below five, then more as they grow."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import fmean, stdev
from typing import Self

from course.judging import CHECK, DOUBTED, Answer, KnownTexts, Mark, Rubric, Verdict, route
from course.marking.engine import mark
from course.marking.fit import Fit, Learned, Lock, Stage
from course.marking.scale import Scale
from course.marking.taught import Ear
from course.marking.views import Example, View, fitted

FEWEST = 5  # marks below which the author's cut-offs stand
MANY = 20  # marks from which the words people use are learned from, too
HALF = 60  # marks at which the learned view weighs as much as the author's
SURE = 1.28  # standard errors: nine in ten that a gain is none of chance
SHOWN = 40  # words of a marked answer that are shown as a reason
ALIKE = 0.6  # in meaning, from which a marked answer is a reason for a mark
CLOSE = 0.1  # of the maximum: what a trainer calls the same mark on a fine scale

Pair = tuple[Answer | str, float]


class Marker:
    """Marks as the rubric says, corrected by what marks have taught; `learned` says how."""

    def __init__(
        self,
        rubric: Rubric,
        learned: Learned,
        blend: "Blend | None" = None,
        given: tuple[str, ...] = (),
    ) -> None:
        self.rubric, self.learned, self._blend, self._given = rubric, learned, blend, given

    def mark(
        self,
        answer: Answer | str,
        *,
        given: tuple[str, ...] = (),
        known: KnownTexts | None = None,
        ear: Ear | None = None,
    ) -> Mark:
        """The suggested mark; a correction is a criterion of its own, with the words behind it."""
        plain = mark(self.rubric, answer, given=given or self._given, known=known, ear=ear)
        if plain.unread or not (self.learned.used and self._blend):
            return plain
        made = self._blend.correct(plain, Example.of(plain, answer, ear))
        return self._blend.raised(made, answer, ear) if ear else made


def calibrate(
    rubric: Rubric,
    marked: Sequence[Pair],
    *,
    lock: Lock = "",
    given: tuple[str, ...] = (),
    suggest: Callable[..., Mark] = mark,
    ear: Ear | None = None,
) -> Marker:
    """A marker that has learned from (answer, points) pairs; the same pairs give the same marker.

    What is learned is used only where it is surely nearer to the marks than what is suggested
    without it, each mark left out; `lock` holds to one or the other whatever the figures say.
    Points below 0 or above the rubric's maximum raise ValueError. `suggest` marks one answer,
    by the `ear` where there is one; what it leaves unread teaches nothing.
    """
    for _, given_points in marked:
        if not 0 <= given_points <= rubric.max_points:
            raise ValueError(f"{given_points} points are not between 0 and {rubric.max_points:g}")
    untaught = Learned(len(marked), "authored", False, lock)
    if len(marked) < FEWEST or rubric.figure:
        return Marker(rubric, untaught, None, given)
    read = _read(marked, lambda answer: suggest(rubric, answer, given=given, ear=ear))
    if len(read) < FEWEST:
        return Marker(rubric, replace(untaught, marks=len(read)), None, given)
    plain, points = [made for made, _, _ in read], [points for _, _, points in read]
    examples = tuple(Example.of(made, answer, ear) for made, answer, _ in read)
    blend = Blend.of(rubric, examples, points)
    suggested = [made.points for made in plain]
    corrected = [blend.scale.points(guess) for guess in blend.left_out()]
    before, after = blend.scale.fit(suggested, points), blend.scale.fit(corrected, points)
    better = _better(after, before) and _surely(suggested, corrected, points)
    used = lock == "learned" or (lock != "authored" and better)
    stage: Stage = "blend" if blend.weight else "cut-offs"
    learned = Learned(len(read), stage, used, lock, before, after, blend.weight)
    return Marker(rubric, learned, blend, given)


def _read(
    marked: Sequence[Pair], suggest: Callable[[Answer | str], Mark]
) -> list[tuple[Mark, Answer | str, float]]:
    """The answers that could be read, in an order of their own, with the mark suggested."""
    ordered = sorted(marked, key=lambda pair: (repr(pair[0]), pair[1]))
    suggested = [(suggest(answer), answer, float(points)) for answer, points in ordered]
    return [one for one in suggested if not one[0].unread]


def _better(after: Fit, before: Fit) -> bool:
    """Agreement must grow, and the gaps must not."""
    return after.qwk > before.qwk and after.gap <= before.gap + 1e-9


def _surely(before: list[float], after: list[float], points: list[float]) -> bool:
    """Whether marks come nearer by more than chance: the gain's lower bound is above nothing."""
    gains = [
        abs(one - given) - abs(other - given)
        for one, other, given in zip(before, after, points, strict=True)
    ]
    return fmean(gains) > SURE * stdev(gains) / math.sqrt(len(gains))


@dataclass(frozen=True)
class Blend:
    """Moved cut-offs, and from MANY marks on a share of the view that learns from words."""

    scale: Scale
    cut_offs: View
    rich: View | None
    weight: float
    shares: tuple[float, ...] = ()

    @classmethod
    def of(cls, rubric: Rubric, examples: tuple[Example, ...], points: list[float]) -> Self:
        scale = Scale.of(rubric.max_points, points)
        shares = [p / rubric.max_points for p in points]
        count = len(points)
        cut_offs = fitted(examples, shares, rich=not rubric.criteria)
        rich = fitted(examples, shares, rich=True) if rubric.criteria and count >= MANY else None
        made = cls(scale, cut_offs, rich, count / (count + HALF) if rich else 0.0, tuple(shares))
        return replace(made, scale=scale.stretched(made.left_out(), shares))

    def left_out(self) -> list[float]:
        plain = self.cut_offs.left_out()
        if self.rich:
            plain = (1 - self.weight) * plain + self.weight * self.rich.left_out()
        return [float(share) for share in plain]

    def guess(self, example: Example) -> tuple[float, float]:
        """The share of the points, and the variance of that."""
        share, doubt = self.cut_offs.guess(example)
        if self.rich:
            other, doubt_of_other = self.rich.guess(example)
            share = (1 - self.weight) * share + self.weight * other
            doubt = (1 - self.weight) * doubt + self.weight * doubt_of_other
        return share, doubt

    def correct(self, plain: Mark, example: Example) -> Mark:
        """The mark moved to where marks of other answers say; guards still only lower."""
        share, doubt = self.guess(example)
        points = self.scale.points(share)
        spans = tuple(sorted({span for c in plain.criteria for span in c.spans}))
        if points > plain.points and (not spans or DOUBTED.intersection(plain.flags)):
            points = plain.points
        confidence = _sure(plain, self.scale, doubt)
        way = route(confidence, plain.flags)
        criteria = plain.criteria
        if moved := round(points - plain.points, 6):
            level = 1 if moved > 0 else 0
            reasons = ("raised-by-marks" if moved > 0 else "lowered-by-marks",)
            most = plain.max_points
            criteria = (*criteria, Verdict("marks", level, moved, most, spans, (), reasons))
        return replace(plain, points=points, criteria=criteria, confidence=confidence, route=way)

    def raised(self, made: Mark, answer: Answer | str, ear: Ear) -> Mark:
        """The mark of an answer in which no words earned anything, by the marked one most like it.

        It goes no higher than that one, and a trainer glances.
        """
        if made.flags or any(criterion.spans for criterion in made.criteria):
            return made
        example = Example.of(made, answer, ear)
        likeness, share, near = max(
            (example.alike(one), share, one)
            for one, share in zip(self.cut_offs.examples, self.shares, strict=True)
        )
        points = min(self.scale.points(self.guess(example)[0]), self.scale.points(share))
        span = ear.nearest(example.text, near.meant) if near.meant is not None else None
        if likeness < ALIKE or points <= made.points or span is None:
            return made
        facts = {"points": f"{share * self.scale.most:g}", "text": _shortened(near.text)}
        moved = round(points - made.points, 6)
        spans, reasons = (span,), ("like-marked",)
        why = Verdict("marks", 1, moved, made.max_points, spans, (), reasons, facts=facts)
        confidence = max(CHECK, min(made.confidence, 0.6))
        return replace(
            made,
            points=points,
            criteria=(*made.criteria, why),
            confidence=confidence,
            route="check",
        )


def _shortened(text: str) -> str:
    words = text.split()
    return " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")


def _sure(plain: Mark, scale: Scale, doubt: float) -> float:
    """The chance that a trainer's mark is this one, if marks scatter as they did so far."""
    if plain.flags == ("empty",):
        return 1.0
    close = max(scale.step / 2, CLOSE * scale.most) / scale.most
    chance = math.erf(close / math.sqrt(2 * doubt))
    ceiling = 0.3 if DOUBTED.intersection(plain.flags) else 0.6 if plain.flags else 1.0
    return round(min(chance, ceiling), 3)
