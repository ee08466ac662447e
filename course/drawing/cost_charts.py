"""Draws the four quality costs, and what a cut in prevention saves and then costs."""

from typing import TYPE_CHECKING

from course.content import Language, house, wording
from course.content.amounts import number
from course.drawing.canvas import Canvas, Chart, Width, font
from course.drawing.cost import PARTS, QUARTERS, Costs, saved

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FOLLOWS = (0.5, 1.0, 2.0, 4.0)  # dirhams of failure for each dirham cut: the reader's to judge


def money(value: float, language: Language) -> str:
    """An amount in millions or thousands, short enough for a label."""
    say = wording(language)
    for scale, name in ((1e6, "million"), (1e3, "thousand")):
        if abs(value) >= scale:
            text = number(value / scale, 0 if abs(value) >= 100 * scale else 2).rstrip("0")
            text = text.rstrip(".") if "." in text else number(value / scale, 0)
            return say(f"cost.{name}", amount=text)
    return say("cost.single", amount=number(value, 0))


def draw_costs(costs: Costs, language: Language = "en", width: Width = "wide") -> Chart:
    """One bar a part; failure in teal, what is spent to avoid it in grey."""
    say = wording(language)
    facts = {
        "total": money(costs.total, language),
        "failure": money(costs.failure, language),
        "share": number(costs.failure_share, 0),
    }
    canvas = Canvas(say("cost.title", **facts), say("cost.subtitle"), language, width)
    names = [say(f"cost.{part}") for part in PARTS]
    beside = max(canvas.measure(name, house.CHART_LABEL_PX) for name in names) + 24
    left, right = (90, beside) if canvas.rtl else (beside, 90)
    axes = canvas.axes(left=left, right=right, bottom=20)
    values = [getattr(costs, part) or 0 for part in PARTS]
    _bars(axes, canvas, names, values, [_label(costs, v, language) for v in values])
    listed = ", ".join(f"{n}: {money(v, language)}" for n, v in zip(names, values, strict=True))
    return canvas.finish(f"{say('cost.title', **facts)}. {listed}.")


def _label(costs: Costs, value: float, language: Language) -> str:
    share = costs.of_sales(value)
    if share is None:
        return money(value, language)
    percent = wording(language)("chart.percent", number=number(share, 1))
    return f"{money(value, language)} · {percent}"


def _bars(
    axes: "Axes", canvas: Canvas, names: list[str], values: list[float], labels: list[str]
) -> None:
    highest = max(values) or 1
    axes.set_xlim((highest * 1.25, 0) if canvas.rtl else (0, highest * 1.25))
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xticks([])
    axes.set_yticks(range(len(names)), names, fontproperties=font(house.CHART_LABEL_PX))
    if canvas.rtl:
        axes.yaxis.tick_right()
    axes.tick_params(length=0, labelcolor=house.INK)
    for y, (value, label) in enumerate(zip(values, labels, strict=True)):
        fill = house.TEAL if y >= 2 else house.REST
        axes.barh(y, value, height=0.6, color=fill)
        axes.annotate(
            label, (value, y), xytext=(-6 if canvas.rtl else 6, 0), textcoords="offset pixels",
            ha="right" if canvas.rtl else "left", va="center_baseline", color=house.INK,
            fontproperties=font(house.CHART_LABEL_PX), annotation_clip=False, parse_math=False,
        )  # fmt: skip


def draw_cut(cut: float, lag: int, language: Language = "en", width: Width = "wide") -> Chart:
    """What the cut has saved by each quarter, for four assumptions about what follows."""
    say = wording(language)
    title = say("cost.cut_title", cut=money(cut, language))
    canvas = Canvas(title, say("cost.cut_subtitle", lag=lag), language, width)
    left, right = (120, 104) if canvas.rtl else (84, 120)
    axes = canvas.axes(left=left, right=right, bottom=40)
    paths = {follows: saved(cut, follows, lag) for follows in FOLLOWS}
    ends = (0.6, QUARTERS + 0.2)
    axes.set_xlim(ends[::-1] if canvas.rtl else ends)
    axes.axhline(0, color=house.MUTED, linewidth=1)
    for follows, path in paths.items():
        ink = house.TEAL if path[-1] < 0 else house.MUTED
        axes.plot(range(1, QUARTERS + 1), path, color=ink, linewidth=2)
        axes.annotate(
            say("cost.follows", follows=f"{follows:g}"), (QUARTERS, path[-1]),
            xytext=(-8 if canvas.rtl else 8, 0), textcoords="offset pixels",
            ha="right" if canvas.rtl else "left", va="center", color=ink, annotation_clip=False,
            fontproperties=font(house.CHART_LABEL_PX, "bold"), parse_math=False,
        )  # fmt: skip
    _quarters(axes, canvas, language)
    listed = "; ".join(
        say("cost.cut_alt", follows=f"{f:g}", end=money(p[-1], language)) for f, p in paths.items()
    )
    return canvas.finish(f"{title}. {listed}.")


def _quarters(axes: "Axes", canvas: Canvas, language: Language) -> None:
    say = wording(language)
    at = range(1, QUARTERS + 1)
    labels = [say("cost.quarter", number=quarter) for quarter in at]
    axes.set_xticks(at, labels, fontproperties=font(house.CHART_LABEL_PX))
    axes.figure.canvas.draw()
    ticks = [tick for tick in axes.get_yticks() if axes.get_ylim()[0] <= tick <= axes.get_ylim()[1]]
    shown = [money(tick, language) for tick in ticks]
    axes.set_yticks(ticks, shown, fontproperties=font(house.CHART_LABEL_PX))
    if canvas.rtl:
        axes.yaxis.tick_right()
    axes.grid(axis="y", color=house.GRID, linewidth=0.8)
    axes.tick_params(length=0, labelcolor=house.MUTED)
