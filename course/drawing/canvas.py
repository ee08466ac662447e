"""A blank chart in the house style: finding on top, what and unit below it, one picture out."""

import base64
import functools
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from course.content import Language, house
from course.reading import load_lexicon

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties

Width = Literal["wide", "narrow"]
WIDTHS: tuple[Width, ...] = ("wide", "narrow")


@dataclass(frozen=True)
class Chart:
    """A picture and its words; `width` and `height` are the pixels to show it at."""

    png: bytes
    alt: str
    title: str
    width: int
    height: int

    @property
    def uri(self) -> str:
        """The picture as a `src`."""
        return "data:image/png;base64," + base64.b64encode(self.png).decode("ascii")


class Canvas:
    """A figure with its title set and one dressed axes left to draw on."""

    def __init__(self, title: str, subtitle: str, language: Language, width: Width) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.width, self.height = house.CHART_PX[width]
        self.rtl = language == "ar"
        self.title = title
        self.figure = Figure((self.width / 100, self.height / 100), dpi=100, facecolor=house.PAPER)
        self._agg = FigureCanvasAgg(self.figure)
        y = self._write(title, house.CHART_MARGIN_PX, house.CHART_TITLE_PX, house.INK, "bold")
        self.top = self._write(subtitle, y + 5, house.CHART_SUBTITLE_PX, house.MUTED, "normal")

    def axes(self, *, left: float, right: float, bottom: float) -> "Axes":
        """Axes below the title, its margins in pixels; a light horizontal grid and no box."""
        top, room = self.top + 12, self.width - left - right
        axes = self.figure.add_axes(
            (
                left / self.width,
                bottom / self.height,
                room / self.width,
                (self.height - top - bottom) / self.height,
            )
        )
        axes.set_frame_on(False)
        axes.set_axisbelow(True)
        axes.tick_params(length=0, labelcolor=house.MUTED, pad=5)
        for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
            label.set_fontproperties(font(house.CHART_LABEL_PX))
        return axes

    def finish(self, alt: str) -> Chart:
        """The picture, at the scale of a sharp screen."""
        page = io.BytesIO()
        # No Software entry: the same chart gives the same bytes with every matplotlib.
        self.figure.savefig(
            page, format="png", dpi=100 * house.CHART_SCALE, metadata={"Software": None}
        )
        return Chart(page.getvalue(), alt, self.title, self.width, self.height)

    def measure(self, text: str, size: float, weight: str = "normal") -> float:
        """How wide the text runs, in pixels."""
        renderer = self._agg.get_renderer()  # type: ignore[no-untyped-call]  # matplotlib says none
        box: tuple[float, float, float] = renderer.get_text_width_height_descent(
            text, font(size, weight), ismath=False
        )
        return box[0]

    def _write(self, text: str, y: float, size: float, color: str, weight: str) -> float:
        """Set a paragraph at the reading edge; returns where the next one may begin."""
        edge = self.width - house.CHART_MARGIN_PX if self.rtl else house.CHART_MARGIN_PX
        for line in self._wrap(text, size, weight):
            self.figure.text(
                edge / self.width,
                1 - y / self.height,
                line,
                color=color,
                fontproperties=font(size, weight),
                ha="right" if self.rtl else "left",
                va="top",
                parse_math=False,
            )
            y += size * 1.4
        return y

    def _wrap(self, text: str, size: float, weight: str) -> list[str]:
        room, lines = self.width - 2 * house.CHART_MARGIN_PX, [""]
        for word in _bound().sub("\u00a0", text).split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.measure(longer, size, weight) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines


@functools.cache
def _bound() -> re.Pattern[str]:
    """The spaces between a number, what it counts in and its unit: they stay on one line."""
    scales = [re.escape(word) for word in load_lexicon().scale]
    before = "|".join(rf"(?<=\b{word}) (?=\w)" for word in scales)
    return re.compile(rf"(?<=\d) (?=%|m\b|(?:{'|'.join(scales)})\b)|(?<=AED) |{before}")


def font(size_px: float, weight: str = "normal") -> "FontProperties":
    """The chart's type at a size in pixels."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=house.CHART_FONT, size=size_px * 0.72, weight=weight)
