"""Draws the past of a figure, its ordinary range, and the way to the target."""

from typing import TYPE_CHECKING

from course.content import Language, house, wording
from course.content.amounts import number
from course.content.series import Series
from course.drawing.canvas import Canvas, Chart, Width, font
from course.drawing.trajectory import Outlook

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw_trajectory(
    series: Series, outlook: Outlook, language: Language = "en", width: Width = "wide"
) -> Chart:
    """The chart; its title says what the past makes of the target."""
    say = wording(language)
    facts = trajectory_facts(series, outlook)
    title = say(f"trajectory.title.{outlook.reason}", **facts)
    canvas = Canvas(title, say("trajectory.subtitle", **facts), language, width)
    _compose(canvas, series, outlook, language)
    return canvas.finish(f"{title}. {say('trajectory.alt', **facts)}")


def trajectory_facts(series: Series, outlook: Outlook) -> dict[str, str]:
    """The figures the words are filled with, in the series' own precision."""
    past = outlook.past
    places = 0 if max(abs(v) for v in (*series.values, outlook.target)) >= 1000 else 1
    return {
        "count": str(len(series.values)),
        "target": f"{outlook.target:,.10g}",
        "mean": number(past.mean, places),
        "low": number(past.low, places),
        "high": number(past.high, places),
        "reached": str(outlook.reached),
        "first": series.labels[0],
        "last": series.labels[-1],
        "times": number(outlook.step, 1),
    }


def _compose(canvas: Canvas, series: Series, outlook: Outlook, language: Language) -> None:
    say, past, values = wording(language), outlook.past, series.values
    left, right = (96, 56) if canvas.rtl else (56, 96)
    axes = canvas.axes(left=left, right=right, bottom=40)
    ahead = max(3, len(values) // 4)
    last = len(values) - 1
    ends = (-0.6, last + ahead + 0.4)
    axes.set_xlim(ends[::-1] if canvas.rtl else ends)
    lows, highs = min(*values, outlook.target, past.low), max(*values, outlook.target, past.high)
    room = (highs - lows) * 0.12 or 1
    axes.set_ylim(lows - room, highs + room)
    axes.axhspan(past.low, past.high, color=house.SEEN, alpha=0.45, linewidth=0)
    axes.axhline(past.mean, color=house.REST, linewidth=1)
    axes.plot(
        range(len(values)), values, color=house.MUTED, linewidth=1.2, marker="o", markersize=3.5
    )
    axes.plot(
        [last, last + ahead], [past.mean, outlook.target],
        color=house.TEAL, linewidth=2, linestyle=(0, (4, 3)),
    )  # fmt: skip
    axes.plot([last + ahead], [outlook.target], color=house.TEAL, marker="D", markersize=7)
    _label(
        axes, last + ahead, outlook.target, say("trajectory.target"), house.TEAL, canvas, bold=True
    )
    if abs(past.mean - outlook.target) > room * 0.8:
        _label(axes, last + ahead, past.mean, say("trajectory.mean"), house.MUTED, canvas)
    _ticks(axes, series, canvas)


def _label(
    axes: "Axes", x: float, y: float, text: str, ink: str, canvas: Canvas, *, bold: bool = False
) -> None:
    """A word just beside the axes, at the height of what it names."""
    axes.annotate(
        text, (x, y), xytext=(-16 if canvas.rtl else 16, 0), textcoords="offset pixels",
        ha="right" if canvas.rtl else "left", va="center",
        color=ink, annotation_clip=False, parse_math=False,
        fontproperties=font(house.CHART_LABEL_PX, "bold" if bold else "normal"),
    )  # fmt: skip


def _ticks(axes: "Axes", series: Series, canvas: Canvas) -> None:
    """First, middle and last label; a light grid for the figures."""
    last = len(series.labels) - 1
    at = sorted({0, last // 2, last}) if canvas.width > 500 else sorted({0, last})
    axes.set_xticks(at, [series.labels[i] for i in at], fontproperties=font(house.CHART_LABEL_PX))
    if canvas.rtl:
        axes.yaxis.tick_right()
    for tick in axes.get_yticklabels():
        tick.set_fontproperties(font(house.CHART_LABEL_PX))
    axes.grid(axis="y", color=house.GRID, linewidth=0.8)
    axes.tick_params(length=0, labelcolor=house.MUTED)
