"""Charts on a page: drawn for each width, with their words and their figures as a table."""

from collections.abc import Callable, Sequence

import ipywidgets

from course.content import Language, wording
from course.drawing import WIDTHS, Chart, Width
from course.forms.form import block, soon, told
from course.forms.html import card, escape
from course.learner import load_profile

Table = Sequence[tuple[str, ...]]


def pictures(draw: Callable[[Width], Chart], table: Table, language: Language) -> str:
    """The wide and the narrow chart, of which the style sheet shows the one that fits."""
    shown = "".join(f'<div class="{width}">{draw(width).svg}</div>' for width in WIDTHS)
    return f'<div class="course-chart" lang="{language}">{shown}</div>{as_table(table, language)}'


def as_table(table: Table, language: Language) -> str:
    """The same figures, heading first, as a table that is folded away."""
    (first, *others), *rows = table
    head = f"<th scope='col'>{escape(first)}</th>" if first else "<td></td>"
    head += "".join(f"<th scope='col' class='number'>{escape(name)}</th>" for name in others)
    body = "".join(
        f"<tr><th scope='row'>{escape(name)}</th>"
        + "".join(f"<td class='number'>{escape(value)}</td>" for value in values)
        + "</tr>"
        for name, *values in rows
    )
    word = escape(wording(language)("case.as_table"))
    whole = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    scroll = f"<div class='course-scroll' tabindex='0'>{whole}</div>"
    return f"<details><summary>{word}</summary>{scroll}</details>"


def figure(key: str) -> ipywidgets.HTML:
    """One chart of a lesson."""
    from course.drawing import draw_figure, table_figure  # they load pandas

    language = load_profile().language
    source = escape(wording(language)("lesson.invented_figure"))
    shown = block(card("<div class='course-chart'></div>", language))

    def draw() -> None:
        try:
            table = table_figure(key, language)
            body = pictures(lambda width: draw_figure(key, language, width), table, language)
            body += f"<div class='course-source'>{source}</div>"
        except Exception as error:
            words = escape(told(error, f"figure {key}", wording(language)))
            body = f"<p class='course-note'>{words}</p>"
        shown.value = card(body, language)

    soon(draw)
    return shown
