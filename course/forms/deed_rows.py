"""What is done around a policy: lines to fill in, each deed with the review's word on it."""

import ipywidgets

from course.content import Edition, Field, Wording, desks
from course.forms.fields import field_form
from course.forms.policy_review import deed_row
from course.judging import Verdict
from course.judging.deeds import DeedReview, review_deed


class DeedRow(ipywidgets.VBox):
    """One deed: the row of the review, and below it the lines that it reads."""

    def __init__(self, deed: desks.Deed, say: Wording) -> None:
        super().__init__()
        self.deed, self.say, self.row = deed, say, ipywidgets.HTML()
        self.forms = {line.key: field_form(line, say.language, []) for line in deed.lines}
        lines = ipywidgets.VBox(list(self.forms.values()))
        lines.add_class("course-deed")
        self.add_class("course-claim")
        self.children = [self.row, lines]

    def printed(self, most: int) -> list[tuple[str, str]]:
        """Each line as a document has it: what it is, and at most so many characters."""
        headings = [(line.column or line.label)[self.say.language] for line in self.deed.lines]
        words = [form.value[:most] for form in self.forms.values()]
        return list(zip(headings, words, strict=True))

    def show(self, text: str, edition: Edition, said: Verdict | None) -> DeedReview:
        """Review the lines as they stand; `said` is what the policy's text says of it."""
        lines = {key: form.value for key, form in self.forms.items()}
        review = review_deed(self.deed, lines, edition, said)
        told = list(zip(self.deed.lines, review.lines, strict=True))
        open_ = [(line, finding) for line, finding in told if not finding.met]
        advices = [self._advice(line, finding) for line, finding in open_ or told]
        self.row.value = deed_row(review, advices, text, self.say)
        return review

    def _advice(self, line: Field, finding: Verdict) -> str:
        own = f"deed.{line.key}.{finding.reason}"
        entry = own if self.say.has(own) else f"rule.{line.rule}.{finding.reason}"
        return self.say(entry, **finding.facts)
