"""A blank chart in the house style: finding on top, what and unit below it, room for a plane.

All is drawn as for a reader from left to right; on an Arabic chart each mark is mirrored.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from course.content import Language, house
from course.drawing import png, svg
from course.drawing.marks import Mark, Side, Words
from course.drawing.plane import Plane, Range
from course.drawing.widths import width_of
from course.reading import load_lexicon

Width = Literal["wide", "narrow"]
WIDTHS: tuple[Width, ...] = ("wide", "narrow")
_LONGEST = 120  # letters of a label: no chart has room for more
_LINE = 1.4  # of a text's size, from one line to the next


@dataclass(frozen=True)
class Chart:
    """A chart and its words; `width` and `height` are the pixels to show it at."""

    marks: tuple[Mark, ...]
    title: str
    description: str
    width: int
    height: int
    rtl: bool

    @property
    def alt(self) -> str:
        """All of it for those who hear it."""
        return f"{self.title.removesuffix('.')}. {self.description}"

    @property
    def svg(self) -> str:
        """For a page, whose browser sets the words."""
        return svg.written(self)

    @property
    def png(self) -> bytes:
        """For paper."""
        return png.drawn(self)


class Canvas:
    """A chart with its title set, on which marks are put."""

    def __init__(self, title: str, subtitle: str, language: Language, width: Width) -> None:
        self.width, self.height = house.CHART_PX[width]
        self.rtl = language == "ar"
        self.title = title
        self.marks: list[Mark] = []
        y = self._set(title, house.CHART_MARGIN_PX, house.CHART_TITLE_PX, house.INK, bold=True)
        self.top = self._set(subtitle, y + 5, house.CHART_SUBTITLE_PX, house.MUTED)

    def add(self, *marks: Mark) -> None:
        self.marks += [mark.mirrored(self.width) for mark in marks] if self.rtl else marks

    def write(
        self, x: float, y: float, text: str, ink: str = house.INK, side: Side = "start",
        size: float = house.CHART_LABEL_PX, *, bold: bool = False,
    ) -> None:  # fmt: skip
        """Write a line on its baseline."""
        self.add(Words(x, y, text, ink, self._sized(size), bold, side))

    def measure(
        self, text: str, size: float = house.CHART_LABEL_PX, *, bold: bool = False
    ) -> float:
        """How wide the text may run, in pixels."""
        return width_of(text, self._sized(size), bold=bold)

    def widest(self, texts: Sequence[str], *, bold: bool = False) -> float:
        """The room that labels need beside each other's axis."""
        return max((self.measure(text, bold=bold) for text in texts), default=0)

    def wrap(self, text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
        """The text in lines that fit into so many pixels, where its words allow it."""
        lines = [""]
        for word in _bound().sub("\u00a0", text).split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.measure(longer, size, bold=bold) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def shortened(self, text: str, room: float, *, bold: bool = False) -> str:
        """A label that somebody else wrote, cut where it would run out of its room."""
        if self.measure(text, bold=bold) <= room:
            return text
        short = text[:_LONGEST]
        while short and self.measure(f"{short}…", bold=bold) > room:
            short = short[:-1]
        return f"{short.rstrip()}…"

    def plane(self, start: float, end: float, bottom: float, across: Range, up: Range) -> Plane:
        """The field below the title, its margins in pixels, with a scale each way."""
        top = self.top + 12
        field = (start, top, self.width - start - end, self.height - bottom - top)
        return Plane(self, *field, across, up)

    def finish(self, description: str) -> Chart:
        marks = tuple(self.marks)
        return Chart(marks, self.title, description, self.width, self.height, self.rtl)

    def _sized(self, size: float) -> float:
        """As on the rest of the page, Arabic stands a pixel larger."""
        return size + 1 if self.rtl else size

    def _set(self, text: str, y: float, size: float, ink: str, *, bold: bool = False) -> float:
        """Set a paragraph at the reading edge; returns where the next one may begin."""
        for line in self.wrap(text, self.width - 2 * house.CHART_MARGIN_PX, size, bold=bold):
            self.write(house.CHART_MARGIN_PX, y + size, line, ink, size=size, bold=bold)
            y += self._sized(size) * _LINE
        return y


@functools.cache
def _bound() -> re.Pattern[str]:
    """The spaces between a number, what it counts in and its unit: they stay on one line."""
    scales = [re.escape(word) for word in load_lexicon().scale]
    before = "|".join(rf"(?<=\b{word}) (?=\w)" for word in scales)
    return re.compile(rf"(?<=\d) (?=%|m\b|(?:{'|'.join(scales)})\b)|(?<=AED) |{before}")
