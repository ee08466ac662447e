"""The review of an objective on its page: what was found, what is claimed, what is asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from course.forms.asking import Look
from course.forms.asking_rows import AskingRows
from course.forms.html import escape
from course.forms.tool_form import ToolForm
from course.forms.tool_review import claim_row, open_rows, remark, titled, well_line
from course.judging import ObjectiveReview, objective_claims, review_objective
from course.judging.claims import Claimable
from course.learner import Claims, load_profile

AREA = "objective"


@dataclass(frozen=True)
class Reviewed:
    """An objective: what the review says, and what the learner says of that."""

    review: ObjectiveReview
    found: tuple[Claimable, ...]

    @property
    def claimed(self) -> tuple[Claimable, ...]:
        return tuple(one for one in self.found if one.claimed)

    @property
    def whole(self) -> bool:
        """Nothing is missing but what stands on the learner's word."""
        return self.review.whole_with({one.key for one in self.claimed})


def reviewed(
    record: dict[str, str], policy: Sequence[str], claims: Claims, near: dict[str, str]
) -> Reviewed:
    """One objective; `near` are the sentences that may say what was not found."""
    review = review_objective(record, load_profile().edition, policy)
    made, refused = claims.made(), claims.refused()
    found = objective_claims.with_claims(review.requirements, record, made, near, refused)
    return Reviewed(review, found)


class ObjectiveRows(AskingRows):
    """The rows of the objective that is open."""

    def __init__(self, form: ToolForm, look: Callable[[], Look | None]) -> None:
        super().__init__(form, look, form.judge)
        self.tool, self.book = form.tool, form.records.book
        self._called = {field.key: field.heading[form.language] for field in form.tool.fields}
        self._name, self._record = "", dict[str, str]()
        self._policy: Sequence[str] = ()
        self._told = False
        self.children = [self.opening, self.count, self.requirements, self.reading, self.heard]

    def judge(
        self, name: str, record: dict[str, str], policy: Sequence[str], *, told: bool = False
    ) -> None:
        """Review one record; what can be asked about it is asked after a pause.

        `told`: it was begun in the learner's own words, of which none stands in a field yet.
        """
        with self._turn:
            if name != self._name:  # what another one says is no news
                self._name, self.rows, self.claims = name, {}, Claims(self.book, name)
            self._record, self._policy, self._told = record, policy, told
            self.show_review()

    def claimable(self, near: dict[str, str]) -> tuple[Claimable, ...]:
        return self._reviewed(near).found

    def title(self, found: Claimable) -> str:
        return self.say(f"objective.{found.key}.title")

    def row(self, found: Claimable) -> str:
        return claim_row(found, AREA, self.say, self.label(found.under))

    def label(self, field: str) -> str:
        return self._called.get(field, "")

    def listed(self) -> list[Claimable]:
        return [one for one in self.found if not one.verdict.met]

    def askable(self) -> str:
        return objective_claims.askable(self._record, [one.verdict for one in self.found])

    def around(self) -> tuple[str, str]:
        say, seen = self.say, self._reviewed({})
        if not self._record:
            begin = say("own.begun") if self._told else self.tool.begin[self.form.language]
            return remark(begin), ""
        asked = escape(say("objective.asked", edition=load_profile().edition))
        well = [self.title(one) for one in seen.found if one.verdict.met]
        cheated = titled(say("objective.cheated"), open_rows(seen.review.cheats, AREA, say))
        whole = remark(say(f"objective.whole{_how_whole(seen)}")) if seen.whole else ""
        return f"<h3>{asked}</h3>", well_line(well, say) + cheated + whole

    def _reviewed(self, near: dict[str, str]) -> Reviewed:
        return reviewed(self._record, self._policy, self.claims, near)


def _how_whole(seen: Reviewed) -> str:
    """What is said of an objective in which nothing is missing: there may be more to settle."""
    told = [one.state for one in seen.found] + [one.state for one in seen.review.cheats]
    if "partly" in told:
        return "_open"
    return "_claimed" if seen.claimed else ""
