"""A chart as SVG within a page: text as text, in the page's font and in the page's colours.

Nothing in it has a name, so that many charts can stand on a page, and nothing leads out of it.
"""

import re
from html import escape
from typing import TYPE_CHECKING

from course.content import house
from course.drawing.marks import DASHES, FAINT, NOTHING, Box, Dot, Mark, Path, Side, Words
from course.drawing.order import in_order
from course.reading import is_arabic

if TYPE_CHECKING:
    from course.drawing.canvas import Chart

# As the style sheet names them; where there is none, the colour itself.
_NAMES = {colour: name for name, colour in house.LIGHT.items()}
_FLIPPED: dict[Side, Side] = {"start": "end", "end": "start", "middle": "middle"}
# What XML cannot hold, and the marks that turn the direction of what follows them.
_UNSAFE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)


def written(chart: "Chart") -> str:
    """The chart as one element, the same bytes each time."""
    label, told = _text(chart.title), _text(chart.description)
    size = f'viewBox="0 0 {chart.width} {chart.height}"'
    marks = "".join(_mark(mark, rtl=chart.rtl) for mark in chart.marks)
    head = f'<svg role="img" aria-label="{label}" direction="ltr" {size}>'
    return f"{head}<desc>{told}</desc>{marks}</svg>"


def _mark(mark: Mark, *, rtl: bool) -> str:
    match mark:
        case Words():
            return _words(mark, rtl=rtl)
        case Box():
            return _element("rect", _box(mark), mark.tip)
        case Dot():
            return _element("circle", _dot(mark), mark.tip)
        case Path():
            return _element("path", _path(mark), mark.tip)


def _words(words: Words, *, rtl: bool) -> str:
    """On an Arabic chart words without an Arabic letter run from the left, too: -2.0, not 2.0-."""
    arabic = any(map(is_arabic, words.text))
    side = _FLIPPED[words.side] if rtl and not arabic else words.side
    more = ' direction="rtl"' if rtl and arabic else ""
    if side != "start":
        more += f' text-anchor="{side}"'
    if words.bold:
        more += ' font-weight="700"'
    at = f'x="{_n(words.x)}" y="{_n(words.y)}" font-size="{_n(words.size)}"'
    return f'<text {at} fill="{_colour(words.ink)}"{more}>{_text(words.text)}</text>'


def _box(box: Box) -> str:
    at = f'x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"'
    more = f' fill-opacity="{FAINT}"' if box.faint else ""
    return f'{at} fill="{_colour(box.fill)}"{more}'


def _dot(dot: Dot) -> str:
    at = f'cx="{_n(dot.x)}" cy="{_n(dot.y)}" r="{_n(dot.radius)}"'
    fill = "transparent" if dot.fill == NOTHING else _colour(dot.fill)
    return f'{at} fill="{fill}"'


def _path(path: Path) -> str:
    """One kind of element for lines and shapes: moves from point to point, closed by its fill."""
    points = " ".join(f"{_n(x)} {_n(y)}" for x, y in path.points)
    closed, filled = ("", NOTHING) if path.fill == NOTHING else ("Z", _colour(path.fill))
    look = f'fill="{filled}" stroke="{_colour(path.ink)}"'
    look += f' stroke-width="{_n(path.width)}"' if path.width != 1 else ""
    look += f' stroke-dasharray="{DASHES[0]} {DASHES[1]}"' if path.dashed else ""
    return f'd="M{points}{closed}" {look}'


def _element(kind: str, given: str, tip: str) -> str:
    inner = f"><title>{_text(tip)}</title></{kind}>" if tip else "/>"
    return f"<{kind} {given}{inner}"


def _colour(colour: str) -> str:
    return f"var(--{_NAMES[colour]},{colour})"


def _text(text: str) -> str:
    return escape(in_order(_UNSAFE.sub("", text)))


def _n(value: float) -> str:
    """A tenth of a pixel is enough."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if round(value, 1) else "0"
