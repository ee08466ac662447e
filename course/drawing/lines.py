"""Lesson figures with two lines over a company's months: a claim, and what stands beside it."""

from dataclasses import dataclass
from statistics import fmean
from typing import Any

from course.content import Language, house, wording
from course.content.amounts import month_short, number
from course.content.series import load_figures
from course.drawing.canvas import Canvas, Width, font


@dataclass(frozen=True)
class Lines:
    """Two columns of a file; `over` makes them percentages of a third.

    The first is the claim, in grey; the second what the lesson asks the reader to look at.
    `half` is the number of rows before a change that the words compare with those after it,
    `lag` how many more rows the truth takes to follow. An `index` puts both lines on one scale:
    the average of the rows before the change is 100.
    """

    name: str
    file: str
    claim: str
    truth: str
    over: str = ""
    half: int = 12
    lag: int = 0
    index: bool = False
    time: str = "month"


LINES = {
    spec.name: spec
    for spec in (
        Lines(
            "on-time-twice",
            "khalidiyah-extrusions",
            "on_current_date",
            "on_original_date",
            "shipped",
        ),
        Lines("rework-renamed", "khalidiyah-extrusions", "rework_h", "finishing_h"),
        Lines(
            "saved-then-paid",
            "barakah-facilities",
            "ppm_done",
            "reactive_aed",
            half=20,
            lag=8,
            index=True,
            time="week",
        ),
    )
}


def values(spec: Lines, column: str) -> list[float]:
    """The monthly figures of one line."""
    rows = load_figures(spec.file)
    if spec.index:
        figures = [float(row[column]) for row in rows]
        return [100 * value / fmean(figures[: spec.half]) for value in figures]
    if not spec.over:
        return [float(row[column]) for row in rows]
    return [100 * float(row[column]) / float(row[spec.over]) for row in rows]


def lines_facts(spec: Lines, language: Language) -> dict[str, str]:
    """What the words are filled with: both lines over all months, and before and after."""
    return {
        f"{line}{when}": _over(spec, column, months, language)
        for line, column in (("claim", spec.claim), ("truth", spec.truth))
        for when, months in (
            ("", slice(None)), ("_before", slice(spec.half)),
            ("_after", slice(spec.half + spec.lag * (line == "truth"), None)),
        )
    } | {"change": _change(spec, language)}  # fmt: skip


def lines_table(spec: Lines, language: Language) -> list[tuple[str, ...]]:
    """Month by month, heading first."""
    say = wording(language)
    head = tuple(say(f"chart.{spec.name}.{line}") for line in ("claim", "truth"))
    months = [row[spec.time] for row in load_figures(spec.file)]
    pairs = zip(months, values(spec, spec.claim), values(spec, spec.truth), strict=True)
    places = 1 if spec.over else 0
    rows = [(m, number(a, places), number(b, places)) for m, a, b in pairs]
    return [(say(f"case.{spec.time}"), *head), *rows]


def lines_alt(spec: Lines, language: Language) -> str:
    say, facts = wording(language), lines_facts(spec, language)
    title = say(f"chart.{spec.name}.title", **facts)
    return f"{title}. {say(f'chart.{spec.name}.alt', **facts)}"


def lines_chart(spec: Lines, language: Language, width: Width) -> Canvas:
    """The chart before it becomes a picture."""
    say, facts = wording(language), lines_facts(spec, language)
    title, subtitle = say(f"chart.{spec.name}.title", **facts), say(f"chart.{spec.name}.subtitle")
    canvas = Canvas(title, subtitle, language, width)
    words = {line: say(f"chart.{spec.name}.{line}") for line in ("claim", "truth")}
    beside = max(canvas.measure(text, house.CHART_LABEL_PX, "bold") for text in words.values()) + 24
    left, right = (beside, 52) if canvas.rtl else (52, beside)
    axes = canvas.axes(left=left, right=right, bottom=44)
    claim, truth = values(spec, spec.claim), values(spec, spec.truth)
    _lay_out(axes, spec, canvas, [*claim, *truth])
    _line(axes, claim, words["claim"], house.MUTED, canvas)
    _line(axes, truth, words["truth"], house.TEAL, canvas)
    return canvas


def _over(spec: Lines, column: str, months: slice, language: Language) -> str:
    if spec.index:
        return number(fmean(values(spec, column)[months]), 0)
    rows = load_figures(spec.file)[months]
    total = sum(float(row[column]) for row in rows)
    if not spec.over:
        return number(total, 0)
    share = 100 * total / sum(float(row[spec.over]) for row in rows)
    return wording(language)("chart.percent", number=number(share, 0))


def _change(spec: Lines, language: Language) -> str:
    """By how much of itself the claim moved from the first months to the last."""
    figures = [float(row[spec.claim]) for row in load_figures(spec.file)]
    before, after = fmean(figures[: spec.half]), fmean(figures[spec.half :])
    moved = abs(100 * (after - before) / before)
    return wording(language)("chart.percent", number=number(moved, 0))


def _lay_out(axes: Any, spec: Lines, canvas: Canvas, shown: list[float]) -> None:
    """Months from left to right, or from right to left on an Arabic page."""
    months = [row[spec.time] for row in load_figures(spec.file)]
    ends = (-0.5, len(months) - 0.5)
    axes.set_xlim(ends[::-1] if canvas.rtl else ends)
    low, high = min(shown), max(shown)
    room = (high - low) * 0.15
    axes.set_ylim(max(0, low - room), high + room)
    step = 3 if canvas.width > 500 else 6
    language = "ar" if canvas.rtl else "en"
    years = [m[:4] if i % 12 == 0 or m[5:] == "01" else "" for i, m in enumerate(months)]
    if spec.time == "week":
        step *= 4
        labels = [wording(language)("case.week_of", number=m[6:].lstrip("0")) for m in months]
    else:
        labels = [f"{month_short(m, language)}\n{y}" for m, y in zip(months, years, strict=True)]
    at = range(0, len(months), step)
    axes.set_xticks(at, [labels[i] for i in at], fontproperties=font(house.CHART_LABEL_PX))
    if canvas.rtl:
        axes.yaxis.tick_right()
    for tick in axes.get_yticklabels():
        tick.set_fontproperties(font(house.CHART_LABEL_PX))
    axes.grid(axis="y", color=house.GRID, linewidth=0.8)
    axes.tick_params(length=0, labelcolor=house.MUTED)


def _line(axes: Any, shown: list[float], words: str, ink: str, canvas: Canvas) -> None:
    """A line, named at its end."""
    axes.plot(range(len(shown)), shown, color=ink, linewidth=2)
    axes.annotate(
        words, (len(shown) - 1, shown[-1]), xytext=(-10 if canvas.rtl else 10, 0),
        textcoords="offset pixels", ha="right" if canvas.rtl else "left", va="center",
        color=ink, annotation_clip=False, parse_math=False,
        fontproperties=font(house.CHART_LABEL_PX, "bold"),
    )  # fmt: skip
