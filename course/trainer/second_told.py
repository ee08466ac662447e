"""How a second reader's view is told to the trainer, beside the engine's: every word escaped."""

from html import escape

from course.content import Wording
from course.judging import Mark, Rubric
from course.one_line import one_line
from course.trainer.criteria import find
from course.trainer.second_view import SecondView

_LONGEST = 300  # letters of a quotation that are shown


def told_in_all(second: SecondView, mark: Mark, say: Wording) -> str:
    """Who read the answer, and what it comes to."""
    reader = {"model": one_line(second.reader.model), "host": second.reader.host}
    words = say("grading.second.nothing", **reader)
    if second.total is not None:
        points = {"points": f"{second.total:g}", "max": f"{mark.max_points:g}"}
        words = say("grading.second.total", **reader, **points)
    return f'<p class="small">{escape(words)}</p>'


def told_of(second: SecondView, rubric: Rubric, key: str, say: Wording) -> str:
    """What it says of one criterion, or why that is nothing; nothing of what it is not asked."""
    reading, criterion = second.readings.get(key), find(rubric.criteria, key)
    if reading is None or criterion is None:
        return ""
    if reading.void:
        why = say(f"grading.second.void.{reading.void}")
        words = say("grading.second.void_for", why=why)
        return f'<div class="small">{escape(words)}</div>'
    level = say("grading.second.level", level=reading.level, most=len(criterion.levels) - 1)
    quoted = one_line(reading.quotation, _LONGEST)
    words = f'<br><span dir="auto">“{escape(quoted)}”</span>' if quoted else ""
    return f'<div class="small">{escape(level)}{words}</div>'
