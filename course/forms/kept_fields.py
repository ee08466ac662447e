"""A form's fields whose words are kept: shown, caught up with, and what another page replaced."""

from collections.abc import Callable
from dataclasses import dataclass

import ipywidgets

from course.content import Table
from course.forms.form import Form, spoken
from course.forms.offers import Offer, Offers
from course.learner import Texts, open_page
from course.learner.progress import visit
from course.learner.replaced import moment, waiting

_CLASS = "course-at:"  # tells the page's script which words a field holds
_UNTOUCHED = "course-untouched"  # the words that stand in it are ours, and not the learner's


@dataclass
class Kept:
    """A field on the page, and where its words are kept.

    `first` stands in it while nothing is written; `said` puts a value into a reader's words.
    """

    form: ipywidgets.Widget
    store: Texts
    field: str
    first: str = ""
    said: Callable[[str], str] = str

    @property
    def label(self) -> str:
        return self.form.description

    @property
    def behind(self) -> bool:
        """Whether another page saved the field, and nothing waits here to be saved."""
        unsaved = (self.form.value or "") not in (self.store.shown(self.field), self.first)
        return not unsaved and self.store.behind(self.field)

    def show(self) -> None:
        """The words on disk, and the field's address for the page's script."""
        words = self.store.show(self.field)
        _set_value(self.form, words or self.first)
        if self.first and not words:
            self.form.add_class(_UNTOUCHED)
        else:
            self.touched()
        address = f"{_CLASS}{self.store.name}/{self.field}"
        for name in self.form._dom_classes:
            if name.startswith(_CLASS) and name != address:
                self.form.remove_class(name)
        self.form.add_class(address)

    def touched(self) -> None:
        """Its words are the learner's."""
        self.form.remove_class(_UNTOUCHED)

    def offers(self, table: Table) -> list[Offer]:
        """What waits beside the field, in the table of its store."""
        return [
            Offer(self.store, self.field, self.label, one, self.said(one.text))
            for one in waiting(table, self.field)
        ]


class KeptFields:
    """All of a form; `caught_up` hears that words changed which nobody typed here."""

    def __init__(self, form: Form, caught_up: Callable[[], None]) -> None:
        self.say, self.tell, self._caught_up = form.say, form.tell, caught_up
        self._page = open_page()
        self.offers = Offers(form, self.catch_up)
        self._fields: list[Kept] = []
        self._quiet = False

    def add(self, kept: Kept, typed: Callable[[str], object]) -> None:
        """Show the field's words; `typed` saves what is typed over them."""
        self._fields.append(kept)
        kept.form.observe(lambda change: self._heard(kept, change["new"], typed), "value")
        self.show(kept)

    def show(self, *fields: Kept) -> None:
        """Put words into fields without anybody being told that they were typed."""
        self._quiet = True
        try:
            for kept in fields:
                kept.show()
        finally:
            self._quiet = False

    @spoken
    def catch_up(self) -> None:
        """Show what other pages saved meanwhile, and offer what they replaced."""
        behind = [kept for kept in self._fields if kept.behind]
        if behind:
            self.show(*behind)
            self._caught_up()
        self.look()

    def look(self) -> None:
        """Offer what waits beside the fields."""
        tables = {kept.store: kept.store.table() for kept in self._fields}
        found = [offer for kept in self._fields for offer in kept.offers(tables[kept.store])]
        self.offers.show(sorted(found, key=_turn))

    @spoken
    def _heard(self, kept: Kept, value: str | None, typed: Callable[[str], object]) -> None:
        if not self._quiet:
            kept.touched()
            typed(value or "")
            self.look()
            if self._page.slug:  # of several that are open, the one that is typed on
                visit(self._page.slug)


class KeepingForm(Form):
    """A form that keeps words; a subclass adds its fields to `kept` and shows `kept.offers`."""

    def __init__(self, *classes: str) -> None:
        super().__init__(*classes)
        self.kept = KeptFields(self, self.caught_up)

    def catch_up(self) -> None:
        """Show what other pages saved since this form was made."""
        self.kept.catch_up()

    def caught_up(self) -> None:
        """Words changed which nobody typed here: what rests on them is shown anew."""


def _turn(offer: Offer) -> tuple[bool, float]:
    """The newest first; what gave way here comes after all that another page wrote."""
    return offer.one.own, -moment(offer.one.at)


def _set_value(form: ipywidgets.Widget, value: str) -> None:
    """Put other words into a field; a choice that was never made has none."""
    if isinstance(form, ipywidgets.ToggleButtons):
        form.value = value if value in {key for _, key in form.options} else None
    else:
        form.value = value
