"""Draws the figures of the lessons, each by its kind; what one shows is its lesson's."""

from collections.abc import Callable

from course.content import Bars, Figure, Language, Lines, load_figure
from course.drawing.bars import bars_facts, bars_table, draw_bars
from course.drawing.canvas import Canvas, Chart, Width
from course.drawing.lines import draw_lines, lines_facts, lines_table

_Facts = Callable[..., dict[str, str]]
_Table = Callable[..., list[tuple[str, ...]]]
# What its words are filled with, how it is drawn, and the table beside it.
_KINDS: dict[type[Figure], tuple[_Facts, Callable[..., None], _Table]] = {
    Lines: (lines_facts, draw_lines, lines_table),
    Bars: (bars_facts, draw_bars, bars_table),
}


def draw_figure(key: str, language: Language = "en", width: Width = "wide") -> Chart:
    """The lesson figure of that name."""
    spec = load_figure(key)
    alt = spec.say("alt", language, _facts(spec, language))
    return compose(spec, language, width).finish(alt)


def compose(spec: Figure, language: Language, width: Width) -> Canvas:
    """The chart before it becomes a picture."""
    facts = _facts(spec, language)
    title, subtitle = (spec.say(part, language, facts) for part in ("title", "subtitle"))
    canvas = Canvas(title, subtitle, language, width)
    _KINDS[type(spec)][1](canvas, spec, language)
    return canvas


def table_figure(key: str, language: Language = "en") -> list[tuple[str, ...]]:
    """The figures behind the picture, heading first, for the table beside it."""
    spec = load_figure(key)
    return _KINDS[type(spec)][2](spec, language)


def _facts(spec: Figure, language: Language) -> dict[str, str]:
    return _KINDS[type(spec)][0](spec, language)
