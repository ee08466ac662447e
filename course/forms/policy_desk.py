"""The policy desk: a draft, and below it a review that keeps pace with the typing."""

from collections.abc import Callable
from functools import partial

import ipywidgets

from course.content import desks
from course.forms.asking import Look
from course.forms.form import block, button, live, spoken, text_area, text_line
from course.forms.html import escape
from course.forms.issue import first_value, handed_over, named
from course.forms.kept_fields import KeepingForm, Kept
from course.forms.policy_rows import PolicyRows
from course.judging import PolicyReview
from course.judging.claims import Claimable
from course.learner import Workbook, load_profile
from course.learner.progress import fall_short, reach
from course.marking import second_look

_LINE = 200  # characters; a pasted page is no name, and would fill the document's head
_DETAILS = ("scope", "owner", "version", "date")


class PolicyDesk(KeepingForm):
    """Saves and reviews at each keystroke; the review never blocks the typing.

    `look` gives what hears which sentence may say what the review did not find, if there is one.
    """

    def __init__(self, key: str, look: Callable[[], Look | None] = second_look.second_look) -> None:
        super().__init__()
        self.desk, self.book = desks.load_desk(key, desks.PolicyDesk), Workbook(key)
        say = self.say
        self.text = text_area(say("desk.policy"), hint=say("desk.hint"))
        self.review = PolicyRows(self, self.book, self.desk.deeds, look, self._judge)
        self.review.add_class("course-beside")
        self.details = {name: text_line(say(f"desk.{name}")) for name in _DETAILS}
        self.document = live("")
        self.earlier = button(say("desk.earlier"), self.bring_back)
        self.reviewed_too = ipywidgets.Checkbox(
            value=False, description=say("desk.with_review"), indent=False
        )
        download = button(say("desk.download"), self.download, primary=True)
        head = block(f"<h2>{escape(say('desk.title'))}</h2>")
        details = ipywidgets.VBox(list(self.details.values()))
        details.add_class("course-two")
        heading = block(f"<h3>{escape(say('desk.details'))}</h3>")
        buttons = ipywidgets.HBox([download, self.earlier])
        parts = [head, self.text, self.status, self.kept.offers, self.review]
        self.children = [*parts, heading, details, self.reviewed_too, buttons, self.document]
        self.kept.add(Kept(self.text, self.book, "text"), self._typed)
        for name, field in (self.lines | self.details).items():
            kept = Kept(field, self.book, name, first_value(name, self.say))
            self.kept.add(kept, partial(self._line, name))
        self.kept.look()
        self.caught_up()

    @property
    def lines(self) -> dict[str, ipywidgets.Text]:
        """The lines around the policy, by the name they are kept under."""
        return {
            f"{key}-{line}": form
            for key, row in self.review.deed_rows.items()
            for line, form in row.forms.items()
        }

    @spoken
    def _typed(self, text: str) -> None:
        time = self.book.save_text("text", text)
        self._judge()
        self._after_saving(time)

    @spoken
    def _line(self, name: str, value: str) -> None:
        self.book.save_text(name, value)
        self._judge()

    def catch_up(self) -> None:
        super().catch_up()
        self._judge()  # a sentence may have been claimed on another page

    def caught_up(self) -> None:
        self._judge()
        self._after_saving(self.book.saved_at())

    def _after_saving(self, time: str) -> None:
        if self.book.set_aside:
            self.tell(self.say("status.set_aside", file=self.book.set_aside))
        elif time:
            self.tell_saved(self.text.value, time)
        else:
            self.tell(self.say("status.nothing_yet"))
        self.earlier.layout.display = None if self.book.earlier("text") else "none"

    @spoken
    def bring_back(self) -> None:
        """Undo the clearing of the field."""
        self.text.value = self.book.earlier("text")

    @spoken
    def _judge(self) -> None:
        self.review.judge(self.text.value)
        left = _left_open(self.review.held, self.review.found)
        if left:
            fall_short("policy", self.desk.lesson, "workshop", count=left)
        elif left == 0:
            reach(self.desk.lesson, "workshop")

    @spoken
    def download(self) -> None:
        """Write the Word document into the learner's folder and hand it over."""
        if not self.text.value.strip():
            first = escape(self.say("desk.empty_download"))
            self.document.value = f"<p class='course-note'>{first}</p>"
            return
        self.document.value = ""  # nothing old beside a document that fails
        title = self.say("document.policy.title")
        called = named(title, self.details["version"].value, self.say)
        self.document.value = handed_over(called, ".docx", self._word(), self.say)

    def _word(self) -> bytes:
        from course.papers.policy_document import PolicyText, policy_document  # loads docx

        asked = self.reviewed_too.value
        policy = PolicyText(
            company=load_profile().company[:_LINE],
            text=self.text.value,
            edition=self.profile.edition,
            lines=[one for row in self.review.deed_rows.values() for one in row.printed(_LINE)],
            found=self.review.found if asked else (),
            deeds=self.review.deeds if asked else (),
            **{name: field.value[:_LINE] for name, field in self.details.items()},
        )
        return policy_document(policy, self.language)


def _left_open(review: PolicyReview | None, found: tuple[Claimable, ...]) -> int | None:
    """How many points keep the draft from showing the lesson's objective; None without a draft.

    It takes more than no row that is missing. What is done around the policy stands in no draft,
    and is not asked of it.
    """
    if not review or not found:
        return None
    missing = sum(not one.claimed and one.verdict.state == "missing" for one in found)
    qualities = {finding.key for finding in review.qualities if finding.met}
    return missing + len(review.flags) + len({"specific", "job"} - qualities)
