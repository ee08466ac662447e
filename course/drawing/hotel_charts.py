"""Draws the views of the customer lab: two periods, all together or each group by itself."""

from dataclasses import dataclass
from typing import Any

from course.content import Language, house, wording
from course.content.amounts import number
from course.content.hotels import HOTELS, YEARS, yearly
from course.drawing.canvas import Canvas, Chart, Width, font
from course.drawing.mix import Groups, Period, at_mix, mean

_LINE = 0.07  # the share of a chart's height that a label needs
VIEWS = ("group", "hotels", "answers", "same-mix", "closed")


@dataclass(frozen=True)
class Slope:
    """One line of a view: its name, its two values, and whether it is the one to look at."""

    name: str
    before: float
    after: float
    strong: bool = True


@dataclass(frozen=True)
class Answers:
    """What the lab looks at: two periods, the groups in each, and whose they are."""

    periods: tuple[str, str]
    before: Groups
    after: Groups
    own: bool = False


def groups(year: str) -> Groups:
    """The answers and scores of each hotel in a year."""
    answers, totals = yearly("answers"), yearly("score_sum")
    return {h: Period(answers[h, year], totals[h, year]) for h in HOTELS}


def hotels() -> Answers:
    """The case's answers."""
    return Answers(YEARS, groups(YEARS[0]), groups(YEARS[1]))


def slopes(view: str, language: Language, told: Answers) -> list[Slope]:
    """The lines of a view."""
    say, before, after = wording(language), told.before, told.after
    names = {name: name if told.own else say(f"lab.{name}") for name in before}
    if view == "group":
        return [Slope(say("lab.whole" if told.own else "lab.all"), mean(before), mean(after))]
    if view == "hotels":
        return [Slope(names[n], before[n].mean, after[n].mean) for n in before]
    if view == "answers":
        moved = {n: after[n].answers / (before[n].answers or 1) for n in before}
        strong = {max(moved, key=lambda n: moved[n]), min(moved, key=lambda n: moved[n])}
        return [Slope(names[n], before[n].answers, after[n].answers, n in strong) for n in before]
    if view == "same-mix":
        return [
            Slope(say("lab.as_reported"), mean(before), mean(after), False),
            Slope(say("lab.same_mix"), mean(before), at_mix(after, before)),
        ]
    return [
        Slope(say("lab.closed_24h"), *_of_complaints("closed_24h"), False),
        Slope(say("lab.reopened"), *_of_complaints("reopened_30d")),
    ]


def _of_complaints(column: str) -> tuple[float, float]:
    """A share of all complaints, in per cent, in either year."""
    part, whole = yearly(column), yearly("complaints")
    shares = [
        100 * sum(part[h, y] for h in HOTELS) / sum(whole[h, y] for h in HOTELS) for y in YEARS
    ]
    return shares[0], shares[1]


def draw_view(
    view: str, language: Language = "en", width: Width = "wide", told: Answers | None = None
) -> Chart:
    """The chart of a view; its title states what it shows and no more."""
    told = told or hotels()
    say, lines = wording(language), slopes(view, language, told)
    places = 0 if view in ("answers", "closed") else 1
    first = lines[-1] if view in ("same-mix", "closed") else lines[0]
    whose = "own" if told.own else "title"
    facts = {
        "name": first.name,
        "before": number(first.before, places),
        "after": number(first.after, places),
    }
    title = say(f"lab.{whose}.{view}", **facts)
    below = say("lab.own_file") if told.own else say(f"lab.subtitle.{view}")
    canvas = Canvas(title, below, language, width)
    _compose(canvas, lines, places, told.periods)
    listed = "; ".join(
        f"{line.name}: {number(line.before, places)}, {number(line.after, places)}"
        for line in lines
    )
    return canvas.finish(f"{title}. {listed}.")


def _compose(canvas: Canvas, lines: list[Slope], places: int, periods: tuple[str, str]) -> None:
    names = [f"{line.name} {number(line.after, places)}" for line in lines]
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
    for line, name, start, end in zip(lines, names, starts, ends, strict=True):
        ink = house.TEAL if line.strong else house.MUTED
        path = [line.before, line.after]
        axes.plot([0, 1], path, color=ink, linewidth=2, marker="o", clip_on=False)
        _end(axes, canvas, 0, start, number(line.before, places), ink)
        _end(axes, canvas, 1, end, name, ink)


def _apart(heights: list[float], least: float) -> list[float]:
    """The heights of labels, moved up where two would stand in one place; equal ones share it."""
    moved, last = dict.fromkeys(heights, 0.0), None
    for height in sorted(moved):
        moved[height] = height if last is None else max(height, last + least)
        last = moved[height]
    return [moved[height] for height in heights]


def _end(axes: Any, canvas: Canvas, x: int, y: float, text: str, ink: str) -> None:
    """A label outside the end of a line."""
    outward = (1 if x else -1) * (-1 if canvas.rtl else 1)
    axes.annotate(
        text, (x, y), xytext=(12 * outward, 0), textcoords="offset pixels",
        ha="left" if outward > 0 else "right", va="center", color=ink, annotation_clip=False,
        parse_math=False, fontproperties=font(house.CHART_LABEL_PX, "bold" if x else "normal"),
    )  # fmt: skip
