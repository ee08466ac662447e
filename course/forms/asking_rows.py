"""The rows of a review that ask: what was found, what is claimed, what is near."""

import threading
from collections import Counter
from collections.abc import Callable, Sequence

import ipywidgets

from course.forms.asking import Asking, Look
from course.forms.claim_rows import ClaimRow
from course.forms.form import Form, block, live, spoken
from course.forms.html import aloud, escape, framed
from course.judging.claims import Claimable
from course.learner import Claims


class AskingRows(ipywidgets.VBox):
    """Reviews at each keystroke; what the second look hears comes after a pause.

    `found` are the requirements as they stand. `answered` hears that the learner answered a
    question, and has it all judged again. A subclass says what the requirements are.
    """

    claims: Claims

    def __init__(
        self, form: Form, look: Callable[[], Look | None], answered: Callable[[], None]
    ) -> None:
        super().__init__()
        self._answered = answered
        self.form, self.say, self.tell = form, form.say, form.tell
        self.rows: dict[str, ClaimRow] = {}
        self.found: tuple[Claimable, ...] = ()
        self.opening, self.reading = block(""), block("")
        self.count, self.heard = live(""), live("")
        for name in ("course-announced", "course-heard"):
            self.heard.add_class(name)
        self.requirements = ipywidgets.VBox()
        # The second look answers on a thread of its own.
        self._turn, self._asking = threading.RLock(), Asking(look, self._draw)
        self.add_class("course-review")

    # What a review has of its own.

    def claimable(self, near: dict[str, str]) -> tuple[Claimable, ...]:
        """The requirements, with what the learner says of them and may be asked."""
        raise NotImplementedError

    def title(self, found: Claimable) -> str:
        """What is asked for."""
        raise NotImplementedError

    def row(self, found: Claimable) -> str:
        """What the review says of it, as HTML."""
        raise NotImplementedError

    def label(self, field: str) -> str:
        """What the field is called in which a sentence stands, where it could be another."""
        return field

    def listed(self) -> list[Claimable]:
        """Those that have a row to read."""
        return list(self.found)

    def askable(self) -> str:
        """The text that can be asked about."""
        raise NotImplementedError

    def around(self) -> tuple[str, str]:
        """What stands above the rows, and below them, as HTML."""
        raise NotImplementedError

    def states(self) -> list[str]:
        """How each thing asked for stands, for those who hear only how many are met."""
        return [one.state for one in self.found]

    # What they share.

    def show_review(self) -> None:
        """Show what is found; what can be asked about the text is asked after a pause."""
        self.opening.value = self.form.reviewed(self._whole)
        self._asking.about(self.askable(), [one.key for one in self.found if one.open])

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

    def _whole(self) -> str:
        """Show the review; returns what stands above its rows."""
        try:
            opening, reading = self.around()
            self.show_rows()
            self.reading.value = reading
        except Exception:  # nothing old below the sentence that says so
            self.found, self.requirements.children = (), ()
            self.reading.value = self.count.value = ""
            raise
        return opening

    def _draw(self) -> None:
        """Show what the second look heard."""
        with self._turn:
            self.form.reviewed(self.show_rows)

    def show_rows(self) -> str:
        """Show each row as it stands now, and say aloud what is asked or claimed anew."""
        self.found = self.claimable(self._asking.near)
        first = not self.rows
        self.rows |= {one.key: self._made(one) for one in self.found if one.key not in self.rows}
        news = [one for one in self.found if self._changed(one)]
        self.requirements.children = [self.rows[one.key] for one in self.listed()]
        self.count.value = self._counted()
        if news and not first:
            self._announce(self._in_short(news))
        return ""

    def _in_short(self, news: Sequence[Claimable]) -> list[str]:
        """Several questions at once would be a long speech: they wait in their rows."""
        if len(news) > 1 and all(self.rows[one.key].mood == "asked" for one in news):
            return [self.say("desk.waiting", count=len(news))]
        return [self.rows[one.key].heard(one) for one in news]

    def _counted(self) -> str:
        """How many are open, by state; aloud, only how many are met."""
        if not self.found:
            return ""
        say, states = self.say, self.states()
        all_, met = len(states), states.count("met")
        counts = Counter(state for state in states if state != "met")
        named = [f"{say(f'verdict.{state}')}: {count}" for state, count in counts.items()]
        told = say("desk.open", open=all_ - met, all=all_, states=" · ".join(named))
        shown = told if named else say("desk.all_met", all=all_)
        return f"<p><b>{escape(shown)}</b></p>" + aloud(say("desk.met", met=met, all=all_))

    def _changed(self, one: Claimable) -> bool:
        return self.rows[one.key].show(one, self.row(one), self.label(one.under))

    def _made(self, found: Claimable) -> ClaimRow:
        title = self.title(found)
        return ClaimRow(self.say, title, lambda act, words: self.answer(act, found.key, words))

    def _announce(self, told: Sequence[str]) -> None:
        """Tell it to somebody who does not see the rows change."""
        said = "".join(f"<p>{escape(words)}</p>" for words in told)
        self.heard.value = framed(said, self.form.language)
