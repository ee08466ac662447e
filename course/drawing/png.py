"""A chart as a picture, for paper; only here is matplotlib used."""

import io
from typing import TYPE_CHECKING

from course.content import house
from course.drawing.marks import DASHES, FAINT, NOTHING, Box, Dot, Mark, Path, Words
from course.drawing.order import in_order

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from course.drawing.canvas import Chart

_POINT = 0.72  # of a pixel, at the hundred pixels to an inch drawn here
_SIDES = {"start": "left", "middle": "center", "end": "right"}
_FLIPPED = {"start": "right", "middle": "center", "end": "left"}


def drawn(chart: "Chart") -> bytes:
    """The picture, at the scale of a sharp screen."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure((chart.width / 100, chart.height / 100), dpi=100, facecolor=house.PAPER)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, chart.width), ylim=(chart.height, 0))
    axes.set_axis_off()
    for order, mark in enumerate(chart.marks):
        _draw(axes, mark, order, _FLIPPED if chart.rtl else _SIDES)
    page = io.BytesIO()
    # No Software entry: the same chart gives the same bytes with every matplotlib.
    figure.savefig(page, format="png", dpi=100 * house.CHART_SCALE, metadata={"Software": None})
    return page.getvalue()


def _draw(axes: "Axes", mark: Mark, order: int, sides: dict[str, str]) -> None:
    from matplotlib.patches import Circle, PathPatch, Rectangle
    from matplotlib.path import Path as Outline

    match mark:
        case Words(x, y, text, ink, size, bold, side):
            axes.text(
                x, y, in_order(text), color=ink, ha=sides[side], va="baseline", zorder=order,
                family=house.CHART_FONT, size=size * _POINT,
                weight="bold" if bold else "normal", parse_math=False,
            )  # fmt: skip
        case Box(x, y, width, height, fill, faint):
            bar = Rectangle((x, y), width, height, facecolor=fill, linewidth=0, zorder=order)
            bar.set_alpha(FAINT if faint else 1)
            axes.add_patch(bar)
        case Dot(x, y, radius, fill) if fill != NOTHING:
            axes.add_patch(Circle((x, y), radius, facecolor=fill, linewidth=0, zorder=order))
        case Path(points, ink, width, dashed, fill):
            style = (0, [dash / width for dash in DASHES]) if dashed else "solid"
            shape = PathPatch(Outline(points), facecolor=fill, edgecolor=ink, zorder=order)
            shape.set(linewidth=width * _POINT, linestyle=style)
            axes.add_patch(shape)
