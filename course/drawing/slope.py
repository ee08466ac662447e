"""Draws slopes: what a few figures were in one period, and what they are in the next."""

from dataclasses import dataclass

from course.content import house
from course.drawing.canvas import Canvas

_LINE = 0.07  # the share of a chart's height that a label needs


@dataclass(frozen=True)
class Slope:
    """One line: its name, its two values, and whether it is the one to look at."""

    name: str
    before: float
    after: float
    strong: bool = True


def draw_slopes(
    canvas: Canvas, lines: list[Slope], labels: list[tuple[str, str]], periods: tuple[str, str]
) -> None:
    """The lines between two periods; `labels` are the figures at either end of each."""
    room = canvas.width / 2
    names = [
        f"{canvas.shortened(line.name, room, bold=True)} {after}"
        for line, (_, after) in zip(lines, labels, strict=True)
    ]
    values = [v for line in lines for v in (line.before, line.after)]
    air = (max(values) - min(values)) * 0.15 or 2
    up = (min(values) - air, max(values) + air)
    beside = canvas.widest(names, bold=True) + 26
    plane = canvas.plane(70, beside, 36, (0, 1), up)
    plane.below((0, 1), [canvas.shortened(period, room / 2) for period in periods])
    least = (up[1] - up[0]) * _LINE
    starts = _apart([line.before for line in lines], least)
    ends = _apart([line.after for line in lines], least)
    drawn = zip(lines, labels, names, starts, ends, strict=True)
    said = set()
    for line, (before, after), name, start, end in drawn:
        ink = house.TEAL if line.strong else house.MUTED
        tips = [
            f"{line.name}, {when}: {v}" for when, v in zip(periods, (before, after), strict=True)
        ]
        path = (line.before, line.after)
        plane.dots((0, 1), path, ink, 4)
        plane.line((0, 1), path, ink, tips=tips)
        if (start, before) not in said:  # lines that begin as one have one label
            plane.label(0, start, before, ink, "end", -12)
            said.add((start, before))
        plane.label(1, end, name, ink, beside=12, bold=True)


def _apart(heights: list[float], least: float) -> list[float]:
    """The heights of labels, moved up where two would stand in one place; equal ones share it."""
    moved, last = dict.fromkeys(heights, 0.0), None
    for height in sorted(moved):
        moved[height] = height if last is None else max(height, last + least)
        last = moved[height]
    return [moved[height] for height in heights]
