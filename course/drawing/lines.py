"""Figures with two lines over a company's months: a claim, and what stands beside it."""

from statistics import fmean

from course.content import Language, Lines, house, wording
from course.content.amounts import month_name, month_short, number
from course.drawing.canvas import Canvas
from course.drawing.plane import evenly, ticks

_LINE = 0.07  # the share of a chart's height that a label needs


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
            ("_after", slice(spec.half + spec.lag * (spec.together or line == "truth"), None)),
        )
    } | {"change": _change(spec, language)}  # fmt: skip


def lines_table(spec: Lines, language: Language) -> list[tuple[str, ...]]:
    """Month by month, heading first."""
    head = (spec.claim.words[language], spec.truth.words[language])
    times = (_time_name(spec, time, language) for time in spec.rows()[spec.time])
    shown = (times, *(values(spec, line.column) for line in (spec.claim, spec.truth)))
    places = 1 if spec.over else 0
    rows = [(m, number(a, places), number(b, places)) for m, a, b in zip(*shown, strict=True)]
    return [(wording(language)(f"case.{spec.time}"), *head), *rows]


def draw_lines(canvas: Canvas, spec: Lines, language: Language) -> None:
    """Both lines over time, each named at its end and pointed at by month or week."""
    words = [line.words[language] for line in (spec.claim, spec.truth)]
    claim, truth = (values(spec, line.column) for line in (spec.claim, spec.truth))
    low, high = min(*claim, *truth), max(*claim, *truth)
    room = (high - low) * 0.15
    up = (max(0, low - room), high + room)
    levels = [tick for tick in ticks(*up, 6) if up[0] <= tick <= up[1]]
    labels = evenly(levels)
    start = canvas.widest(labels) + 7 + house.CHART_MARGIN_PX
    beside = canvas.widest(words, bold=True) + 24
    plane = canvas.plane(start, beside, 44, (-0.5, len(claim) - 0.5), up)
    plane.levels(levels, labels)
    plane.below(*_times(spec, canvas, language))
    rows = lines_table(spec, language)[1:]
    named = apart(claim[-1], truth[-1], (up[1] - up[0]) * _LINE)
    for place, (shown, ink) in enumerate(((claim, house.MUTED), (truth, house.TEAL))):
        tips = [f"{row[0]}, {words[place]}: {row[1 + place]}" for row in rows]
        plane.line(range(len(shown)), shown, ink, tips=tips)
        plane.label(len(shown) - 1, named[place], words[place], ink, beside=10, bold=True)


def apart(one: float, other: float, least: float) -> tuple[float, float]:
    """The heights of two labels, drawn apart about their middle where they would overlap."""
    if abs(one - other) >= least:
        return one, other
    middle, half = (one + other) / 2, least / 2 if one >= other else -least / 2
    return middle + half, middle - half


def _time_name(spec: Lines, time: str, language: Language) -> str:
    """`2025-W01` as a week of its year, `2025-10` as a month."""
    if spec.time == "week":
        return wording(language)("case.week_of", number=time[6:].lstrip("0"))
    return month_name(time, language)


def _times(spec: Lines, canvas: Canvas, language: Language) -> tuple[range, list[str]]:
    """Where a label stands below the months or weeks, and what it says."""
    times = list(spec.rows()[spec.time])
    step = 3 if canvas.width > 500 else 6
    if spec.time == "week":
        step *= 4
        labels = [_time_name(spec, time, language) for time in times]
    else:
        years = [m[:4] if i % 12 == 0 or m[5:] == "01" else "" for i, m in enumerate(times)]
        labels = [f"{month_short(m, language)}\n{y}" for m, y in zip(times, years, strict=True)]
    at = range(0, len(times), step)
    return at, [labels[i] for i in at]


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
