"""Draws a case's figures month by month: what came before the event grey, what followed teal."""

from collections.abc import Sequence

from course.content import Exhibit, Language, house, wording
from course.content.amounts import MILLION, month_name, month_short
from course.drawing.canvas import Canvas, Chart, Width
from course.drawing.captions import count_of, describe, subtitle, title
from course.drawing.plane import Plane, evenly, ticks
from course.drawing.views import View, view_of

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
    canvas = Canvas(title(view), subtitle(view), view.language, width)
    scale, values = MILLION if view.millions else 1, view.monthly()
    beside = view.comparison() if len(view.projects) == 1 else []
    levels = ticks(0, max((v for v in (*values, *beside) if v), default=1) / scale)
    labels = evenly(levels)
    start = canvas.widest(labels) + 7 + house.CHART_MARGIN_PX
    across, up = (-0.7, len(values) - 0.3), (0, levels[-1] / FILL)
    plane = canvas.plane(start, house.CHART_MARGIN_PX, 44, across, up)
    plane.levels(levels, labels)
    _bars(plane, view, scale)
    heights = [None if value is None else value / scale for value in beside]
    for ink, thick in ((house.PAPER, 4), (house.INK, 1.4)):  # an edge to stand out from the bars
        plane.line(range(len(heights)), heights, ink, thick)
    plane.below(*_months(view, canvas))
    _event(plane, view)
    return canvas


def _bars(plane: Plane, view: View, scale: float) -> None:
    before, after = view.split()
    for x, (value, month) in enumerate(zip(view.monthly(), view.months, strict=True)):
        if value:
            tip = f"{month_name(month, view.language)}: {view.say(value)}"
            quiet = month in before and after
            plane.bar(x, value / scale, house.REST if quiet else house.TEAL, tip)


def _months(view: View, canvas: Canvas) -> tuple[range, list[str]]:
    """A label each quarter, closer for a short view; the year under its first label."""
    step = 3 if len(view.months) > 12 or canvas.width < 500 else 1
    at = range(0, len(view.months), step)
    labels, year = [], ""
    for i in at:
        month = view.months[i]
        below = month[:4] if month[:4] != year else ""
        labels.append(f"{month_short(month, view.language)}\n{below}")
        year = month[:4]
    return at, labels


def _event(plane: Plane, view: View) -> None:
    """The event's line and words, and what each side of it adds up to.

    A share or a mean of many months is not said: in an assessed case it is asked for.
    """
    before, after = view.split()
    event, size = view.exhibit.event, house.CHART_LABEL_PX
    if event and before and after:
        x = len(before) - 0.5
        plane.mark(x, house.MUTED)
        plane.canvas.write(plane.x(x) + 6, plane.top + size, event.words[view.language])
    for months, start in ((before, -0.5), (after, len(before) - 0.5)):
        if months and view.measure.how == "sum":
            ink = house.MUTED if months == before and after else house.TEAL
            middle, low = plane.x(start + len(months) / 2), plane.top + 2.9 * size
            text = _side(view, months, plane)
            plane.canvas.write(middle, low, text, ink, "middle", bold=True)


def _side(view: View, months: tuple[str, ...], plane: Plane) -> str:
    """What these months come to, the number of months named where there is room."""
    value = view.say(view.over(months))
    count = count_of(months, view.language)
    text = wording(view.language)("chart.period", months=count, value=value)
    room = plane.x(len(months)) - plane.x(0) - 8
    return text if plane.canvas.measure(text, bold=True) <= room else value
