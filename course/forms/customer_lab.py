"""The customer lab: one set of guest answers in five views; the reader finds the catch."""

from course.content.mix_table import read_mix
from course.drawing.hotel_charts import VIEWS, Answers, draw_view, hotels, slopes
from course.drawing.mix import Period, reverses
from course.forms.charts import pictures
from course.forms.form import Form, Latest, block, choice, live, spoken
from course.forms.html import escape
from course.forms.own_file import OwnFile
from course.learner.progress import reach
from course.learner.workbook import Workbook

SLUG = "customer-first"
_TOGETHER = {"group", "hotels", "answers"}  # seen all three, the catch has been seen


class CustomerLab(Form):
    """Remembers which views were opened; draws the case's answers, or a file of one's own."""

    def __init__(self) -> None:
        super().__init__()
        self.book, say = Workbook("customer-lab"), self.say
        head = block(f"<h2>{escape(say('lab.heading'))}</h2><p>{escape(say('lab.how'))}</p>")
        options = [(say(f"lab.view.{view}"), view) for view in VIEWS]
        saved = self.book.get("view")
        self.view = choice(say("lab.look"), options, saved if saved in VIEWS else "group")
        self.shown, self.said = live(""), live("")
        self._draw_soon = Latest(self._draw)
        self.own = OwnFile(self, self.book, say("lab.upload"), read_mix, self._draw_soon)
        bring = block(f"<h3>{escape(say('lab.bring'))}</h3><p>{escape(say('lab.columns'))}</p>")
        self.children = [head, self.view, self.shown, self.said, bring, self.own, self.status]
        self.view.observe(lambda change: self._open(change["new"]), "value")
        self._draw_soon()

    @spoken
    def _open(self, view: str) -> None:
        opened = sorted({*self.book.get("opened", []), view} & set(VIEWS))
        self.book.save(view=view, opened=opened)
        self._draw_soon()

    def answers(self) -> Answers:
        """The learner's own file where one was brought; else the case's."""
        data = self.own.data
        if data is None:
            return hotels()
        periods, found = read_mix(data)
        made = [{n: Period(*found[p][n]) for n in sorted(found[periods[0]])} for p in periods]
        return Answers(periods, made[0], made[1], own=True)

    @spoken
    def _draw(self) -> None:
        view, language, told = self.view.value, self.language, self.answers()
        if told.own and view == "closed":
            self.shown.value = f"<p class='course-note'>{escape(self.say('lab.no_closed'))}</p>"
            return
        body = pictures(lambda width: draw_view(view, language, width, told), language)
        asks = "" if told.own else f"<p>{escape(self.say(f'lab.ask.{view}'))}</p>"
        self.shown.value = f"{body}{asks}{self._table(view, told)}"
        self._say_what_was_seen(view, told)

    def _say_what_was_seen(self, view: str, told: Answers) -> None:
        """Explain the catch, once the reader has seen it."""
        if told.own:
            entry = "lab.own_turns" if reverses(told.before, told.after) else "lab.own_same"
            self.said.value = f"<p class='course-note'>{escape(self.say(entry))}</p>"
        elif {*self.book.get("opened", []), view} >= _TOGETHER:
            reach(SLUG, "exercise")
            self.said.value = f"<p class='course-note'>{escape(self.say('lab.found'))}</p>"
        else:
            self.said.value = ""

    def _table(self, view: str, told: Answers) -> str:
        rows = "".join(
            f"<tr><th scope='row'>{escape(line.name)}</th>"
            + "".join(f"<td class='number'>{v:,.1f}</td>" for v in (line.before, line.after))
            + "</tr>"
            for line in slopes(view, self.language, told)
        )
        word = escape(self.say("case.as_table"))
        heads = "".join(f"<th scope='col'>{escape(period)}</th>" for period in told.periods)
        head = f"<tr><td></td>{heads}</tr>"
        return f"<details><summary>{word}</summary><table>{head}{rows}</table></details>"
