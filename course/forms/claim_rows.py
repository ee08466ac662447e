"""The rows of a review that may ask the learner: is it this sentence?"""

from collections.abc import Callable

import ipywidgets

from course.content import Wording
from course.forms.form import button
from course.forms.html import escape, quotation
from course.judging.claims import Claimable

# What may be answered, by what a row says.
_ACTS = {"asked": ("yes", "no"), "claimed": ("back",), "fallen": ("forget",), "": ()}


class ClaimRow(ipywidgets.VBox):
    """One requirement: what the review says of it, and what the learner may answer to that.

    `answered` hears which button was pressed, and of which sentence.
    """

    def __init__(self, say: Wording, title: str, answered: Callable[[str, str], None]) -> None:
        super().__init__()
        self.say, self.title, self.mood, self._sentence = say, title, "", ""
        self.row, self.question = ipywidgets.HTML(), ipywidgets.HTML()
        self.acts = {act: self._button(act, answered) for acts in _ACTS.values() for act in acts}
        self.asks = ipywidgets.VBox([self.question, ipywidgets.HBox(list(self.acts.values()))])
        self.asks.add_class("course-asks")
        self.add_class("course-claim")
        self.children = [self.row, self.asks]

    def _button(self, act: str, answered: Callable[[str, str], None]) -> ipywidgets.Button:
        made = button(self.say(f"claim.{act}"), lambda: answered(act, self._sentence))
        made.tooltip = self.title  # the page's script says it together with the label
        made.add_class("course-of")
        return made

    def show(self, found: Claimable, row: str, under: str = "") -> bool:
        """What is said now; whether it asks or claims otherwise than before.

        `row` is what the review says, as HTML, and `under` the label of the field that holds the
        sentence. What did not change stays as it is, and keeps the focus.
        """
        before, self.mood = self.mood, mood(found)
        self._sentence = found.claimed or found.asked
        self.row.value = row
        self.question.value = self._asked(found, under)
        for act, made in self.acts.items():
            made.layout.display = None if act in _ACTS[self.mood] else "none"
        self.asks.layout.display = None if self.mood else "none"
        change = self.asks.remove_class if found.claimed else self.asks.add_class
        change("course-doubt")
        return self.mood != before and bool(self.mood or before == "claimed")

    def focus_on_answer(self) -> None:
        """Let the keyboard go on where it was: the button it pressed is gone."""
        for act in _ACTS[self.mood][:1]:
            self.acts[act].focus()

    def _asked(self, found: Claimable, under: str) -> str:
        asks = self.say("claim.under.asks", field=under) if under else self.say("claim.asks")
        said = [(self.say("claim.fallen"), found.fallen), (asks, found.asked)]
        return "".join(
            f"<p><b>{escape(told)}</b> {quotation(words)}</p>" for told, words in said if words
        )

    def heard(self, found: Claimable) -> str:
        """What somebody who does not see the row is told of it."""
        words, state = self._sentence, self.say(f"verdict.{found.state}")
        entry = f"claim.heard.{self.mood or 'open'}"
        return self.say(entry, title=self.title, words=words, state=state)


def mood(found: Claimable) -> str:
    """What a row says beside its verdict."""
    if found.claimed:
        return "claimed"
    return "asked" if found.asked else "fallen" if found.fallen else ""


def claimed(found: Claimable, say: Wording, under: str = "") -> str:
    """What stands on the learner's word, as HTML."""
    partly = found.verdict.state == "partly"
    says = say("claim.under.says", field=under) if under else say("claim.says")
    why = escape(say("claim.claimed_partly") if partly else say("claim.claimed"))
    quoted = f"{escape(says)} {quotation(found.claimed)}"
    return f"{quoted}<br><span class='course-small'>{why}</span>"
