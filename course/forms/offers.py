"""Offers back the words that another page replaced: one at a time, the newest first."""

from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape
from typing import NamedTuple

import ipywidgets

from course.forms.form import Form, button, spoken
from course.judging.record_facts import short
from course.learner import Texts
from course.learner.replaced import Replaced

_QUOTED = 160  # characters of the words offered


class Offer(NamedTuple):
    """Words that wait beside a field: whose they are, and how a reader calls the field."""

    store: Texts
    field: str
    label: str
    one: Replaced
    quoted: str


class Offers(ipywidgets.VBox):
    """Nothing, or a sentence with two buttons; `taken` hears that one of them was pressed."""

    def __init__(self, form: Form, taken: Callable[[], None]) -> None:
        super().__init__()
        self.say, self.tell, self._taken = form.say, form.tell, taken
        self._offers: Sequence[Offer] = ()
        self.told = ipywidgets.HTML("")
        self.told.add_class("course-announced")  # the page's script makes it heard
        acts = {"back": self.bring_back, "leave": self.leave}
        made = [button(self.say(f"offer.{name}"), act) for name, act in acts.items()]
        self.buttons = ipywidgets.HBox(made)
        self.children = [self.told, self.buttons]
        self.show(())

    def show(self, offers: Sequence[Offer]) -> None:
        """Tell of the first of them, and how many more there are."""
        self._offers = offers
        self.buttons.layout.display = None if offers else "none"
        self.told.value = self._sentence(offers) if offers else ""

    def _sentence(self, offers: Sequence[Offer]) -> str:
        first, say = offers[0], self.say
        # Isolated, so that an English text keeps its order on an Arabic page.
        words = f"\u2068{short(first.quoted, _QUOTED)}\u2069"
        facts = {"time": when(first.one.at), "words": words}
        kind = "own" if first.one.own else "named"
        told = [say(f"offer.{kind}", field=first.label, **facts)]
        told += [say("offer.more", count=len(offers) - 1)] if offers[1:] else []
        return f"<p class='course-note'>{escape(' '.join(told))}</p>"

    @spoken
    def bring_back(self) -> None:
        """Put the words offered into their field; those that stand there wait in their place."""
        for offer in self._offers[:1]:
            offer.store.bring_back(offer.field, offer.one.text)
            self._taken()

    @spoken
    def leave(self) -> None:
        """Offer them no more."""
        for offer in self._offers[:1]:
            offer.store.leave(offer.field, offer.one.text)
            self._taken()


def when(time: str) -> str:
    """The minute, and the day too where it was not today."""
    try:
        then = datetime.fromisoformat(time).astimezone()
    except (ValueError, OverflowError):
        return "?"
    today = then.date() == datetime.now().astimezone().date()
    return f"{then:%H:%M}" if today else f"{then:%d.%m.%Y %H:%M}"
