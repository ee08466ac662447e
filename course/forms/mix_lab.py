"""A lab for answers of several groups: one set of them in views; the reader finds the catch."""

from course.content import read_mix
from course.content.desks import MixDesk, View, load_desk
from course.drawing import Answers, Period, case_answers, draw_view, reverses, view_table
from course.forms.charts import pictures
from course.forms.form import Form, Latest, block, choice, live, spoken
from course.forms.html import escape
from course.forms.own_file import OwnFile
from course.learner import Workbook
from course.learner.progress import fall_short, reach


class MixLab(Form):
    """Remembers which views were opened; draws the case's answers, or a file of one's own."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.desk, self.book, say = load_desk(key, MixDesk), Workbook(key), self.say
        heading, how = (words[self.language] for words in (self.desk.heading, self.desk.how))
        head = block(f"<h2>{escape(heading)}</h2><p>{escape(how)}</p>")
        options = [(view.words[self.language], view.key) for view in self.desk.views]
        saved = self.desk.view(self.book.get("view")).key
        self.view = choice(say("lab.look"), options, saved)
        self.shown, self.said = live(""), live("")
        self._draw_soon = Latest(self._draw)
        self.own = OwnFile(self, self.book, say("lab.upload"), "lab", read_mix, self._draw_soon)
        bring = block(f"<h3>{escape(say('lab.bring'))}</h3><p>{escape(say('lab.columns'))}</p>")
        self.children = [head, self.view, self.shown, self.said, bring, self.own, self.status]
        self.view.observe(lambda change: self._open(change["new"]), "value")
        self._draw_soon()

    @spoken
    def _open(self, view: str) -> None:
        known = {view.key for view in self.desk.views}
        opened = sorted({*self.book.get("opened", []), view} & known)
        self.book.save(view=view, opened=opened)
        self._draw_soon()

    def answers(self) -> Answers:
        """The learner's own file where one was brought; else the case's."""
        data = self.own.data
        if data is None:
            return case_answers(self.desk)
        periods, found = read_mix(data)
        made = [{n: Period(*found[p][n]) for n in sorted(found[periods[0]])} for p in periods]
        return Answers(periods, made[0], made[1], own=True)

    @spoken
    def _draw(self) -> None:
        desk, language, told = self.desk, self.language, self.answers()
        view = desk.view(self.view.value)
        if told.own and view.shows == "shares":
            self.shown.value = f"<p class='course-note'>{escape(self.say('lab.no_closed'))}</p>"
            return
        table = view_table(desk, view, language, told)
        body = pictures(lambda width: draw_view(desk, view, language, width, told), table, language)
        asks = "" if told.own else f"<p>{escape(view.asks[language])}</p>"
        self.shown.value = f"{body}{asks}"
        self._say_what_was_seen(view, told)

    def _say_what_was_seen(self, view: View, told: Answers) -> None:
        """Explain the catch, once the reader has seen it."""
        if told.own:
            entry = "lab.own_turns" if reverses(told.before, told.after) else "lab.own_same"
            self.said.value = f"<p class='course-note'>{escape(self.say(entry))}</p>"
            return
        opened: list[str] = self.book.get("opened", [])
        left = {*self.desk.seen} - {*opened, view.key}
        if not left:
            reach(self.desk.lesson, "exercise")
            found = escape(self.desk.found[self.language])
            self.said.value = f"<p class='course-note'>{found}</p>"
            return
        self.said.value = ""
        if opened:  # the first stands there by itself
            fall_short("views", self.desk.lesson, "exercise", count=len(left))
