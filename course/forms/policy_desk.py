"""The policy desk: a draft, and below it a review that keeps pace with the typing."""

from functools import partial

import ipywidgets

from course import paths
from course.content import EDITIONS, Edition, Language, desks
from course.content.amounts import today_long
from course.forms.download import link_to
from course.forms.form import block, button, live, spoken, text_area, text_line
from course.forms.html import escape
from course.forms.kept_fields import KeepingForm, Kept
from course.forms.policy_review import findings_table, hooks_list, notes, objections
from course.judging import Company, PolicyReview, review_policy
from course.learner import Profile, Workbook, keep_document, load_profile
from course.learner.progress import reach

_LINE = 200  # characters; a pasted page is no name, and would fill the document's head
_DETAILS = ("scope", "owner", "version", "date")


class PolicyDesk(KeepingForm):
    """Saves and reviews at each keystroke; the review never blocks the typing."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.desk, self.book = desks.load_desk(key, desks.PolicyDesk), Workbook(key)
        say = self.say
        self.text = text_area(say("desk.policy"), hint=say("desk.hint"))
        self.edition = self.profile.edition
        self.review = live("")
        self.details = {name: text_line(say(f"desk.{name}")) for name in _DETAILS}
        self.document = live("")
        self.earlier = button(say("desk.earlier"), self.bring_back)
        download = button(say("desk.download"), self.download, primary=True)
        head = block(f"<h2>{escape(say('desk.title'))}</h2>")
        details = ipywidgets.VBox(list(self.details.values()))
        details.add_class("course-two")
        heading = block(f"<h3>{escape(say('desk.details'))}</h3>")
        buttons = ipywidgets.HBox([download, self.earlier])
        parts = [head, self.text, self.status, self.kept.offers, self.review]
        self.children = [*parts, heading, details, buttons, self.document]
        self.kept.add(Kept(self.text, self.book, "text"), self._typed)
        for name, field in self.details.items():
            kept = Kept(field, self.book, name, _first_value(name, self.language))
            self.kept.add(kept, partial(self._detail, name))
        self.kept.look()
        self.caught_up()

    @spoken
    def _typed(self, text: str) -> None:
        time = self.book.save_text("text", text)
        self._judge()
        self._after_saving(time)

    @spoken
    def _detail(self, name: str, value: str) -> None:
        self.book.save_text(name, value)
        self._judge()

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

    def _judge(self) -> None:
        profile = load_profile()  # it may have changed on another page since this one opened
        if not self.text.value.strip():
            self.review.value = f"<p class='course-note'>{escape(self.say('desk.begin'))}</p>"
            return
        self.review.value = self.reviewed(lambda: self._reviewed(profile))

    def _reviewed(self, profile: Profile) -> str:
        text = self._as_printed()
        company = Company(profile.company, profile.industry, profile.place, profile.headcount)
        held = review_policy(text, company, self.edition)
        other_edition: Edition = next(e for e in EDITIONS if e != self.edition)
        other = review_policy(text, company, other_edition)
        if _settles_something(held):
            reach(self.desk.lesson, "workshop")
        say = self.say
        if not held.requirements:  # a language or a script the review does not read
            return notes(held.flags, say)
        return (
            notes(held.flags, say)
            + self._requirements("desk.held", self.edition, text, held)
            + f"<h3>{escape(say('desk.reads'))}</h3>"
            + objections(text, held.qualities, say)
            + hooks_list(text, held.hooks, say)
            + f"<details><summary>{escape(say('desk.other', edition=other_edition))}</summary>"
            + self._requirements("", other_edition, text, other)
            + "</details>"
        )

    def _as_printed(self) -> str:
        """The draft and, once somebody approves it, the line the document ends with."""
        facts = {name: field.value.strip() for name, field in self.details.items()}
        if not (facts["owner"] and facts["version"] and facts["date"]):
            return self.text.value
        return f"{self.text.value.rstrip()}\n{self.say('desk.stamp', **facts)}"

    def _requirements(self, heading: str, edition: Edition, text: str, review: PolicyReview) -> str:
        title = f"<h3>{escape(self.say(heading, edition=edition))}</h3>" if heading else ""
        caution = escape(self.say("desk.unverified")) if edition == "2026" else ""
        note = f"<p class='course-note'>{caution}</p>" if caution else ""
        return title + note + findings_table(text, review.requirements, self.say)

    @spoken
    def download(self) -> None:
        """Write the Word document into the learner's folder and hand it over."""
        if not self.text.value.strip():
            first = escape(self.say("desk.empty_download"))
            self.document.value = f"<p class='course-note'>{first}</p>"
            return
        self.document.value = ""  # nothing old beside a document that fails
        version = self.details["version"].value
        file = keep_document(self.desk.key, version, ".docx", self._word())
        link = link_to(file, escape(file.name), at_once=True)
        folder = escape(f"{paths.my_work().name}/documents")
        ready = self.say("desk.ready", link=link, folder=folder)
        self.document.value = f"<p>{ready}</p>"

    def _word(self) -> bytes:
        from course.papers.policy_document import PolicyText, policy_document  # loads docx

        details = {name: field.value[:_LINE] for name, field in self.details.items()}
        company = load_profile().company[:_LINE]
        policy = PolicyText(company=company, text=self.text.value, edition=self.edition, **details)
        return policy_document(policy, self.language)


def _first_value(name: str, language: Language) -> str:
    if name == "version":
        return "1"
    return today_long(language) if name == "date" else ""


def _settles_something(review: PolicyReview) -> bool:
    """Whether the draft shows the lesson's objective: more than no row that is missing."""
    qualities = {finding.key for finding in review.qualities if finding.met}
    whole = all(finding.state != "missing" for finding in review.requirements)
    return whole and not review.flags and {"specific", "job"} <= qualities
