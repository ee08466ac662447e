"""A target against the past: the learner's own figures, or those of the case to practise on."""

from collections.abc import Mapping
from dataclasses import replace

import ipywidgets

from course.content import Tool, UnreadableTable
from course.content.folders import of_lesson
from course.content.series import Series, as_typed, in_words, read_series, share, typed_series
from course.drawing import draw_trajectory, trajectory_facts, trajectory_table
from course.drawing.trajectory import Outlook, outlook
from course.forms.charts import pictures
from course.forms.form import Latest, block, choice, live, spoken, text_area, text_line
from course.forms.html import escape
from course.forms.kept_fields import KeepingForm, Kept
from course.forms.tool_review import remark
from course.forms.upload import Upload, unreadable
from course.judging import aimed
from course.judging.record_facts import first_number
from course.learner import Workbook

_MINE, _EXAMPLE = "mine", "example"


class Trajectory(KeepingForm):
    """The target of the objective that is open, held against figures of its own.

    `figures` and `better` belong to that objective, and whoever shows it keeps them. The case's
    figures never meet that target: what is tried on them has a field of its own.
    """

    def __init__(self, tool: Tool) -> None:
        super().__init__("course-past")
        assert tool.past  # a tool of this kind does not load without
        self.tool, self.past, say = tool, tool.past, self.say
        self.book, self._record = Workbook("trajectory"), dict[str, str]()
        self._last: object = None
        self._draw_soon = Latest(self._draw)
        whose = [(say("trajectory.mine"), _MINE), (say("trajectory.example"), _EXAMPLE)]
        held = _EXAMPLE if self.book.get("whose") == _EXAMPLE else _MINE
        self.whose = choice(say("trajectory.whose"), whose, held)
        self.figures = text_area(say("trajectory.figures"), hint=say("trajectory.figures_hint"))
        ways = [(say("trajectory.up"), "up"), (say("trajectory.down"), "down")]
        self.better = choice(say("trajectory.better"), ways, None)
        label = say("trajectory.upload")
        self.upload = Upload(self, label, "trajectory", read_series, self._brought)
        self.aim = text_line(say("trajectory.aim"), hint=say("trajectory.aim_hint"))
        self.mine = ipywidgets.VBox([self.figures, self.upload, self.better])
        named = block(remark(say("trajectory.practice", name=self.past.name[self.language])))
        self.example = ipywidgets.VBox([named, self.aim])
        self.shown = live("")
        title, how = escape(say("trajectory.heading")), escape(say("trajectory.how"))
        head = block(f"<h3>{title}</h3><p>{how}</p>")
        self.children = [
            head, self.whose, self.mine, self.example, self.status, self.kept.offers, self.shown,
        ]  # fmt: skip
        self.kept.add(Kept(self.aim, self.book, "aim"), self._aim)
        self.whose.observe(lambda change: self._turn(change["new"]), "value")
        self.kept.look()
        self._choose()

    def show(self, record: Mapping[str, str]) -> None:
        """Another objective is open, or other words stand in it."""
        self._record = dict(record)
        held = (record.get("target", ""), self.figures.value, self.better.value)
        if held != self._last:
            self._last = held
            self._draw_soon()

    @spoken
    def _aim(self, target: str) -> None:
        self.book.save_text("aim", target)
        self._draw_soon()

    @spoken
    def _turn(self, whose: str) -> None:
        self.book.save(whose=whose)
        self._choose()

    def _choose(self) -> None:
        for part, key in ((self.mine, _MINE), (self.example, _EXAMPLE)):
            part.layout.display = None if self.whose.value == key else "none"
        self._draw_soon()

    def _brought(self, name: str, data: bytes) -> None:
        """Put a table's figures where they can be read and mended, as if they had been typed."""
        self.figures.value = as_typed(read_series(data))
        self.tell(self.say("trajectory.brought", name=name))

    def caught_up(self) -> None:
        self._draw_soon()

    @spoken
    def _draw(self) -> None:
        drawn = self._practised if self.whose.value == _EXAMPLE else self._held
        self.shown.value = drawn()

    def _practised(self) -> str:
        """A target tried on the case's figures, of which more is better."""
        target = first_number(self.aim.value)
        if target is None:
            return remark(self.say("trajectory.no_aim"))
        path = of_lesson(self.tool.lesson, self.past.table)
        series = share(path, self.past.column, self.past.over)
        name = self.past.name[self.language]
        return self._whole(replace(series, name=name), target, higher_is_better=True)

    def _held(self) -> str:
        """The objective's own target against the learner's figures; no other are its measure."""
        if not self.figures.value.strip():
            return remark(self.say("trajectory.no_figures"))
        try:
            series = typed_series(self.figures.value)
        except UnreadableTable as error:
            return remark(unreadable(self, "trajectory", error))
        target = aimed(self._record)
        if target is None:
            return remark(self.say("trajectory.no_target"))
        series = replace(series, name=self.say("trajectory.yours"))
        return self._whole(series, target, higher_is_better=self.better.value != "down")

    def _whole(self, series: Series, target: float, *, higher_is_better: bool) -> str:
        said = in_words(series, self.language)
        seen = outlook(said.values, target, higher_is_better=higher_is_better)
        return self._picture(said, seen) + self._words(said, seen)

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
