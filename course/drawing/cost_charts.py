"""Draws the four quality costs, and what a cut in prevention saves and then costs."""

from course.content import Language, house, wording
from course.content.amounts import number
from course.drawing.canvas import Canvas, Chart, Width
from course.drawing.cost import PARTS, QUARTERS, Costs, saved
from course.drawing.plane import ticks

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
    values = [getattr(costs, part) or 0 for part in PARTS]
    labels = [" · ".join(_label(costs, value, language)) for value in values]
    start, end = canvas.widest(names) + 24, canvas.widest(labels) + 20
    across, up = (0, max(values) or 1), (len(names) - 0.4, -0.6)
    plane = canvas.plane(start, end, 20, across, up)
    plane.names(names)
    for y, (name, value, label) in enumerate(zip(names, values, labels, strict=True)):
        plane.row(y, value, house.TEAL if y >= 2 else house.REST, f"{name}: {label}")
        plane.label(value, y, label, beside=6)
    listed = ", ".join(f"{n}: {money(v, language)}" for n, v in zip(names, values, strict=True))
    return canvas.finish(f"{listed}.")


def _label(costs: Costs, value: float, language: Language) -> tuple[str, ...]:
    """The amount, and its share of sales where they were given."""
    share = costs.of_sales(value)
    if share is None:
        return (money(value, language),)
    percent = wording(language)("chart.percent", number=number(share, 1))
    return money(value, language), percent


def draw_cut(cut: float, lag: int, language: Language = "en", width: Width = "wide") -> Chart:
    """What the cut has saved by each quarter, for four assumptions about what follows."""
    say = wording(language)
    title = say("cost.cut_title", cut=money(cut, language))
    canvas = Canvas(title, say("cost.cut_subtitle", lag=lag), language, width)
    paths = {follows: saved(cut, follows, lag) for follows in FOLLOWS}
    sums = [0.0, *(value for path in paths.values() for value in path)]
    room = (max(sums) - min(sums)) * 0.08
    up = (min(sums) - room, max(sums) + room)
    levels = [tick for tick in ticks(*up, 6) if up[0] <= tick <= up[1]]
    labels = [money(level, language) for level in levels]
    names = {follows: say("cost.follows", follows=f"{follows:g}") for follows in FOLLOWS}
    start = canvas.widest(labels) + 7 + house.CHART_MARGIN_PX
    beside = canvas.widest(list(names.values()), bold=True) + 16
    quarters = range(1, QUARTERS + 1)
    plane = canvas.plane(start, beside, 40, (0.6, QUARTERS + 0.2), up)
    plane.levels(levels, labels)
    plane.level(0, house.MUTED)
    plane.below(quarters, [say("cost.quarter", number=quarter) for quarter in quarters])
    for follows, path in paths.items():
        ink = house.TEAL if path[-1] < 0 else house.MUTED
        said = zip(quarters, path, strict=True)
        tips = [
            f"{say('cost.quarter', number=q)}, {names[follows]}: {money(v, language)}"
            for q, v in said
        ]
        plane.line(quarters, path, ink, tips=tips)
        plane.label(QUARTERS, path[-1], names[follows], ink, beside=8, bold=True)
    listed = "; ".join(
        say("cost.cut_alt", follows=f"{f:g}", end=money(p[-1], language)) for f, p in paths.items()
    )
    return canvas.finish(f"{listed}.")


def costs_table(costs: Costs, language: Language) -> list[tuple[str, ...]]:
    """Part by part, heading first; the share of sales where they were given."""
    say = wording(language)
    share = [say("cost.column.share")] if costs.sales else []
    rows = [
        (say(f"cost.{part}"), *_label(costs, getattr(costs, part) or 0, language)) for part in PARTS
    ]
    total = (say("cost.column.total"), *_label(costs, costs.total, language))
    return [(say("cost.column.part"), say("cost.column.year"), *share), *rows, total]


def cut_table(cut: float, lag: int, language: Language) -> list[tuple[str, ...]]:
    """What is saved by each quarter, a column for each assumption."""
    say = wording(language)
    heads = (say("cost.follows", follows=f"{follows:g}") for follows in FOLLOWS)
    paths = [saved(cut, follows, lag) for follows in FOLLOWS]
    rows = [
        (say("cost.quarter", number=quarter), *(money(value, language) for value in values))
        for quarter, values in enumerate(zip(*paths, strict=True), start=1)
    ]
    return [(say("cost.column.quarter"), *heads), *rows]
