"""Draws how strong the evidence is, item by item, as a radar; an earlier one as a dashed line."""

from collections.abc import Mapping
from math import cos, pi, sin

from course.content import Language, house, wording
from course.drawing.canvas import Canvas, Chart, Width
from course.drawing.marks import NOTHING, Dot, Path, Point, Side
from course.drawing.plane import MIDDLE

MOST = 3
_OFF = 0.25  # how far beyond the outermost ring the names stand
_REACH = 8
_SIZE = house.CHART_LABEL_PX - 1
_LINE = 15
_LEAST = 12  # pixels from ring to ring, however long a word is


def draw_radar(
    strengths: Mapping[str, int],
    earlier: Mapping[str, int] | None,
    language: Language = "en",
    width: Width = "wide",
) -> Chart:
    """The chart; the keys are the items' names as the reader sees them, in order."""
    say, names = wording(language), list(strengths)
    decided = sum(value == MOST for value in strengths.values())
    title = say("lead.title", decided=decided, all=len(names))
    canvas = Canvas(title, say("lead.subtitle"), language, width)
    labels = [f"{name}\u00a0{value}" for name, value in strengths.items()]
    web = _Web(canvas, labels)
    for ring in range(1, MOST + 1):
        canvas.add(web.shape([ring] * len(names), house.GRID, 1))
    if earlier:
        before = [earlier.get(name, 0) for name in names]
        canvas.add(web.shape(before, house.MUTED, 2, dashed=True))
    canvas.add(web.shape(list(strengths.values()), house.TEAL, 2, fill=house.TEAL_TINT))
    for place, (label, value) in enumerate(zip(labels, strengths.values(), strict=True)):
        web.name(place, label)
        canvas.add(Dot(*web.at(place, value), _REACH, tip=label))
    listed = ", ".join(f"{name} {value}" for name, value in strengths.items())
    return canvas.finish(say("lead.alt", listed=listed))


def radar_table(
    strengths: Mapping[str, int], earlier: Mapping[str, int] | None, language: Language
) -> list[tuple[str, ...]]:
    """Item by item, heading first; with the picture kept earlier beside today's."""
    say = wording(language)
    heads = (say("lead.item"), *((say("lead.before"),) if earlier else ()), say("lead.now"))
    rows = [
        (name, *((str(earlier.get(name, 0)),) if earlier else ()), str(value))
        for name, value in strengths.items()
    ]
    return [heads, *rows]


class _Web:
    """Where the corners are: the first item on top, the others in reading direction."""

    def __init__(self, canvas: Canvas, labels: list[str]) -> None:
        self._canvas, self._count = canvas, len(labels)
        top = canvas.top + 12
        self._middle = (canvas.width / 2, (top + canvas.height - 10) / 2)
        # Names may have two lines, but a word stays whole.
        words = [word for label in labels for word in label.split(" ")]
        longest = max(canvas.measure(word, _SIZE) for word in words)
        beside = canvas.width / 2 - longest - house.CHART_MARGIN_PX
        self._one = max(_LEAST, min((canvas.height - 10 - top) / 7.2, beside / (MOST + _OFF)))

    def at(self, place: int, value: float) -> Point:
        angle, length = 2 * pi * place / self._count, self._one * value
        x, y = self._middle
        return x + length * sin(angle), y - length * cos(angle)

    def shape(
        self, values: list[int], ink: str, width: float, *, fill: str = NOTHING,
        dashed: bool = False,
    ) -> Path:  # fmt: skip
        corners = [self.at(place, value) for place, value in enumerate(values)]
        return Path((*corners, corners[0]), ink, width, dashed, fill)

    def name(self, place: int, label: str) -> None:
        """What a corner is, in two lines where it is long."""
        x, y = self.at(place, MOST + _OFF)
        off = x - self._middle[0]
        side: Side = "middle" if abs(off) < 12 else "start" if off > 0 else "end"
        room = self._canvas.width / 2 - abs(off) - house.CHART_MARGIN_PX
        lines = self._canvas.wrap(label, room if side != "middle" else self._canvas.width, _SIZE)
        for at, line in enumerate(lines):
            down = (at - (len(lines) - 1) / 2) * _LINE + MIDDLE * _SIZE
            self._canvas.write(x, y + down, line, side=side, size=_SIZE)
