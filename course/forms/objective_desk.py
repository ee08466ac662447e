"""The objective builder: each objective reviewed as it is typed, the register as Excel."""

from collections.abc import Callable, Iterator

import ipywidgets

from course.forms.asking import Look
from course.forms.html import escape
from course.forms.objective_rows import ObjectiveRows, Reviewed, reviewed
from course.forms.own_words import OwnWords
from course.forms.tool_form import ToolForm
from course.forms.tool_review import titled
from course.forms.trajectory import Trajectory
from course.judging import falls
from course.judging.record_facts import short
from course.learner import Claims, Workbook, load_profile
from course.marking import second_look
from course.papers.tool_register import tool_register, tool_sheet
from course.reading import sentences

# Beside the fields of a record: a register does not hold them.
_OWN, _FIGURES, _BETTER = "own.words", "own.figures", "own.better"
_QUOTED = 90  # letters of a claimed sentence, which stands in the table anyway


class ObjectiveDesk(ToolForm):
    """A register of objectives; the policy desk's sentences are offered to hang them on.

    `look` gives what hears which sentence may say what the review did not find, if there is one.
    """

    def __init__(
        self,
        key: str,
        look: Callable[[], Look | None] = lambda: second_look.second_look("objective"),
    ) -> None:
        self._look = look
        super().__init__(key)

    def offers(self) -> list[str]:
        text = Workbook("quality-policy").get("text")
        return [text[start:end] for start, end in sentences(text)]

    def above(self) -> list[ipywidgets.Widget]:
        self.own = OwnWords(self, self.tool.fields, self.fields.forms, self._look)
        self.keep_words(self.own.text, _OWN)
        return [self.own]

    def below(self) -> list[ipywidgets.Widget]:
        self.past = Trajectory(self.tool)
        self.keep_words(self.past.figures, _FIGURES)
        self.keep_words(self.past.better, _BETTER)
        return [self.past]

    def judgement(self) -> ipywidgets.Widget:
        return ObjectiveRows(self, self._look)

    def show_review(self, record: dict[str, str]) -> None:
        told = bool(self.own.text.value.strip())
        self.judged.judge(self.name, record, self.offers(), told=told)
        self.own.show()
        direction = self._slots[_BETTER]
        direction.first = "down" if falls(record) else "up"
        self.kept.show(direction)
        self.past.show(record)

    def _open(self, name: str) -> None:
        if name != self.name:
            self.own.begin()
        super()._open(name)

    def catch_up(self) -> None:
        super().catch_up()
        self.judge()  # a sentence may have been claimed on another page

    def overview(self) -> str:
        seen = list(self._all())
        if len(seen) < 2:
            return ""
        done = sum(one.whole for one in seen)
        count = self.say("objective.register_count", count=done, all=len(seen))
        return titled(self.say("objective.register"), f"<p>{escape(count)}</p>")

    def finished(self) -> bool:
        return any(one.whole for one in self._all())

    def file(self) -> tuple[str, bytes]:
        profile = load_profile()
        records, notes = self.records.all(), list(self._claims())
        sheet = tool_sheet(self.tool, records, profile.edition, self.language, notes)
        issue = self.take_away.details()
        return f"{self.tool.called[self.language]}.xlsx", tool_register(
            [sheet], profile.company, issue, self.language
        )

    def _all(self) -> Iterator[Reviewed]:
        """Every objective that was begun."""
        policy = self.offers()
        for name in self.records.names():
            if record := self.records.read(name):
                yield reviewed(record, policy, Claims(self.records.book, name), {})

    def _claims(self) -> Iterator[str]:
        """What the register must say of its own: which parts stand on the writer's word."""
        for number, seen in enumerate(self._all(), 1):
            for one in seen.claimed:
                named = self.say(f"objective.{one.key}.title")
                words = short(one.claimed, _QUOTED)
                yield self.say("objective.claimed", number=number, named=named, words=words)
