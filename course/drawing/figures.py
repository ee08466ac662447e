"""Draws the figures of the lessons, each by the name its notebook calls it."""

import csv
import functools
from typing import Any, NamedTuple

from course.content import ContentError, Language, house, wording
from course.drawing.canvas import Canvas, Chart, Width, font
from course.drawing.lines import LINES, lines_alt, lines_chart, lines_table
from course.paths import DATA


class Group(NamedTuple):
    """The people of one first language: how many were asked, had seen it, could explain it."""

    language: str
    asked: int
    seen: int
    explain: int


def draw_figure(name: str, language: Language = "en", width: Width = "wide") -> Chart:
    """The lesson figure of that name."""
    if name in LINES:
        return lines_chart(LINES[name], language, width).finish(lines_alt(LINES[name], language))
    if name not in _FIGURES:
        known = ", ".join((*_FIGURES, *LINES))
        raise ContentError("figures", name, "there is no such figure", f"Use: {known}.")
    compose, alt = _FIGURES[name]
    return compose(language, width).finish(alt(language))


def table_figure(name: str, language: Language = "en") -> list[tuple[str, ...]]:
    """The figures behind the picture, heading first, for the table beside it."""
    if name in LINES:
        return lines_table(LINES[name], language)
    if name != _SEEN:
        raise ContentError("figures", name, "it has no table", f"Use: {_SEEN}.")
    say = wording(language)
    rows = [
        (
            say(f"chart.language.{group.language}"),
            _percent(group.seen, group.asked, language),
            _percent(group.explain, group.asked, language),
        )
        for group in groups()
    ]
    return [tuple(say(f"chart.{_SEEN}.{column}") for column in ("by", "seen", "explain")), *rows]


@functools.cache
def groups() -> tuple[Group, ...]:
    """The survey by first language, those who can explain most first."""
    path = DATA / "figures" / "gulf-meridian-logistics.csv"
    counts: dict[str, list[int]] = {}
    with path.open(encoding="utf-8", newline="") as page:
        for row in csv.DictReader(page):
            now = counts.setdefault(row["language"], [0, 0, 0])
            for i, column in enumerate(("asked", "seen_policy", "can_explain")):
                now[i] += int(row[column])
    found = [Group(name, *numbers) for name, numbers in counts.items()]
    return tuple(sorted(found, key=lambda group: -group.explain / group.asked))


def _percent(part: int, whole: int, language: Language) -> str:
    return wording(language)("chart.percent", number=round(100 * part / whole))


def _title(language: Language) -> str:
    asked = sum(group.asked for group in groups())
    return wording(language)(
        f"chart.{_SEEN}.title",
        seen=_percent(sum(group.seen for group in groups()), asked, language),
        explain=_percent(sum(group.explain for group in groups()), asked, language),
    )


def _seen_alt(language: Language) -> str:
    say = wording(language)
    first, *_, last = groups()
    seen = sorted((group.seen / group.asked, group) for group in groups())
    return say(
        f"chart.{_SEEN}.alt",
        title=_title(language),
        low=_percent(last.explain, last.asked, language),
        low_language=say(f"chart.language.{last.language}"),
        high=_percent(first.explain, first.asked, language),
        high_language=say(f"chart.language.{first.language}"),
        seen_low=_percent(seen[0][1].seen, seen[0][1].asked, language),
        seen_high=_percent(seen[-1][1].seen, seen[-1][1].asked, language),
    )


def _seen_chart(language: Language, width: Width) -> Canvas:
    say, shown = wording(language), groups()
    asked = sum(group.asked for group in shown)
    subtitle = say(f"chart.{_SEEN}.subtitle", asked=asked)
    canvas = Canvas(_title(language), subtitle, language, width)
    names = [say(f"chart.language.{group.language}") for group in shown]
    beside = max(canvas.measure(name, house.CHART_LABEL_PX) for name in names) + 24
    left, right = (46, beside) if canvas.rtl else (beside, 46)
    axes = canvas.axes(left=left, right=right, bottom=16)
    axes.set_xlim((100, 0) if canvas.rtl else (0, 100))
    axes.set_ylim(len(shown) - 0.4, -1.15)
    axes.set_xticks([])
    axes.set_yticks(range(len(names)), names, fontproperties=font(house.CHART_LABEL_PX))
    if canvas.rtl:
        axes.yaxis.tick_right()
    axes.tick_params(length=0, labelcolor=house.INK)
    for y, group in enumerate(shown):
        _pair(axes, y, group, canvas.rtl, language)
    _key(axes, canvas, say(f"chart.{_SEEN}.explain"), say(f"chart.{_SEEN}.seen"))
    return canvas


def _pair(axes: Any, y: int, group: Group, rtl: bool, language: Language) -> None:
    """The bar of those who saw it, and within it of those who can explain it."""
    ends = (
        (group.seen, house.SEEN, house.MUTED, "normal"),
        (group.explain, house.TEAL, house.TEAL, "bold"),
    )
    for part, fill, ink, weight in ends:
        share = 100 * part / group.asked
        axes.barh(y, share, height=0.62, color=fill)
        axes.annotate(
            _percent(part, group.asked, language), (share, y), xytext=(-6 if rtl else 6, 0),
            textcoords="offset pixels", ha="right" if rtl else "left", va="center_baseline",
            color=ink, fontproperties=font(house.CHART_LABEL_PX, weight), parse_math=False,
        )  # fmt: skip


def _key(axes: Any, canvas: Canvas, explain: str, seen: str) -> None:
    """The two bars named above the first of them, each in its colour and at its end."""
    start, end = ("right", "left") if canvas.rtl else ("left", "right")
    near = max(100 * group.seen / group.asked for group in groups())
    for x, text, side, ink, weight in (
        (0, explain, start, house.TEAL, "bold"),
        (near, seen, end, house.MUTED, "normal"),
    ):
        axes.text(
            x, -0.62, text, ha=side, va="center", color=ink,
            fontproperties=font(house.CHART_LABEL_PX, weight), parse_math=False,
        )  # fmt: skip


_SEEN = "seen-is-not-understood"
_FIGURES = {_SEEN: (_seen_chart, _seen_alt)}
