"""Draws slopes: what a few figures were in one period, and what they are in the next."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.content import house
from course.drawing.canvas import Canvas, font

if TYPE_CHECKING:
    from matplotlib.axes import Axes

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
    names = [f"{line.name} {after}" for line, (_, after) in zip(lines, labels, strict=True)]
    beside = max(canvas.measure(name, house.CHART_LABEL_PX, "bold") for name in names) + 26
    left, right = (beside, 70) if canvas.rtl else (70, beside)
    axes = canvas.axes(left=left, right=right, bottom=36)
    axes.set_xlim((1, 0) if canvas.rtl else (0, 1))
    values = [v for line in lines for v in (line.before, line.after)]
    room = (max(values) - min(values)) * 0.15 or 2
    axes.set_ylim(min(values) - room, max(values) + room)
    axes.set_yticks([])
    axes.set_xticks([0, 1], periods, fontproperties=font(house.CHART_LABEL_PX))
    least = (max(values) - min(values) + 2 * room) * _LINE
    starts = _apart([line.before for line in lines], least)
    ends = _apart([line.after for line in lines], least)
    drawn = zip(lines, labels, names, starts, ends, strict=True)
    for line, (before, _), name, start, end in drawn:
        ink = house.TEAL if line.strong else house.MUTED
        path = [line.before, line.after]
        axes.plot([0, 1], path, color=ink, linewidth=2, marker="o", clip_on=False)
        _end(axes, canvas, 0, start, before, ink)
        _end(axes, canvas, 1, end, name, ink)


def _apart(heights: list[float], least: float) -> list[float]:
    """The heights of labels, moved up where two would stand in one place; equal ones share it."""
    moved, last = dict.fromkeys(heights, 0.0), None
    for height in sorted(moved):
        moved[height] = height if last is None else max(height, last + least)
        last = moved[height]
    return [moved[height] for height in heights]


def _end(axes: "Axes", canvas: Canvas, x: int, y: float, text: str, ink: str) -> None:
    """A label outside the end of a line."""
    outward = (1 if x else -1) * (-1 if canvas.rtl else 1)
    axes.annotate(
        text, (x, y), xytext=(12 * outward, 0), textcoords="offset pixels",
        ha="left" if outward > 0 else "right", va="center", color=ink, annotation_clip=False,
        parse_math=False, fontproperties=font(house.CHART_LABEL_PX, "bold" if x else "normal"),
    )  # fmt: skip
