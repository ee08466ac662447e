"""The message cascade, and the authority map with its holes."""

from course.content import load_tool
from course.forms.html import escape
from course.forms.rule_tool import RuleTool
from course.forms.tool_review import remark, titled
from course.judging import map_of
from course.learner import Records, load_profile


class _Travel(RuleTool):
    """Both leave one workbook behind, with a sheet for each that the tool's file names."""

    def file(self) -> tuple[str, bytes]:
        from course.papers.tool_register import tool_register, tool_sheet  # loads xlsxwriter

        profile = load_profile()
        sheets = [
            tool_sheet(load_tool(key), Records(key).all(), profile.edition, self.language)
            for key in self.tool.sheets
            if Records(key).all()
        ]
        issue = self.take_away.details()
        data = tool_register(sheets, profile.company, issue, self.language)
        return f"{self.tool.called[self.language]}.xlsx", data


class Cascade(_Travel):
    """What is said to whom, by whom, in which language, and how the answer comes back."""

    def overview(self) -> str:
        records = self.records.all()
        if len(records) < 2 or any(record.get("way") == "up" for record in records):
            return ""
        return remark(self.say("travel.only_down"))


class AuthorityMap(_Travel):
    """Who may stop what tonight; the holes and doubles of all rows, and what is punished, below."""

    def overview(self) -> str:
        found, say = map_of(self.records.all()), self.say
        rows = [say("travel.nobody", words=words) for words in found.nobody]
        rows += [say("travel.no_deputy", words=words) for words in found.no_deputy]
        rows += [say("travel.double", one=one, other=other) for one, other in found.doubles]
        rows += [say("travel.punished", words=words) for words in found.punished]
        if not rows:
            whole = len(self.records.all()) > 1
            return remark(say("travel.whole")) if whole else ""
        body = "".join(f"<li>{escape(words)}</li>" for words in rows)
        return titled(say("travel.holes"), f"<ul>{body}</ul>")

    def finished(self) -> bool:
        rows = self.records.all()
        return len(rows) >= 3 and map_of(rows).whole
