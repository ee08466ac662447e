"""Draws whether the engine's confidence holds, and what each route leaves the trainer to do."""

from collections.abc import Mapping, Sequence

from course.content import Language, Wording, house, wording
from course.drawing.canvas import Canvas, Chart, Width
from course.drawing.plane import Plane
from course.marking.agreement import Bin, Share, calibration_error

_COLOUR = {"suggest": house.TEAL, "check": house.REST, "trainer": house.INK}
_ON = {"suggest": house.PAPER, "check": house.INK, "trainer": house.PAPER}


def draw_reliability(
    bins: Sequence[Bin], language: Language = "en", width: Width = "narrow"
) -> Chart:
    """Each dot is a group of answers: how sure the engine was, how often it was right."""
    say = wording(language)
    gap = round(100 * calibration_error(bins))
    canvas = Canvas(
        say("agreement.reliability", gap=gap), say("agreement.reliability_what"), language, width
    )
    plane = canvas.plane(60, 24, 52, (0, 1.02), (0, 1.08))
    at = [0, 0.25, 0.5, 0.75, 1]
    labels = [f"{tick:.0%}" for tick in at]
    plane.levels(at, labels)
    plane.below(at, labels)
    plane.line((0, 1), (0, 1), house.REST, 1.2, dashed=True)
    below = plane.bottom + 38
    canvas.write(plane.x(0.5), below, say("agreement.sure"), house.MUTED, "middle")
    for each in bins:
        plane.dots((each.confidence,), (each.right,), house.TEAL, 6)
        over = -18 if each.right < 0.9 else 26  # below a dot that stands at the top
        count = say("agreement.answers", count=each.count)
        canvas.write(plane.x(each.confidence), plane.y(each.right) + over, count, side="middle")
    alt = "; ".join(
        say(
            "agreement.bin",
            count=each.count,
            sure=round(100 * each.confidence),
            right=round(100 * each.right),
        )
        for each in bins
    )
    return canvas.finish(f"{alt}.")


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
    plane = canvas.plane(canvas.widest(names) + 18, 24, 44, (0, 1), (len(names) - 0.4, -0.6))
    plane.names(names)
    plane.below([0, 0.5, 1], ["0%", "50%", "100%"])
    for row, shares in enumerate(work.values()):
        _bar(plane, row, shares, say)
    alt = "; ".join(
        f"{name}: "
        + ", ".join(f"{say(f'agreement.route.{s.route}')} {round(100 * s.share)} %" for s in shares)
        for name, shares in work.items()
    )
    return canvas.finish(f"{alt}.")


def _bar(plane: Plane, row: int, shares: Sequence[Share], say: Wording) -> None:
    """The routes side by side, each named where its words have room."""
    start = 0.0
    for each in shares:
        percent = f"{round(100 * each.share)} %"
        words = f"{say(f'agreement.route.{each.route}')} {percent}"
        plane.row(row, each.share, _COLOUR[each.route], words, start=start)
        room = plane.width * each.share - 8
        label = next((w for w in (words, percent) if plane.canvas.measure(w) < room), "")
        plane.label(start + each.share / 2, row, label, _ON[each.route], "middle")
        start += each.share
