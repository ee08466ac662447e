"""Draws the past of a figure, its ordinary range, and the way to the target."""

from course.content import Language, house, wording
from course.content.amounts import number
from course.content.series import Series
from course.drawing.canvas import Canvas, Chart, Width
from course.drawing.marks import Box
from course.drawing.plane import evenly, ticks
from course.drawing.trajectory import Outlook

_LONGEST = 24  # letters


def draw_trajectory(
    series: Series, outlook: Outlook, language: Language = "en", width: Width = "wide"
) -> Chart:
    """The chart; its title says what the past makes of the target."""
    say = wording(language)
    facts = trajectory_facts(series, outlook)
    title = say(f"trajectory.title.{outlook.reason}", **facts)
    canvas = Canvas(title, say("trajectory.subtitle", **facts), language, width)
    _compose(canvas, series, outlook, language)
    return canvas.finish(say("trajectory.alt", **facts))


def trajectory_facts(series: Series, outlook: Outlook) -> dict[str, str]:
    """The figures the words are filled with, in the series' own precision."""
    past = outlook.past
    places = 0 if max(abs(v) for v in (*series.values, outlook.target)) >= 1000 else 1
    return {
        "name": series.name,
        "count": str(len(series.values)),
        "target": f"{outlook.target:,.10g}",
        "mean": number(past.mean, places),
        "low": number(past.low, places),
        "high": number(past.high, places),
        "near": number(past.high if outlook.target > past.high else past.low, places),
        "reached": str(outlook.reached),
        "first": _short(series.labels[0]),
        "last": _short(series.labels[-1]),
        "times": number(outlook.step, 1),
    }


def trajectory_table(series: Series, outlook: Outlook, language: Language) -> list[tuple[str, ...]]:
    """Figure by figure, heading first; then the average and the target."""
    say, facts = wording(language), trajectory_facts(series, outlook)
    rows = [(label, f"{v:,.10g}") for label, v in zip(series.labels, series.values, strict=True)]
    mean, target = (
        (say("trajectory.mean"), facts["mean"]),
        (say("trajectory.target"), facts["target"]),
    )
    return [(say("trajectory.column.when"), say("trajectory.column.figure")), *rows, mean, target]


def _short(label: str) -> str:
    """A label from somebody's own file, as far as a sentence has room for it."""
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"


def _compose(canvas: Canvas, series: Series, outlook: Outlook, language: Language) -> None:
    say, past, values = wording(language), outlook.past, series.values
    ahead, last = max(3, len(values) // 4), len(values) - 1
    lows, highs = min(*values, outlook.target, past.low), max(*values, outlook.target, past.high)
    room = (highs - lows) * 0.12 or 1
    up = (lows - room, highs + room)
    levels = [tick for tick in ticks(*up) if up[0] <= tick <= up[1]]
    labels = evenly(levels)
    named = (say("trajectory.target"), say("trajectory.mean"))
    beside = canvas.widest(named, bold=True) + 26
    start = canvas.widest(labels) + 7 + house.CHART_MARGIN_PX
    plane = canvas.plane(start, beside, 40, (-0.6, last + ahead + 0.4), up)
    ends = (plane.y(past.high), plane.y(past.low))
    canvas.add(Box(plane.left, ends[0], plane.width, ends[1] - ends[0], house.SEEN, faint=True))
    plane.levels(levels, labels)
    plane.level(past.mean, house.REST)
    shown = [f"{label}: {v:,.10g}" for label, v in zip(series.labels, values, strict=True)]
    plane.line(range(len(values)), values, house.MUTED, 1.2, tips=shown)
    plane.dots(range(len(values)), values, house.MUTED, 2)
    way = (past.mean, outlook.target)
    plane.line((last, last + ahead), way, house.TEAL, dashed=True)
    plane.dots((last + ahead,), (outlook.target,), house.TEAL, 4.5)
    plane.label(last + ahead, outlook.target, named[0], house.TEAL, beside=16, bold=True)
    if abs(plane.y(past.mean) - plane.y(outlook.target)) > house.CHART_LABEL_PX * 1.5:
        plane.label(last + ahead, past.mean, named[1], house.MUTED, beside=16)
    at = sorted({0, last // 2, last}) if canvas.width > 500 else sorted({0, last})
    each = canvas.width / (len(at) + 1)
    plane.below(at, [canvas.shortened(series.labels[i], each) for i in at])
