"""The customer lab: one set of guest answers in five views; the reader finds the catch."""

from course.progress import reach
from course.reporting.hotel_charts import VIEWS, draw_view, slopes
from course.widgets.charts import pictures
from course.widgets.form import Form, block, choice, live, soon, spoken
from course.widgets.html import escape
from course.workbook import Workbook

SLUG = "customer-first"


class CustomerLab(Form):
    """Remembers which views were opened; the explanation appears once the reader has seen both."""

    def __init__(self) -> None:
        super().__init__()
        self.book, say = Workbook("customer-lab"), self.say
        head = block(f"<h2>{escape(say('lab.heading'))}</h2><p>{escape(say('lab.how'))}</p>")
        options = [(say(f"lab.view.{view}"), view) for view in VIEWS]
        saved = self.book.get("view")
        self.view = choice(say("lab.look"), options, saved if saved in VIEWS else "group")
        self.shown, self.said = live(""), live("")
        self.children = [head, self.view, self.shown, self.said, self.status]
        self.view.observe(lambda change: self._open(change["new"]), "value")
        soon(self._draw)

    @spoken
    def _open(self, view: str) -> None:
        opened = sorted({*self.book.get("opened", []), view} & set(VIEWS))
        self.book.save(view=view, opened=opened)
        self._draw()

    @spoken
    def _draw(self) -> None:
        view, language = self.view.value, self.language
        opened = {*self.book.get("opened", []), view}
        body = pictures(lambda width: draw_view(view, language, width), language)
        body += f"<p>{escape(self.say(f'lab.ask.{view}'))}</p>{self._table(view)}"
        self.shown.value = body
        if {"group", "hotels", "answers"} <= opened:
            reach(SLUG, "exercise")
            self.said.value = f"<p class='course-note'>{escape(self.say('lab.found'))}</p>"

    def _table(self, view: str) -> str:
        rows = "".join(
            f"<tr><th scope='row'>{escape(line.name)}</th>"
            + "".join(f"<td class='number'>{v:,.1f}</td>" for v in (line.before, line.after))
            + "</tr>"
            for line in slopes(view, self.language)
        )
        word = escape(self.say("case.as_table"))
        head = "<tr><td></td><th scope='col'>2024</th><th scope='col'>2025</th></tr>"
        return f"<details><summary>{word}</summary><table>{head}{rows}</table></details>"
