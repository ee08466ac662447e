"""An exhibit of a case: a document to read, or figures to question."""

import threading
from collections.abc import Sequence
from pathlib import Path

import ipywidgets

from course.content import ContentError, Exhibit
from course.content.exhibits import projects_in
from course.forms.answer_form import case_here
from course.forms.case import document
from course.forms.charts import pictures
from course.forms.form import Form, block, live, soon, spoken
from course.forms.html import escape, paragraphs


def exhibit(key: str, folder: Path | None = None) -> ipywidgets.DOMWidget:
    """The exhibit of the case whose folder this is."""
    case = case_here(folder or Path.cwd())
    for found in case.exhibits:
        if found.key == key:
            return DataExplorer(found) if found.kind == "data" else document(found)
    known = ", ".join(e.key for e in case.exhibits)
    raise ContentError(case.key, f"exhibit {key}", "there is none", f"Use: {known}.")


class DataExplorer(Form):
    """A chart the reader asks: which measure, which project, which months."""

    def __init__(self, exhibit: Exhibit) -> None:
        from course.drawing import periods  # loads pandas

        super().__init__()
        self.exhibit = exhibit
        self._drawing = threading.Lock()
        say, language = self.say, self.language
        measures = [(m.title[language], m.key) for m in exhibit.measures]
        names = [(exhibit.names[p][language], p) for p in projects_in(exhibit)]
        self.measure = _menu(say("case.measure"), measures)
        self.project = _menu(say("case.projects"), [(say("case.all_projects"), ""), *names])
        self.period = _menu(say("case.period"), periods(exhibit, language))
        self.chart = live("")
        choices = ipywidgets.VBox([self.measure, self.project, self.period])
        self.children = [block(self._head()), choices, self.chart, self.status]
        for menu in (self.measure, self.project, self.period):
            menu.observe(self._draw, "value")
        soon(self._draw)

    def _head(self) -> str:
        title = f"{self.say('case.exhibit')}: {self.exhibit.title[self.language]}"
        source = self.say("case.source", source=self.exhibit.source[self.language])
        text = paragraphs(self.exhibit.text[self.language]) if self.exhibit.text else ""
        return f"<h3>{escape(title)}</h3>{text}<div class='course-source'>{escape(source)}</div>"

    @spoken
    def _draw(self, _: object = None) -> None:
        with self._drawing:  # the first drawing may still be under way
            self._draw_what_is_chosen()

    def _draw_what_is_chosen(self) -> None:
        from course.drawing import draw_exhibit, table_exhibit, view_of  # loads pandas

        projects = [self.project.value] if self.project.value else []
        chosen = (self.exhibit, self.measure.value, projects, self.period.value, self.language)
        table = table_exhibit(view_of(*chosen))
        self.chart.value = pictures(
            lambda width: draw_exhibit(*chosen, width), table, self.language
        )


def _menu(label: str, options: Sequence[tuple[str, object]]) -> ipywidgets.Dropdown:
    return ipywidgets.Dropdown(options=options, value=options[0][1], description=label)
