"""Draws whether the engine's confidence holds, and what each route leaves the trainer to do."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from course.content import Language, Wording, house, wording
from course.drawing.canvas import Canvas, Chart, Width, font
from course.marking.agreement import Bin, Share, calibration_error

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_COLOUR = {"suggest": house.TEAL, "check": house.REST, "trainer": house.INK}
_ON = {"suggest": house.PAPER, "check": house.INK, "trainer": house.PAPER}
_LABEL = house.CHART_LABEL_PX


def draw_reliability(
    bins: Sequence[Bin], language: Language = "en", width: Width = "narrow"
) -> Chart:
    """Each dot is a group of answers: how sure the engine was, how often it was right."""
    say = wording(language)
    gap = round(100 * calibration_error(bins))
    canvas = Canvas(
        say("agreement.reliability", gap=gap), say("agreement.reliability_what"), language, width
    )
    axes = canvas.axes(left=60, right=24, bottom=52)
    axes.set_xlim(0, 1.02)
    axes.set_ylim(0, 1.08)
    ticks = [0, 0.25, 0.5, 0.75, 1]
    labels = [f"{tick:.0%}" for tick in ticks]
    axes.set_xticks(ticks, labels, fontproperties=font(_LABEL))
    axes.set_yticks(ticks, labels, fontproperties=font(_LABEL))
    axes.grid(color=house.GRID, linewidth=0.8)
    axes.plot([0, 1], [0, 1], color=house.REST, linewidth=1.2, linestyle=(0, (4, 3)))
    axes.set_xlabel(
        say("agreement.sure"), color=house.MUTED, fontproperties=font(_LABEL), labelpad=6
    )
    for each in bins:
        axes.plot(each.confidence, each.right, "o", color=house.TEAL, markersize=9)
        _above(axes, each, say("agreement.answers", count=each.count))
    alt = "; ".join(
        say(
            "agreement.bin",
            count=each.count,
            sure=round(100 * each.confidence),
            right=round(100 * each.right),
        )
        for each in bins
    )
    return canvas.finish(f"{canvas.title} {alt}.")


def draw_work(
    work: Mapping[str, Sequence[Share]], language: Language = "en", width: Width = "wide"
) -> Chart:
    """A bar for each question: the share of its answers that goes each way."""
    say = wording(language)
    counts = {
        route: sum(s.count for shares in work.values() for s in shares if s.route == route)
        for route in _COLOUR
    }
    answers = sum(counts.values())
    yours = round(100 * counts["trainer"] / answers) if answers else 0
    seen = round(100 * counts["suggest"] / answers) if answers else 0
    title = say("agreement.work", suggest=seen, trainer=yours)
    canvas = Canvas(title, say("agreement.work_what"), language, width)
    names = list(work)
    room = max((canvas.measure(name, _LABEL) for name in names), default=0) + 18
    left, right = (24, room) if canvas.rtl else (room, 24)
    axes = canvas.axes(left=left, right=right, bottom=44)
    axes.set_xlim((1, 0) if canvas.rtl else (0, 1))
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_yticks(range(len(names)), names, fontproperties=font(_LABEL))
    axes.set_xticks([0, 0.5, 1], ["0%", "50%", "100%"], fontproperties=font(_LABEL))
    if canvas.rtl:
        axes.yaxis.tick_right()
        axes.tick_params(length=0)
    for row, shares in enumerate(work.values()):
        _bar(axes, row, shares, canvas, canvas.width - left - right, say)
    alt = "; ".join(
        f"{name}: "
        + ", ".join(f"{say(f'agreement.route.{s.route}')} {round(100 * s.share)} %" for s in shares)
        for name, shares in work.items()
    )
    return canvas.finish(f"{title} {alt}.")


def _bar(
    axes: "Axes", row: int, shares: Sequence[Share], canvas: Canvas, room: float, say: Wording
) -> None:
    """The routes side by side, each named where its words have room."""
    start = 0.0
    for each in shares:
        axes.barh(row, each.share, left=start, height=0.62, color=_COLOUR[each.route])
        percent = f"{round(100 * each.share)} %"
        words = f"{say(f'agreement.route.{each.route}')} {percent}"
        fitting = (w for w in (words, percent) if canvas.measure(w, _LABEL) < room * each.share - 8)
        if label := next(fitting, ""):
            axes.text(
                start + each.share / 2, row, label, ha="center", va="center",
                color=_ON[each.route], fontproperties=font(_LABEL), parse_math=False,
            )  # fmt: skip
        start += each.share


def _above(axes: "Axes", each: Bin, words: str) -> None:
    """The number of answers above a dot, or below one that stands at the top."""
    side, reach = ("bottom", 0.05) if each.right < 0.9 else ("top", -0.05)
    axes.text(
        each.confidence, each.right + reach, words, ha="center", va=side,
        color=house.INK, fontproperties=font(_LABEL), parse_math=False,
    )  # fmt: skip
