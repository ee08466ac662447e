"""The leadership self-assessment: judged by what one could show, and followed over time."""

from datetime import date

import ipywidgets

from course.content import Field
from course.drawing import draw_radar, radar_table
from course.forms.charts import pictures
from course.forms.form import Latest, button, live, spoken
from course.forms.html import escape
from course.forms.rule_tool import RuleTool
from course.judging import judge_field
from course.judging.rulebook import rulebook
from course.learner import load_profile

RULE, ENOUGH = "evidence", 3  # items with a decision one could check


class SelfAssessment(RuleTool):
    """Ten items of 2015, and the eleventh of 2026; a radar, and the picture kept earlier."""

    def __init__(self, key: str) -> None:
        self.radar, self._draw_soon = live(""), Latest(self._draw)
        super().__init__(key)

    def below(self) -> list[ipywidgets.Widget]:
        return [self.radar, button(self.say("lead.keep"), self.keep)]

    def items(self) -> list[Field]:
        """The items of the edition held; the other edition's own are shown and not counted."""
        edition = load_profile().edition
        return [
            field
            for group in self.tool.groups
            if any(ref.edition == edition for ref in group.serves)
            for field in group.fields
        ]

    def strengths(self) -> dict[str, int]:
        words = {field.key: self.record.get(field.key, "") for field in self.items()}
        return {key: int(judge_field(RULE, text).points) for key, text in words.items()}

    def judge(self) -> None:
        super().judge()
        self._draw_soon()

    @spoken
    def _draw(self) -> None:
        if not self.record:
            self.radar.value = ""
            return
        names = {field.key: field.heading[self.language] for field in self.items()}
        now = {names[key]: value for key, value in self.strengths().items()}
        day, kept = self.earlier()
        then = {names[key]: value for key, value in kept.items() if key in names} or None
        language = self.language
        body = f"<h3>{escape(self.say('lead.heading'))}</h3>"
        table = radar_table(now, then, language)
        body += pictures(lambda width: draw_radar(now, then, language, width), table, language)
        if then:
            body += f"<p class='course-small'>{escape(self.say('lead.earlier', date=day))}</p>"
        self.radar.value = body

    def earlier(self) -> tuple[str, dict[str, int]]:
        """The first picture kept, and its day; nothing if there is none."""
        kept = self._pictures()
        days = sorted(day for day, picture in kept.items() if isinstance(picture, dict))
        return (days[0], kept[days[0]]) if days else ("", {})

    def _pictures(self) -> dict[str, dict[str, int]]:
        kept: dict[str, dict[str, int]] = self.records.book.get("pictures", {})
        return kept

    @spoken
    def keep(self) -> None:
        """Keep today's strengths, to compare with another day's."""
        self.records.book.save(
            pictures=self._pictures() | {f"{date.today():%Y-%m-%d}": self.strengths()}
        )
        self.tell(self.say("lead.kept"))

    def finished(self) -> bool:
        strongest = rulebook("fields").criterion(RULE).max_points
        return sum(value == strongest for value in self.strengths().values()) >= ENOUGH
