"""Figures with a bar for each group, and within it a bar of those among them who."""

from typing import TYPE_CHECKING

from course.content import Bars, Language, house, wording
from course.drawing.canvas import Canvas, font

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Shares = tuple[float, float]  # of a group's whole: the outer bar and the inner, in per cent


def shares(spec: Bars) -> dict[str, Shares]:
    """The two shares of each group, the largest inner one first."""
    rows = spec.rows()
    counts = zip(
        rows.index, rows[spec.whole], rows[spec.outer.column], rows[spec.inner.column], strict=True
    )
    return {
        name: (float(100 * outer / whole), float(100 * inner / whole))
        for name, whole, outer, inner in counts
    }


def bars_table(spec: Bars, language: Language) -> list[tuple[str, ...]]:
    """Group by group, heading first."""
    head = tuple(words[language] for words in (spec.heading, spec.outer.words, spec.inner.words))
    rows = [
        (spec.names[name][language], *(_percent(share, language) for share in both))
        for name, both in shares(spec).items()
    ]
    return [head, *rows]


def bars_facts(spec: Bars, language: Language) -> dict[str, str]:
    """What the words are filled with: the whole, and the two ends of the groups."""
    rows, shown = spec.rows(), shares(spec)
    whole = float(rows[spec.whole].sum())
    outer = [share for share, _ in shown.values()]
    (high, (_, most)), *_, (low, (_, least)) = shown.items()
    facts = {
        "outer": 100 * float(rows[spec.outer.column].sum()) / whole,
        "inner": 100 * float(rows[spec.inner.column].sum()) / whole,
        "outer_low": min(outer),
        "outer_high": max(outer),
        "low": least,
        "high": most,
    }
    names = {"low_name": spec.names[low][language], "high_name": spec.names[high][language]}
    percents = {name: _percent(share, language) for name, share in facts.items()}
    return {"whole": f"{whole:.0f}", **names, **percents}


def draw_bars(canvas: Canvas, spec: Bars, language: Language) -> None:
    """The groups from top to bottom, each bar with its figure at its end."""
    shown = shares(spec)
    names = [spec.names[name][language] for name in shown]
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
    for y, both in enumerate(shown.values()):
        _pair(axes, y, both, canvas.rtl, language)
    near = max(outer for outer, _ in shown.values())
    _key(axes, canvas, spec.inner.words[language], spec.outer.words[language], near)


def _percent(share: float, language: Language) -> str:
    return wording(language)("chart.percent", number=round(share))


def _pair(axes: "Axes", y: int, both: Shares, rtl: bool, language: Language) -> None:
    """The outer bar, and the inner one within it."""
    looks = ((house.SEEN, house.MUTED, "normal"), (house.TEAL, house.TEAL, "bold"))
    for share, (fill, ink, weight) in zip(both, looks, strict=True):
        axes.barh(y, share, height=0.62, color=fill)
        axes.annotate(
            _percent(share, language), (share, y), xytext=(-6 if rtl else 6, 0),
            textcoords="offset pixels", ha="right" if rtl else "left", va="center_baseline",
            color=ink, fontproperties=font(house.CHART_LABEL_PX, weight), parse_math=False,
        )  # fmt: skip


def _key(axes: "Axes", canvas: Canvas, inner: str, outer: str, near: float) -> None:
    """The two bars named above the first of them, each in its colour and at its end."""
    start, end = ("right", "left") if canvas.rtl else ("left", "right")
    for x, text, side, ink, weight in (
        (0, inner, start, house.TEAL, "bold"),
        (near, outer, end, house.MUTED, "normal"),
    ):
        axes.text(
            x, -0.62, text, ha=side, va="center", color=ink,
            fontproperties=font(house.CHART_LABEL_PX, weight), parse_math=False,
        )  # fmt: skip
