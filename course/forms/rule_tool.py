"""A tool judged field by field: one record becomes a Word page, several an Excel register."""

from course.content import Field, label
from course.forms.html import aloud, escape, row
from course.forms.tool_form import ToolForm
from course.forms.tool_review import titled, well_line
from course.judging import Verdict
from course.judging.tool_review import complete, review_record
from course.learner import load_profile


class RuleTool(ToolForm):
    """What the tool's file says of its fields is all it needs."""

    def found(self, record: dict[str, str]) -> tuple[Verdict, ...]:
        return review_record(self.tool, record, load_profile().edition)

    def review(self, record: dict[str, str]) -> str:
        found, say = self.found(record), self.say
        fields = {field.key: field for field in self.tool.fields}
        rows = "".join(self._row(f, fields[f.key]) for f in found if not f.met)
        well = [fields[f.key].heading[self.language] for f in found if f.met]
        count = aloud(say("tool.met", met=len(well), all=len(found)))
        return titled(say("tool.asked"), count + rows + well_line(well, say))

    def _row(self, finding: Verdict, field: Field) -> str:
        own = f"{self.tool.key}.{field.key}.{finding.reason}"
        entry = own if self.say.has(own) else f"rule.{field.rule}.{finding.reason}"
        small = label(finding.clauses, self.language)
        advice = escape(self.say(entry, **finding.facts))
        return row(finding.state, self.say, field.heading[self.language], small, advice)

    def finished(self) -> bool:
        return any(complete(self.found(record)) for record in self.records.all())

    def file(self) -> tuple[str, bytes]:
        profile, issue = load_profile(), self.take_away.details()
        records, edition = self.records.all(), profile.edition
        if self.tool.record:
            from course.papers.tool_register import tool_register, tool_sheet  # loads xlsxwriter

            sheet = tool_sheet(self.tool, records, edition, self.language)
            data = tool_register([sheet], profile.company, issue, self.language)
            return f"{self.tool.called[self.language]}.xlsx", data
        from course.papers.memo import Memo, memo_document  # loads docx

        owner, version, day = (issue[name] for name in ("owner", "version", "date"))
        memo = Memo(self.tool, records[0], profile.company, edition, owner, version, day)
        return f"{self.tool.called[self.language]}.docx", memo_document(memo, self.language)
