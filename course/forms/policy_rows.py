"""The review of a policy on its page: what was found, what is claimed, what is asked."""

import threading
from collections.abc import Callable, Sequence

import ipywidgets

from course.content import EDITIONS, Edition, desks
from course.forms.asking import Asking, Look
from course.forms.claim_rows import ClaimRow
from course.forms.deed_rows import DeedRow
from course.forms.form import Form, block, live, spoken
from course.forms.html import aloud, escape, framed
from course.forms.policy_review import hooks_list, notes, objections, requirement_row
from course.judging import Company, PolicyReview, claims, review_policy, title_entry
from course.judging.claims import Claimable
from course.judging.deeds import DeedReview
from course.learner import Claims, Workbook, load_profile


class PolicyRows(ipywidgets.VBox):
    """Reviews at each keystroke; what the second look hears comes after a pause.

    `found` are the rows of the edition held, `deeds` those of what is done around the policy.
    `answered` hears that the learner answered a question, and has it all judged again.
    """

    def __init__(
        self,
        form: Form,
        book: Workbook,
        deeds: Sequence[desks.Deed],
        look: Callable[[], Look | None],
        answered: Callable[[], None],
    ) -> None:
        super().__init__()
        self._answered = answered
        self.form, self.say, self.tell = form, form.say, form.tell
        self.edition, self.claims = form.profile.edition, Claims(book)
        self.deed_rows = {deed.key: DeedRow(deed, self.say) for deed in deeds}
        self.rows: dict[str, ClaimRow] = {}
        self.opening, self.reading = block(""), block("")
        self.count, self.heard = live(""), live("")
        for name in ("course-announced", "course-heard"):
            self.heard.add_class(name)
        self._text, self._reviews = "", list[PolicyReview]()
        self.found: tuple[Claimable, ...] = ()
        self.deeds: tuple[DeedReview, ...] = ()
        # The second look answers on a thread of its own.
        self._turn, self._asking = threading.RLock(), Asking(look, self._draw)
        self._requirements, around = ipywidgets.VBox(), list(self.deed_rows.values())
        title, why = escape(self.say("deed.heading")), escape(self.say("deed.why"))
        heading = block(f"<h3>{title}</h3><p class='course-small'>{why}</p>")
        parts = [self._requirements, heading, ipywidgets.VBox(around)]
        self.children = [self.opening, self.count, *parts, self.reading, self.heard]
        self.add_class("course-review")

    @property
    def held(self) -> PolicyReview | None:
        """The review by the edition held; none of an empty draft."""
        return self._reviews[0] if self._reviews else None

    def judge(self, text: str) -> None:
        """Review the draft; what can be asked about it is asked after a pause."""
        with self._turn:
            self._text, self._reviews = text, []
            self.opening.value = self.form.reviewed(self._whole)
            open_ = [one.key for one in self.found if one.open]
            self._asking.about(claims.reviewed(text), open_)

    def _whole(self) -> str:
        """Show the review; returns what stands above its rows."""
        try:
            opening = self._open()
            self._show_rows()
            self.reading.value = self._read_out()
        except Exception:  # nothing old below the sentence that says so
            self.found, self._requirements.children = (), ()
            self.reading.value = self.count.value = ""
            raise
        return opening

    @spoken
    def answer(self, act: str, key: str, sentence: str) -> None:
        """Keep what the learner says of a sentence, and show it at once."""
        if act == "yes":
            self.claims.make(key, sentence)
        elif act == "no":
            self.claims.refuse(key, sentence)
        else:
            self.claims.take_back(key)
        self._answered()
        if act == "no":
            self._announce([self.say("claim.heard.refused", title=self.rows[key].title)])
        self.rows[key].focus_on_answer()

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
        found = self._claimable(review, near={})
        rows = "".join(requirement_row(self._text, one, self.say) for one in found)
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

    def _draw(self) -> None:
        """Show what the second look heard."""
        with self._turn:
            self.form.reviewed(self._show_rows)

    def _show_rows(self) -> str:
        """Show each row as it stands now, and say aloud what is asked or claimed anew."""
        held = self.held
        said = {one.key: one for one in held.requirements} if held else {}
        self.deeds = tuple(
            row.show(self._text, self.edition, said.get(key)) for key, row in self.deed_rows.items()
        )
        self.found = self._claimable(held, self._asking.near) if held else ()
        first = not self.rows
        self.rows |= {one.key: self._row(one) for one in self.found if one.key not in self.rows}
        shown = [(self.rows[one.key], one) for one in self.found]
        news = [(row, one) for row, one in shown if row.show(self._text, one)]
        self._requirements.children = [row for row, _ in shown]
        self.count.value = self._counted()
        if news and not first:
            self._announce(self._in_short(news))
        return ""

    def _in_short(self, news: list[tuple[ClaimRow, Claimable]]) -> list[str]:
        """Several questions at once would be a long speech: they wait in their rows."""
        if len(news) > 1 and all(row.mood == "asked" for row, _ in news):
            return [self.say("claim.heard.many", count=len(news))]
        return [row.heard(one) for row, one in news]

    def _counted(self) -> str:
        """How many are met, for somebody who does not see the rows change."""
        if not self.found:
            return ""
        states = [one.state for one in self.found] + [deed.whole.state for deed in self.deeds]
        return aloud(self.say("desk.met", met=states.count("met"), all=len(states)))

    def _row(self, found: Claimable) -> ClaimRow:
        title = self.say(title_entry(found.verdict))
        return ClaimRow(self.say, title, lambda act, words: self.answer(act, found.key, words))

    def _announce(self, told: Sequence[str]) -> None:
        """Tell it to somebody who does not see the rows change."""
        said = "".join(f"<p>{escape(words)}</p>" for words in told)
        self.heard.value = framed(said, self.form.language)
