"""Charts on a page: a picture for each width, with its words for those who do not see it."""

from collections.abc import Callable

import ipywidgets

from course.content import Language, wording
from course.drawing import WIDTHS, Chart, Width
from course.forms.form import block, soon, told
from course.forms.html import card, escape
from course.learner import load_profile


def pictures(draw: Callable[[Width], Chart], language: Language) -> str:
    """The wide and the narrow picture; the style sheet shows the one that fits."""
    shown = ""
    for width in WIDTHS:
        chart = draw(width)
        shown += f'<img class="{width}" src="{chart.uri}" alt="{escape(chart.alt)}">'
    return f'<div class="course-chart" lang="{language}">{shown}</div>'


def figure(key: str) -> ipywidgets.HTML:
    """One chart of a lesson."""
    from course.drawing import draw_figure  # loads matplotlib

    language = load_profile().language
    source = escape(wording(language)("lesson.invented_figure"))
    shown = block(card("<div class='course-chart'></div>", language))

    def draw() -> None:
        try:
            body = pictures(lambda width: draw_figure(key, language, width), language)
            body += f"<div class='course-source'>{source}</div>{_as_table(key, language)}"
        except Exception as error:
            words = escape(told(error, f"figure {key}", wording(language)))
            body = f"<p class='course-note'>{words}</p>"
        shown.value = card(body, language)

    soon(draw)
    return shown


def _as_table(key: str, language: Language) -> str:
    """The same figures as a table, folded away."""
    from course.drawing import table_figure  # loads matplotlib

    head, *rows = table_figure(key, language)
    cells = "".join(f"<th scope='col'>{escape(name)}</th>" for name in head)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    word = escape(wording(language)("case.as_table"))
    table = f"<table><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>"
    scroll = f"<div class='course-scroll' tabindex='0'>{table}</div>"
    return f"<details><summary>{word}</summary>{scroll}</details>"
