"""Where the words of a chart stand."""

from course.drawing.marks import Words
from course.drawing.widths import width_of


def boxes(chart):
    """The room each piece of text may take, in pixels: left, top, right, bottom."""
    for mark in chart.marks:
        if isinstance(mark, Words):
            width = width_of(mark.text, mark.size, bold=mark.bold)
            start = {"start": 0, "middle": width / 2, "end": width}[mark.side]
            left = mark.x - (width - start if chart.rtl else start)
            yield mark.text, left, mark.y - 0.75 * mark.size, left + width, mark.y + 0.2 * mark.size
