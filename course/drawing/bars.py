"""Figures with a bar for each group, and within it a bar of those among them who."""

from course.content import Bars, Language, house, wording
from course.drawing.canvas import Canvas

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
    plane = canvas.plane(canvas.widest(names) + 24, 46, 16, (0, 100), (len(shown) - 0.4, -1.15))
    plane.names(names)
    looks = (
        (spec.outer.words[language], house.SEEN, house.MUTED, False),
        (spec.inner.words[language], house.TEAL, house.TEAL, True),
    )
    for y, (name, both) in enumerate(zip(names, shown.values(), strict=True)):
        for share, (words, fill, ink, bold) in zip(both, looks, strict=True):
            percent = _percent(share, language)
            plane.row(y, share, fill, f"{name}, {words}: {percent}")
            plane.label(share, y, percent, ink, beside=6, bold=bold)
    # Each of the two named above the first of them, in its colour and at its end.
    plane.label(0, -0.62, spec.inner.words[language], house.TEAL, bold=True)
    near = max(outer for outer, _ in shown.values())
    plane.label(near, -0.62, spec.outer.words[language], house.MUTED, "end")


def _percent(share: float, language: Language) -> str:
    return wording(language)("chart.percent", number=round(share))
