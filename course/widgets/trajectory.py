"""A target against the past: the figures of the case, or a CSV of the learner's own."""

import ipywidgets

from course.content.series import Series, UnreadableSeries, read_series, share
from course.disk import write_whole
from course.paths import my_work
from course.scoring.record_facts import first_number
from course.scoring.trajectory import Outlook, outlook
from course.widgets.charts import pictures
from course.widgets.form import Form, block, button, choice, live, soon, spoken, text_line
from course.widgets.html import escape
from course.workbook import Workbook

LARGEST = 2_000_000  # bytes; a table of months is a few thousand
_CASE = ("khalidiyah-extrusions", "on_original_date", "shipped")


class Trajectory(Form):
    """One target, drawn; an uploaded file is kept in the learner's folder and read again."""

    def __init__(self) -> None:
        super().__init__()
        self.book, say = Workbook("trajectory"), self.say
        self.own = my_work() / "workbook" / "trajectory.csv"
        self.aim = text_line(
            say("trajectory.aim"), self.book.get("aim"), say("trajectory.aim_hint")
        )
        ways = [(say("trajectory.up"), "up"), (say("trajectory.down"), "down")]
        self.better = choice(say("trajectory.better"), ways, self.book.get("better") or "up")
        label = say("trajectory.upload")
        self.upload = ipywidgets.FileUpload(accept=".csv,.txt", description=label, tooltip=label)
        self.back = button(say("trajectory.case_figures"), self.use_case)
        self.shown = live("")
        title, how = escape(say("trajectory.heading")), escape(say("trajectory.how"))
        two = ipywidgets.VBox([self.aim, self.better])
        two.add_class("course-two")
        files = ipywidgets.HBox([self.upload, self.back])
        head = block(f"<h3>{title}</h3><p>{how}</p>")
        self.children = [head, two, files, self.status, self.shown]
        self.aim.observe(lambda change: self._set(aim=change["new"]), "value")
        self.better.observe(lambda change: self._set(better=change["new"]), "value")
        self.upload.observe(self._uploaded, "value")
        soon(self._draw)

    @spoken
    def _set(self, **changed: str) -> None:
        self.book.save(**changed)
        self._draw()

    @spoken
    def _uploaded(self, change: dict) -> None:
        """Keep the file once it can be read; say in one sentence why it cannot."""
        for file in change["new"]:
            data = bytes(file["content"][:LARGEST])
            try:
                read_series(data)
            except UnreadableSeries as error:
                self.tell(self.say(f"trajectory.bad.{error.reason}", **error.facts))
                return
            write_whole(self.own, data)
            self.book.save(file=str(file["name"])[:80])
            self._draw()

    @spoken
    def use_case(self) -> None:
        """Draw the case's figures again; the learner's file is kept beside them."""
        self.book.save(file="")
        self._draw()

    def _series(self) -> Series:
        if self.book.get("file") and self.own.exists():
            return read_series(self.own.read_bytes())
        return share(*_CASE)

    @spoken
    def _draw(self) -> None:
        own = self.book.get("file")
        self.back.layout.display = None if own else "none"
        self.tell(self.say("trajectory.own", name=own) if own else "")
        target = first_number(self.aim.value)
        if target is None:
            self.shown.value = f"<p class='course-note'>{escape(self.say('trajectory.no_aim'))}</p>"
            return
        series = self._series()
        seen = outlook(series.values, target, higher_is_better=self.better.value == "up")
        self.shown.value = self._picture(series, seen) + self._words(series, seen)

    def _picture(self, series: Series, seen: Outlook) -> str:
        from course.reporting.trajectory_chart import draw_trajectory

        return pictures(
            lambda width: draw_trajectory(series, seen, self.language, width), self.language
        )

    def _words(self, series: Series, seen: Outlook) -> str:
        from course.reporting.trajectory_chart import trajectory_facts

        facts = trajectory_facts(series, seen)
        often = {0: "never", 1: "once"}.get(seen.reached, "times")
        facts["met"] = self.say(f"trajectory.met.{often}", count=facts["count"], times=seen.reached)
        words = [self.say(f"trajectory.says.{seen.reason}", **facts)]
        if seen.past.drifting:
            words.append(self.say("trajectory.drifting"))
        return "".join(f"<p>{escape(sentence)}</p>" for sentence in words)
