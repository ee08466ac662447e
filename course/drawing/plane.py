"""The field of a chart with its two scales: what is drawn on it is given by value, not by pixel."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.content import house
from course.content.amounts import number
from course.drawing.marks import Box, Dot, Path, Side

if TYPE_CHECKING:
    from course.drawing.canvas import Canvas

Range = tuple[float, float]
_STEPS = (1, 2, 2.5, 5, 10)
_NOTHING = 1e-12  # apart: one value to whoever reads them
MIDDLE = 0.35  # of a text's size, from its baseline to the middle of its letters
_REACH = 8  # pixels around a point that answer to a pointer


def ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Round values from just below `low` to just above `high`, in so many steps at most."""
    rough = (high - low) / most
    rough = rough if rough > _NOTHING else 1
    scale = 10.0 ** math.floor(math.log10(rough))
    for step in (scale * s for s in (*_STEPS, 20)):
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if last - first <= most:
            break
    return [n * step for n in range(first, max(last, first + 1) + 1)]


def evenly(values: Sequence[float]) -> list[str]:
    """The values as labels, all with as many decimals as the steps between them need."""
    step = values[1] - values[0] if len(values) > 1 else 1
    places = next((places for places in range(9) if math.isclose(round(step, places), step)), 3)
    return [number(value, places) for value in values]


@dataclass(frozen=True)
class Plane:
    """Margins and size in pixels; `across` and `up` are the values at its edges."""

    canvas: "Canvas"
    left: float
    top: float
    width: float
    height: float
    across: Range
    up: Range

    def x(self, value: float) -> float:
        first, last = self.across
        return self.left + self.width * (value - first) / (last - first)

    def y(self, value: float) -> float:
        low, high = self.up
        return self.top + self.height * (high - value) / (high - low)

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def label(
        self, x: float, y: float, text: str, ink: str = house.INK, side: Side = "start",
        beside: float = 0, *, bold: bool = False,
    ) -> None:  # fmt: skip
        """A label level with a value, some pixels beside it."""
        level = self.y(y) + MIDDLE * house.CHART_LABEL_PX
        self.canvas.write(self.x(x) + beside, level, text, ink, side, bold=bold)

    def line(
        self, xs: Sequence[float], ys: Sequence[float | None], ink: str, width: float = 2, *,
        dashed: bool = False, tips: Sequence[str] = (),
    ) -> None:  # fmt: skip
        """A line through values, broken where there is none; each point says its tip."""
        points = [
            None if y is None else (self.x(x), self.y(y)) for x, y in zip(xs, ys, strict=True)
        ]
        part: list[tuple[float, float]] = []
        for point in (*points, None):
            if point:
                part.append(point)
                continue
            if len(part) > 1:
                self.canvas.add(Path(tuple(part), ink, width, dashed))
            part = []
        told = zip(points, tips, strict=False)
        self.canvas.add(*(Dot(*point, _REACH, tip=tip) for point, tip in told if point and tip))

    def dots(self, xs: Sequence[float], ys: Sequence[float], ink: str, radius: float) -> None:
        places = zip(xs, ys, strict=True)
        self.canvas.add(*(Dot(self.x(x), self.y(y), radius, ink) for x, y in places))

    def bar(self, x: float, height: float, fill: str, tip: str = "", thick: float = 0.72) -> None:
        """A bar that stands on nought."""
        left, right, top, foot = (
            self.x(x - thick / 2),
            self.x(x + thick / 2),
            self.y(height),
            self.y(0),
        )
        self.canvas.add(Box(left, top, right - left, foot - top, fill, tip=tip))

    def row(
        self, y: float, length: float, fill: str, tip: str = "", *, start: float = 0,
        thick: float = 0.62,
    ) -> None:  # fmt: skip
        """A bar that lies at a height, from `start` on; heights are counted from the top."""
        left, right = self.x(start), self.x(start + length)
        top, foot = sorted((self.y(y - thick / 2), self.y(y + thick / 2)))
        self.canvas.add(Box(left, top, right - left, foot - top, fill, tip=tip))

    def names(self, names: Sequence[str], ink: str = house.INK) -> None:
        """What each row is, before its start."""
        for y, name in enumerate(names):
            self.label(self.across[0], y, name, ink, "end", -8)

    def level(self, value: float, ink: str, width: float = 1) -> None:
        """A line across the plane."""
        y = self.y(value)
        self.canvas.add(Path(((self.left, y), (self.left + self.width, y)), ink, width))

    def mark(self, value: float, ink: str) -> None:
        """A line up the plane."""
        x = self.x(value)
        self.canvas.add(Path(((x, self.top), (x, self.bottom)), ink))

    def levels(self, values: Sequence[float], labels: Sequence[str]) -> None:
        """A light grid, and what its lines stand for."""
        for value, label in zip(values, labels, strict=True):
            self.level(value, house.GRID, 0.8)
            level = self.y(value) + MIDDLE * house.CHART_LABEL_PX
            self.canvas.write(self.left - 7, level, label, house.MUTED, "end")

    def below(self, values: Sequence[float], labels: Sequence[str]) -> None:
        """What stands below the plane, where there is room; two lines one below the other."""
        parts = [part for label in labels for part in label.split("\n")]
        apart = self.x(values[1]) - self.x(values[0]) if len(values) > 1 else self.width
        step = math.ceil((self.canvas.widest(parts) + 6) / apart)
        for value, label in list(zip(values, labels, strict=True))[::step]:
            x = self.x(value)
            for at, text in enumerate(label.split("\n")):
                if text:
                    short = self.canvas.shortened(text, 2 * min(x, self.canvas.width - x))
                    self.canvas.write(x, self.bottom + 17 + 15 * at, short, house.MUTED, "middle")
