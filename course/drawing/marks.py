"""What a chart is made of: words, lines, shapes, boxes and dots, at pixels from its top left."""

from dataclasses import dataclass, replace
from typing import Literal

Side = Literal["start", "middle", "end"]
Point = tuple[float, float]
NOTHING = "none"  # no colour
FAINT = 0.45  # of a colour that stands behind others
DASHES = (6, 4)


@dataclass(frozen=True)
class Words:
    """A line of text on its baseline; `side` is the end of it that stands at `x`."""

    x: float
    y: float
    text: str
    ink: str
    size: float
    bold: bool = False
    side: Side = "start"

    def mirrored(self, width: float) -> "Words":
        return replace(self, x=width - self.x)


@dataclass(frozen=True)
class Path:
    """A line through points, or with a `fill` the shape they close; `tip` is said on hover."""

    points: tuple[Point, ...]
    ink: str
    width: float = 1
    dashed: bool = False
    fill: str = NOTHING
    tip: str = ""

    def mirrored(self, width: float) -> "Path":
        return replace(self, points=tuple((width - x, y) for x, y in self.points))


@dataclass(frozen=True)
class Box:
    """A bar, or a band where it is faint."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    faint: bool = False
    tip: str = ""

    def mirrored(self, width: float) -> "Box":
        return replace(self, x=width - self.x - self.width)


@dataclass(frozen=True)
class Dot:
    """A point of a line; without a fill it is there to be pointed at."""

    x: float
    y: float
    radius: float
    fill: str = NOTHING
    tip: str = ""

    def mirrored(self, width: float) -> "Dot":
        return replace(self, x=width - self.x)


Mark = Words | Path | Box | Dot
