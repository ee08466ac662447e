"""The review of a policy on its page: what was found, what is claimed, what is asked."""

from collections.abc import Callable, Sequence

import ipywidgets

from course.content import EDITIONS, Edition, desks
from course.forms.asking import Look
from course.forms.asking_rows import AskingRows
from course.forms.deed_rows import DeedRow
from course.forms.form import Form, block
from course.forms.html import escape
from course.forms.policy_review import hooks_list, notes, objections, requirement_row
from course.judging import Company, PolicyReview, claims, review_policy, title_entry
from course.judging.claims import Claimable
from course.judging.deeds import DeedReview
from course.learner import Claims, Workbook, load_profile


class PolicyRows(AskingRows):
    """The rows of the edition held; `deeds` are those of what is done around the policy."""

    def __init__(
        self,
        form: Form,
        book: Workbook,
        deeds: Sequence[desks.Deed],
        look: Callable[[], Look | None],
        answered: Callable[[], None],
    ) -> None:
        super().__init__(form, look, answered)
        self.edition, self.claims = form.profile.edition, Claims(book)
        self.deed_rows = {deed.key: DeedRow(deed, self.say) for deed in deeds}
        self._text, self._reviews = "", list[PolicyReview]()
        self.deeds: tuple[DeedReview, ...] = ()
        around = ipywidgets.VBox(list(self.deed_rows.values()))
        title, why = escape(self.say("deed.heading")), escape(self.say("deed.why"))
        heading = block(f"<h3>{title}</h3><p class='course-small'>{why}</p>")
        parts = [self.requirements, heading, around]
        self.children = [self.opening, self.count, *parts, self.reading, self.heard]

    @property
    def held(self) -> PolicyReview | None:
        """The review by the edition held; none of an empty draft."""
        return self._reviews[0] if self._reviews else None

    def judge(self, text: str) -> None:
        """Review the draft; what can be asked about it is asked after a pause."""
        with self._turn:
            self._text, self._reviews = text, []
            self.show_review()

    def claimable(self, near: dict[str, str]) -> tuple[Claimable, ...]:
        return self._claimable(self.held, near) if self.held else ()

    def title(self, found: Claimable) -> str:
        return self.say(title_entry(found.verdict))

    def row(self, found: Claimable) -> str:
        return requirement_row(self._text, found, self.say)

    def askable(self) -> str:
        return claims.reviewed(self._text)

    def show_rows(self) -> str:
        held = self.held
        said = {one.key: one for one in held.requirements} if held else {}
        self.deeds = tuple(
            row.show(self._text, self.edition, said.get(key)) for key, row in self.deed_rows.items()
        )
        return super().show_rows()

    def around(self) -> tuple[str, str]:
        return self._open(), self._read_out()

    def _open(self) -> str:
        """Review the draft; what is said of it as a whole."""
        say = self.say
        if not self._text.strip():
            return f"<p class='course-note'>{escape(say('desk.begin'))}</p>"
        profile = load_profile()  # it may have changed on another page since this one opened
        company = Company(profile.company, profile.industry, profile.place, profile.headcount)
        editions = sorted(EDITIONS, key=lambda edition: edition != self.edition)
        self._reviews = [review_policy(self._text, company, edition) for edition in editions]
        if not self._reviews[0].requirements:  # a language or a script the review does not read
            return notes(self._reviews[0].flags, say)
        heading = f"<h3>{escape(say('desk.held', edition=self.edition))}</h3>"
        return notes(self._reviews[0].flags, say) + heading + self._caution(self.edition)

    def _read_out(self) -> str:
        """How it reads, and what the other editions say."""
        if not (self.held and self.held.requirements):
            return ""
        say, others = self.say, self._reviews[1:]
        return (
            f"<h3>{escape(say('desk.reads'))}</h3>"
            + objections(self._text, self.held.qualities, say)
            + hooks_list(self._text, self.held.hooks, say)
            + "".join(map(self._other, others))
        )

    def _other(self, review: PolicyReview) -> str:
        title = escape(self.say("desk.other", edition=review.edition))
        rows = "".join(map(self.row, self._claimable(review, near={})))
        caution = self._caution(review.edition)
        return f"<details><summary>{title}</summary>{caution}{rows}</details>"

    def _caution(self, edition: Edition) -> str:
        caution = escape(self.say("desk.unverified")) if edition == "2026" else ""
        return f"<p class='course-note'>{caution}</p>" if caution else ""

    def _claimable(self, review: PolicyReview, near: dict[str, str]) -> tuple[Claimable, ...]:
        """The requirements of the text itself, with what the learner says of them."""
        made, refused = self.claims.made(), self.claims.refused()
        found = claims.with_claims(self._text, review, made, near, refused)
        return tuple(one for one in found if one.key not in self.deed_rows)

    def states(self) -> list[str]:
        return super().states() + [deed.state for deed in self.deeds]
