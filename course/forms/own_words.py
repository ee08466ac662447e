"""An objective told in one's own words, and which of its sentences belongs to which field."""

import threading
from collections.abc import Callable, Iterable

import ipywidgets

from course.content import Field, Wording
from course.forms.asking import Asking, Look
from course.forms.form import Form, button, live, spoken, text_area
from course.forms.html import escape, quotation
from course.judging import own_sentences

Forms = dict[str, ipywidgets.Widget]


class OwnWords(ipywidgets.VBox):
    """A text to tell it in, and offers below it; nothing is put anywhere unasked.

    `forms` are the fields by key: what is put into one is saved as if it had been typed.
    """

    def __init__(
        self, form: Form, fields: Iterable[Field], forms: Forms, look: Callable[[], Look | None]
    ) -> None:
        super().__init__()
        self.say, self.tell, self._forms = form.say, form.tell, forms
        self._reviewed = form.reviewed
        self.text = text_area(self.say("own.label"), hint=self.say("own.hint"))
        self.heading = live("")
        self.offers = {field.key: self._offer(field) for field in fields}
        self.all = button(self.say("own.all"), self.put_all)
        self.back = button(self.say("own.undo"), self.undo)
        self.found: dict[str, str] = {}
        self._put: list[dict[str, tuple[str, str]]] = []  # by field, the words before and after
        # The second look answers on a thread of its own.
        self._turn, self._asking = threading.RLock(), Asking(look, self.show)
        acts = ipywidgets.HBox([self.all, self.back])
        self.add_class("course-own")
        self.children = [self.text, self.heading, *self.offers.values(), acts]

    def _offer(self, field: Field) -> "Offer":
        label = field.heading[self.say.language]
        return Offer(self.say, label, lambda: self.put([field.key]))

    def begin(self) -> None:
        """Another objective is open: what was put into the last one stays there."""
        self._put = []

    def show(self) -> None:
        """Show what may be put where, as text and fields stand now."""
        with self._turn:
            self.heading.value = self._reviewed(self._shown)
            text = own_sentences.told(self.text.value)
            self._asking.about(text, list(self._forms) if text.strip() else [])

    def _shown(self) -> str:
        text = self.text.value
        near = {key: said for key, said in self._asking.near.items() if said in text}
        found = own_sentences.by_field(text, near)
        self.found = {k: words for k, words in found.items() if words != self._forms[k].value}
        for key, offer in self.offers.items():
            offer.show(self.found.get(key, ""), self._forms[key].value or "")
        _show(self.all, len(self._empty()) > 1)
        _show(self.back, bool(self._put))
        return f"<h4>{escape(self.say('own.offers'))}</h4>" if self.found else ""

    def _empty(self) -> list[str]:
        """The offers for fields in which nothing stands yet, each sentence for one of them.

        A sentence may serve several: which others it fills, its writer says one by one.
        """
        said, empty = {form.value for form in self._forms.values()}, list[str]()
        for key, words in self.found.items():
            if not (self._forms[key].value or "").strip() and words not in said:
                empty.append(key)
                said.add(words)
        return empty

    @spoken
    def put_all(self) -> None:
        self.put(self._empty())

    @spoken
    def put(self, keys: list[str]) -> None:
        """Put the words offered into these fields; what stood there comes back by `undo`."""
        taken = {key: self.found[key] for key in keys if key in self.found}
        self._put.append({key: (self._forms[key].value, words) for key, words in taken.items()})
        for key, words in taken.items():
            self._forms[key].value = words
        self.show()

    @spoken
    def undo(self) -> None:
        """Give fields back what stood there, but for those that were changed since."""
        for key, (before, words) in self._put.pop().items() if self._put else ():
            if self._forms[key].value == words:
                self._forms[key].value = before
        self.show()


class Offer(ipywidgets.VBox):
    """Words for one field, and the button that puts them there."""

    def __init__(self, say: Wording, label: str, put: Callable[[], None]) -> None:
        super().__init__()
        self.say, self.label = say, label
        self.words, self.act = ipywidgets.HTML(), button(say("own.put"), put)
        self.act.tooltip = label  # the page's script says it together with the label
        self.act.add_class("course-of")
        self.add_class("course-offer")
        self.children = [self.words, self.act]

    def show(self, words: str, here: str) -> None:
        """Offer these words in place of those that stand there."""
        _show(self, bool(words))
        held = f"<br>{self.say('own.holds', words=quotation(here))}" if here.strip() else ""
        self.words.value = f"<b>{escape(self.label)}</b> {quotation(words)}{held}"
        self.act.description = self.say("own.replace") if held else self.say("own.put")


def _show(part: ipywidgets.Widget, shown: bool) -> None:
    part.layout.display = None if shown else "none"
