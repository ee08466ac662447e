"""Draws a case's figures month by month: what came before the event grey, what followed teal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from course.content import Exhibit, Language, house, wording
from course.content.amounts import MILLION, month_short, number
from course.drawing.canvas import Canvas, Chart, Width, font
from course.drawing.captions import count_of, describe, finding, subtitle
from course.drawing.views import View, view_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# The bars fill this much of the height; the event and the totals stand above them.
FILL = 0.74


def draw_exhibit(
    exhibit: Exhibit,
    measure_key: str,
    projects: Sequence[str] = (),
    months: Sequence[str] = (),
    language: Language = "en",
    width: Width = "wide",
) -> Chart:
    """One measure over the projects and months chosen; none chosen means all."""
    view = view_of(exhibit, measure_key, projects, months, language)
    return compose(view, width).finish(describe(view))


def compose(view: View, width: Width) -> Canvas:
    """The chart before it becomes a picture."""
    canvas = Canvas(finding(view), subtitle(view), view.language, width)
    scale, values = _scale(view), view.monthly()
    beside = view.comparison() if len(view.projects) == 1 else []
    ticks = _ticks(max((v for v in (*values, *beside) if v), default=1) / scale)
    labels = [number(tick, _places(ticks[1])) for tick in ticks]
    wide = max(canvas.measure(label, house.CHART_LABEL_PX) for label in labels) + 14
    edge = house.CHART_MARGIN_PX
    left, right = (edge, wide + edge) if canvas.rtl else (wide + edge, edge)
    axes = canvas.axes(left=left, right=right, bottom=44)
    axes.set_xlim(-0.7, len(values) - 0.3)
    axes.set_ylim(0, ticks[-1] / FILL)
    axes.set_yticks(ticks, labels, fontproperties=font(house.CHART_LABEL_PX))
    if canvas.rtl:
        axes.yaxis.tick_right()
        axes.tick_params(length=0)
    axes.grid(axis="y", color=house.GRID, linewidth=0.8)
    _bars(axes, view, [None if v is None else v / scale for v in values])
    _beside(axes, beside, scale)
    _month_labels(axes, view, canvas)
    _event(axes, view, canvas, (canvas.width - left - right) / (len(values) + 0.4))
    return canvas


def _scale(view: View) -> float:
    return MILLION if view.millions else 1


def _ticks(highest: float) -> list[float]:
    """From zero to just above the highest bar, in four or five round steps."""
    from matplotlib.ticker import MaxNLocator

    ticks = MaxNLocator(nbins=4, steps=[1, 2, 2.5, 5, 10]).tick_values(0, highest)
    return [float(tick) for tick in ticks if tick >= 0]


def _places(step: float) -> int:
    return next((places for places in range(4) if round(step, places) == step), 3)


def _bars(axes: "Axes", view: View, values: list[float | None]) -> None:
    before, _ = view.split()
    for x, (value, month) in enumerate(zip(values, view.months, strict=True)):
        quiet = month in before and len(before) < len(view.months)
        axes.bar(x, value or 0, width=0.72, color=house.REST if quiet else house.TEAL)


def _beside(axes: "Axes", values: list[float | None], scale: float) -> None:
    """All projects as a line, to compare one with; a month without a figure breaks it."""
    heights = [float("nan") if value is None else value / scale for value in values]
    axes.plot(range(len(heights)), heights, color=house.INK, linewidth=1.4)


def _month_labels(axes: "Axes", view: View, canvas: Canvas) -> None:
    """A label each quarter, closer for a short view; the year under its first label."""
    step = 3 if len(view.months) > 12 or canvas.width < 500 else 1
    at = range(0, len(view.months), step)
    labels, year = [], ""
    for i in at:
        month = view.months[i]
        below = month[:4] if month[:4] != year else ""
        labels.append(f"{month_short(month, view.language)}\n{below}")
        year = month[:4]
    axes.set_xticks(list(at), labels, fontproperties=font(house.CHART_LABEL_PX - 0.5))
    # On the (second) line's baseline: Arabic month names differ in height and would dance.
    for label in axes.get_xticklabels():
        label.set_verticalalignment("baseline")
    axes.tick_params(axis="x", pad=24)


def _event(axes: "Axes", view: View, canvas: Canvas, step: float) -> None:
    """The event's line and words, and what each side of it comes to."""
    before, after = view.split()
    sides = [(before, -0.5), (after, len(before) - 0.5)]
    edge = axes.get_xaxis_transform()
    event = view.exhibit.event
    if event and before and after:
        x, size = len(before) - 0.5, house.CHART_LABEL_PX
        axes.axvline(x, color=house.MUTED, linewidth=1)
        axes.text(
            x + 6 / step, 0.985, event.words[view.language], transform=edge, va="top", ha="left",
            color=house.INK, fontproperties=font(size), parse_math=False,
        )  # fmt: skip
    for months, start in sides:
        if months:
            quiet = months == before and bool(after)
            axes.text(
                start + len(months) / 2, 0.885, _side(view, months, canvas, step), transform=edge,
                va="top", ha="center", color=house.MUTED if quiet else house.TEAL,
                fontproperties=font(house.CHART_LABEL_PX, "bold"), parse_math=False,
            )  # fmt: skip


def _side(view: View, months: tuple[str, ...], canvas: Canvas, step: float) -> str:
    """What these months come to, the number of months named where there is room."""
    value = view.say(view.over(months))
    count = count_of(months, view.language)
    text = wording(view.language)("chart.period", months=count, value=value)
    room = step * len(months) - 8
    return text if canvas.measure(text, house.CHART_LABEL_PX, "bold") <= room else value
