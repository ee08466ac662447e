"""The objective builder: each objective reviewed as it is typed, the register as Excel."""

import ipywidgets

from course.forms.html import escape
from course.forms.tool_form import ToolForm
from course.forms.tool_review import open_rows, remark, titled
from course.forms.trajectory import Trajectory
from course.judging import ObjectiveReview, review_objective
from course.learner import Workbook, load_profile
from course.papers.tool_register import tool_register, tool_sheet
from course.reading import sentences


class ObjectiveDesk(ToolForm):
    """A register of objectives; the policy desk's sentences are offered to hang them on."""

    def offers(self) -> list[str]:
        text = Workbook("quality-policy").get("text")
        return [text[start:end] for start, end in sentences(text)]

    def beside(self) -> list[ipywidgets.Widget]:
        return [Trajectory(self.tool)]

    def _reviewed(self, record: dict[str, str]) -> ObjectiveReview:
        return review_objective(record, load_profile().edition, self.offers())

    def review(self, record: dict[str, str]) -> str:
        review, say = self._reviewed(record), self.say
        asked = say("objective.asked", edition=load_profile().edition)
        whole = remark(say("objective.whole")) if review.whole else ""
        return (
            titled(asked, open_rows(review.requirements, "objective", say))
            + titled(say("objective.cheated"), open_rows(review.cheats, "objective", say))
            + whole
        )

    def overview(self) -> str:
        records = self.records.all()
        if len(records) < 2:
            return ""
        done = sum(self._reviewed(record).whole for record in records)
        count = self.say("objective.register_count", count=done, all=len(records))
        return titled(self.say("objective.register"), f"<p>{escape(count)}</p>")

    def finished(self) -> bool:
        return any(self._reviewed(record).whole for record in self.records.all())

    def file(self) -> tuple[str, bytes]:
        profile = load_profile()
        sheet = tool_sheet(self.tool, self.records.all(), profile.edition, self.language)
        issue = self.take_away.details()
        return f"{self.tool.file}.xlsx", tool_register(
            [sheet], profile.company, issue, self.language
        )
