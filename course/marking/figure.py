"""Marks a number: right within its tolerance, with its unit, or by a mistake we know."""

import re

from course.judging import Figure, NearMiss, Verdict
from course.reading import Span
from course.reading.numbers import PLAIN, Quantity, quantities


def mark_figure(figure: Figure, typed: str) -> Verdict:
    """The mark of what was typed; the span is the number (and unit) that earned it."""
    said = quantities(typed)
    if not said:
        return _mark(figure, 0.0, (), "no-number")
    right = [q for q in said if abs(q.value - figure.value) <= figure.tolerance + 1e-9]
    plain = typed.translate(PLAIN).casefold()
    with_unit = [(q, span) for q in right if (span := _unit(figure, plain, q))]
    if len({(q.value, q.unit) for q in said}) > 1 and len(said) > len(right):
        # Several different numbers: which one is the answer is the trainer's to say.
        return _mark(figure, 0.0, (), "several-numbers")
    if with_unit:
        return _mark(figure, figure.points, (with_unit[0][1],), "exact")
    if bare := [q for q in right if not q.unit]:
        full = figure.without_unit == figure.points
        return _mark(figure, figure.without_unit, (bare[0].span,), "exact" if full else "no-unit")
    errors = tuple(miss.key for miss in figure.near_misses if _is(miss, said[0]))
    return _mark(figure, 0.0, (), "near-miss" if errors else "other-number", errors)


def _mark(
    figure: Figure,
    points: float,
    spans: tuple[Span, ...],
    reason: str,
    errors: tuple[str, ...] = (),
) -> Verdict:
    level = 2 if points == figure.points else 1 if points else 0
    missing = () if level == 2 else ("unit",) if level == 1 else ("figure",)
    return Verdict("figure", level, points, figure.points, spans, missing, (reason,), errors)


def _unit(figure: Figure, plain: str, said: Quantity) -> Span | None:
    """The span of number and unit when the unit is one of those accepted."""
    for unit in sorted(figure.units, key=len, reverse=True):
        wanted = unit.translate(PLAIN).casefold()
        if plain[said.start : said.end].rstrip().endswith(wanted):
            return said.span
        after = re.compile(r"\s*" + re.escape(wanted) + r"(?!\w)").match(plain, said.end)
        if after and not said.unit:
            return said.start, after.end()
    return None


def _is(miss: NearMiss, said: Quantity) -> bool:
    wanted = quantities(miss.value)[0]
    factors = (1.0, 1e6) if wanted.unit == "AED" and not said.unit else (1.0,)
    tolerance = 0.005 * abs(wanted.value)
    return said.unit in ("", wanted.unit) and any(
        abs(said.value * factor - wanted.value) <= tolerance for factor in factors
    )
