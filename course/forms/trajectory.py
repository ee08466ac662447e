"""A target against the past: the figures of the case, or a CSV of the learner's own."""

import ipywidgets

from course.content import Tool
from course.content.folders import of_lesson
from course.content.series import Series, read_series, share
from course.drawing import draw_trajectory, trajectory_facts, trajectory_table
from course.drawing.trajectory import Outlook, outlook
from course.forms.charts import pictures
from course.forms.form import Latest, block, choice, live, spoken, text_line
from course.forms.html import escape
from course.forms.kept_fields import KeepingForm, Kept
from course.forms.own_file import OwnFile
from course.judging.record_facts import first_number
from course.learner import Workbook


class Trajectory(KeepingForm):
    """One target, drawn; an uploaded file is kept in the learner's folder and read again."""

    def __init__(self, tool: Tool) -> None:
        super().__init__("course-past")
        self.tool = tool
        self.book, say = Workbook("trajectory"), self.say
        self.aim = text_line(say("trajectory.aim"), hint=say("trajectory.aim_hint"))
        ways = [(say("trajectory.up"), "up"), (say("trajectory.down"), "down")]
        self.better = choice(say("trajectory.better"), ways, self.book.get("better") or "up")
        self.shown, self._draw_soon = live(""), Latest(self._draw)
        self.own = OwnFile(self, self.book, say("trajectory.upload"), "trajectory", read_series,
                           self._draw_soon)  # fmt: skip
        title, how = escape(say("trajectory.heading")), escape(say("trajectory.how"))
        two = ipywidgets.VBox([self.aim, self.better])
        two.add_class("course-two")
        head = block(f"<h3>{title}</h3><p>{how}</p>")
        self.children = [head, two, self.own, self.status, self.kept.offers, self.shown]
        self.kept.add(Kept(self.aim, self.book, "aim"), self._aim)
        self.better.observe(lambda change: self._turn(change["new"]), "value")
        self.kept.look()
        self._draw_soon()

    @spoken
    def _aim(self, target: str) -> None:
        self.book.save_text("aim", target)
        self._draw_soon()

    @spoken
    def _turn(self, better: str) -> None:
        self.book.save(better=better)
        self._draw_soon()

    def caught_up(self) -> None:
        self._draw_soon()

    def _series(self) -> Series:
        data = self.own.data
        if data is not None:
            return read_series(data)
        past = self.tool.past
        assert past  # a tool of this kind does not load without
        return share(of_lesson(self.tool.lesson, past.table), past.column, past.over)

    @spoken
    def _draw(self) -> None:
        target = first_number(self.aim.value)
        if target is None:
            self.shown.value = f"<p class='course-note'>{escape(self.say('trajectory.no_aim'))}</p>"
            return
        series = self._series()
        seen = outlook(series.values, target, higher_is_better=self.better.value == "up")
        self.shown.value = self._picture(series, seen) + self._words(series, seen)

    def _picture(self, series: Series, seen: Outlook) -> str:
        language = self.language
        table = trajectory_table(series, seen, language)
        return pictures(
            lambda width: draw_trajectory(series, seen, language, width), table, language
        )

    def _words(self, series: Series, seen: Outlook) -> str:
        facts = trajectory_facts(series, seen)
        often = {0: "never", 1: "once"}.get(seen.reached, "times")
        facts["met"] = self.say(f"trajectory.met.{often}", count=facts["count"], times=seen.reached)
        words = [self.say(f"trajectory.says.{seen.reason}", **facts)]
        if seen.past.drifting:
            words.append(self.say("trajectory.drifting"))
        return "".join(f"<p>{escape(sentence)}</p>" for sentence in words)
