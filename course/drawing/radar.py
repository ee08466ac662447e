"""Draws how strong the evidence is, item by item, as a radar; an earlier one as a dashed line."""

from collections.abc import Mapping

from course.content import Language, house, wording
from course.drawing.canvas import Canvas, Chart, Width, font

MOST = 3


def draw_radar(
    strengths: Mapping[str, int],
    earlier: Mapping[str, int] | None,
    language: Language = "en",
    width: Width = "wide",
) -> Chart:
    """The chart; the keys are the items' names as the reader sees them, in order."""
    from matplotlib.patches import Polygon
    from matplotlib.typing import LineStyleType

    say, names = wording(language), list(strengths)
    decided = sum(value == MOST for value in strengths.values())
    title = say("lead.title", decided=decided, all=len(names))
    canvas = Canvas(title, say("lead.subtitle"), language, width)
    axes = canvas.axes(left=110, right=110, bottom=16)
    axes.set_aspect("equal")
    axes.set_xlim(-4.1, 4.1)
    axes.set_ylim(-3.6, 3.6)
    axes.set_xticks([])
    axes.set_yticks([])
    for ring in range(1, MOST + 1):
        outline = [_at(i, ring, len(names)) for i in range(len(names))]
        axes.add_patch(Polygon(outline, fill=False, edgecolor=house.GRID, linewidth=1))
    shapes: list[tuple[Mapping[str, int], str, LineStyleType, bool]] = []
    shapes += [(earlier, house.MUTED, (0, (4, 3)), False)] if earlier else []
    shapes.append((strengths, house.TEAL, "solid", True))
    for shape, ink, style, filled in shapes:
        corners = [_at(i, shape.get(name, 0), len(names)) for i, name in enumerate(names)]
        axes.add_patch(
            Polygon(
                corners, facecolor=house.TEAL_TINT if filled else "none", edgecolor=ink,
                linestyle=style, linewidth=2,
            )
        )  # fmt: skip
    for i, name in enumerate(names):
        x, y = _at(i, MOST + 0.25, len(names))
        side = "center" if abs(x) < 0.4 else "left" if x > 0 else "right"
        axes.text(
            x, y, f"{name} {strengths[name]}", ha=side, va="center", color=house.INK, clip_on=False,
            fontproperties=font(house.CHART_LABEL_PX - 1), parse_math=False,
        )  # fmt: skip
    listed = ", ".join(f"{name} {value}" for name, value in strengths.items())
    return canvas.finish(f"{title}. {say('lead.alt', listed=listed)}")


def _at(place: int, value: float, count: int) -> tuple[float, float]:
    """A corner of the radar: the first item on top, the others clockwise."""
    from math import cos, pi, sin

    angle = pi / 2 - 2 * pi * place / count
    return value * cos(angle), value * sin(angle)
