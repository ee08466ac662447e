"""Figures with two lines over a company's months: a claim, and what stands beside it."""

from statistics import fmean
from typing import TYPE_CHECKING

from course.content import Language, Lines, house, wording
from course.content.amounts import month_short, number
from course.drawing.canvas import Canvas, font

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def values(spec: Lines, column: str) -> list[float]:
    """The figures of one line, row by row."""
    figures = spec.rows()[column]
    if spec.index:
        return list(100 * figures / figures[: spec.half].mean())
    return list(100 * figures / spec.rows()[spec.over] if spec.over else figures)


def lines_facts(spec: Lines, language: Language) -> dict[str, str]:
    """What the words are filled with: both lines over all months, and before and after."""
    return {
        f"{line}{when}": _over(spec, column, months, language)
        for line, column in (("claim", spec.claim.column), ("truth", spec.truth.column))
        for when, months in (
            ("", slice(None)), ("_before", slice(spec.half)),
            ("_after", slice(spec.half + spec.lag * (line == "truth"), None)),
        )
    } | {"change": _change(spec, language)}  # fmt: skip


def lines_table(spec: Lines, language: Language) -> list[tuple[str, ...]]:
    """Month by month, heading first."""
    head = (spec.claim.words[language], spec.truth.words[language])
    shown = (spec.rows()[spec.time], *(values(spec, c.column) for c in (spec.claim, spec.truth)))
    places = 1 if spec.over else 0
    rows = [(m, number(a, places), number(b, places)) for m, a, b in zip(*shown, strict=True)]
    return [(wording(language)(f"case.{spec.time}"), *head), *rows]


def draw_lines(canvas: Canvas, spec: Lines, language: Language) -> None:
    """Both lines over time, each named at its end."""
    words = [line.words[language] for line in (spec.claim, spec.truth)]
    beside = max(canvas.measure(text, house.CHART_LABEL_PX, "bold") for text in words) + 24
    left, right = (beside, 52) if canvas.rtl else (52, beside)
    axes = canvas.axes(left=left, right=right, bottom=44)
    claim, truth = (values(spec, line.column) for line in (spec.claim, spec.truth))
    _lay_out(axes, spec, canvas, [*claim, *truth])
    _line(axes, claim, words[0], house.MUTED, canvas)
    _line(axes, truth, words[1], house.TEAL, canvas)


def _over(spec: Lines, column: str, months: slice, language: Language) -> str:
    if spec.index:
        return number(fmean(values(spec, column)[months]), 0)
    rows = spec.rows()[months]
    total = float(rows[column].sum())
    if not spec.over:
        return number(total, 0)
    share = 100 * total / float(rows[spec.over].sum())
    return wording(language)("chart.percent", number=number(share, 0))


def _change(spec: Lines, language: Language) -> str:
    """By how much of itself the claim moved from the first months to the last."""
    figures = spec.rows()[spec.claim.column]
    before, after = figures[: spec.half].mean(), figures[spec.half :].mean()
    moved = abs(100 * (after - before) / before)
    return wording(language)("chart.percent", number=number(moved, 0))


def _lay_out(axes: "Axes", spec: Lines, canvas: Canvas, shown: list[float]) -> None:
    """Months from left to right, or from right to left on an Arabic page."""
    months = list(spec.rows()[spec.time])
    ends = (-0.5, len(months) - 0.5)
    axes.set_xlim(ends[::-1] if canvas.rtl else ends)
    low, high = min(shown), max(shown)
    room = (high - low) * 0.15
    axes.set_ylim(max(0, low - room), high + room)
    step = 3 if canvas.width > 500 else 6
    language: Language = "ar" if canvas.rtl else "en"
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


def _line(axes: "Axes", shown: list[float], words: str, ink: str, canvas: Canvas) -> None:
    """A line, named at its end."""
    axes.plot(range(len(shown)), shown, color=ink, linewidth=2)
    axes.annotate(
        words, (len(shown) - 1, shown[-1]), xytext=(-10 if canvas.rtl else 10, 0),
        textcoords="offset pixels", ha="right" if canvas.rtl else "left", va="center",
        color=ink, annotation_clip=False, parse_math=False,
        fontproperties=font(house.CHART_LABEL_PX, "bold"),
    )  # fmt: skip
