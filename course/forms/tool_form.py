"""What the tools share: fields saved as they are typed, a review below, a document to take home."""

from collections.abc import Callable
from functools import partial

import ipywidgets

from course.content import Field, load_tool
from course.forms.fields import Fields
from course.forms.form import block, button, choice, live, spoken
from course.forms.html import escape
from course.forms.kept_fields import KeepingForm, Kept
from course.forms.takeaway import TakeAway
from course.forms.tool_review import remark
from course.judging.record_facts import short
from course.learner import Records, place_of
from course.learner.progress import fall_short, reach


class ToolForm(KeepingForm):
    """One tool. A subclass judges: `review` of a record, `overview` of all, `finished`."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.tool = load_tool(key)
        self.records = Records(key)
        self.name = self.records.names()[0]
        self.fields = Fields(self.tool.groups, self.language, self.offers())
        self._slots: dict[str, Kept] = {}
        for field in self.tool.fields:
            self._slot(field)
        self.judged, self.all_judged = self.judgement(), live("")
        self.judged.add_class("course-beside")
        self.shelf = ipywidgets.VBox()
        self.take_away = TakeAway(self)
        head = block(f"<h2>{escape(self.tool.title[self.language])}</h2>")
        # A box of their own: the review goes along with the fields, and ends where they end.
        columns = ipywidgets.VBox([
            head, *self.before(), self.shelf, *self.above(), self.fields, self.status,
            self.kept.offers, self.judged,
        ])  # fmt: skip
        self.children = [columns, *self.below(), self.all_judged, self.take_away]
        self._open(self.name)

    # What a tool adds of its own.

    def offers(self) -> list[str]:
        """Sentences a field may suggest."""
        return []

    def before(self) -> list[ipywidgets.Widget]:
        """Forms above the fields."""
        return []

    def above(self) -> list[ipywidgets.Widget]:
        """Forms between the list of records and the fields."""
        return []

    def below(self) -> list[ipywidgets.Widget]:
        """Forms below the fields and the review of one record."""
        return []

    def judgement(self) -> ipywidgets.Widget:
        """Where the review of the open record is shown."""
        return live("")

    def show_review(self, record: dict[str, str]) -> None:
        """Show what is said of the record that is open."""
        begin = remark(self.tool.begin[self.language])
        self.judged.value = self.reviewed(lambda: self.review(record)) if record else begin

    def review(self, record: dict[str, str]) -> str:
        """What is said of the record that is open, as HTML."""
        raise NotImplementedError

    def overview(self) -> str:
        """What is said of all records together, as HTML."""
        return ""

    def finished(self) -> bool:
        """Whether the learner has shown the workshop's objective."""
        raise NotImplementedError

    def file(self) -> tuple[str, bytes]:
        """The document: what its file is called, and its bytes."""
        raise NotImplementedError

    # What they share.

    @property
    def record(self) -> dict[str, str]:
        return self.records.read(self.name)

    def _slot(self, field: Field) -> None:
        said = partial(self.tool.shown, field, language=self.language)
        self.keep_words(self.fields.forms[field.key], field.key, said)

    def keep_words(
        self, form: ipywidgets.Widget, key: str, said: Callable[[str], str] = str
    ) -> None:
        """A field whose words are those of whichever record is open."""
        slot = Kept(form, self.records.book, place_of(self.name, key), said=said)
        self.kept.add(slot, lambda value: self._typed(key, value))
        self._slots[key] = slot

    def _open(self, name: str) -> None:
        self.name = name
        for key, slot in self._slots.items():
            slot.field = place_of(name, key)
        self.kept.show(*self._slots.values())
        self.kept.look()
        self._list()
        self.judge()
        time = self.records.book.saved_at()
        if self.records.book.set_aside:
            self.tell(self.say("status.set_aside", file=self.records.book.set_aside))
        else:
            saved = self.say("status.saved", time=time) if time else self.say("status.nothing_yet")
            self.tell(saved[:1].upper() + saved[1:], time)

    @spoken
    def _typed(self, key: str, value: str) -> None:
        time = self.records.save(self.name, key, value)
        self.judge()
        if key == self.tool.named_by:
            self._list()
        saved = self.say("status.saved", time=time)
        self.tell(saved[:1].upper() + saved[1:], time)

    def judge(self) -> None:
        """Review what is written, now."""
        self.show_review(self.record)
        self.all_judged.value = self.reviewed(self.overview)
        self._reach()

    @spoken
    def _reach(self) -> None:
        if not self.tool.shows:
            return
        if self.finished():
            reach(self.tool.lesson, "workshop")
        elif self.records.all():
            fall_short("workshop", self.tool.lesson, "workshop")

    # A register: several records, one of them open.

    def _list(self) -> None:
        """The row in which a record is chosen, added, removed or brought back."""
        if not self.tool.record:
            return
        word = self.tool.record[self.language]
        names = self.records.names()
        names += [] if self.name in names else [self.name]  # another page took it away
        pick = choice(word, [(self._called(i, n), n) for i, n in enumerate(names, 1)], self.name)
        pick.observe(lambda change: self._open(change["new"]), "value")
        acts = [button(self.say("tool.add", record=word), self.add)]
        if self.record or len(names) > 1:
            acts.append(button(self.say("tool.remove", record=word), self.remove))
        if self.records.removed():
            acts.append(button(self.say("tool.bring_back", record=word), self.bring_back))
        self.shelf.children = [pick, ipywidgets.HBox(acts)]

    def caught_up(self) -> None:
        self._list()
        self.judge()

    def _called(self, place: int, name: str) -> str:
        words = self.records.read(name).get(self.tool.named_by, "")
        return f"{place}. {short(words, 36)}" if words else f"{place}."

    @spoken
    def add(self) -> None:
        """Begin another record, unless the last one is still empty."""
        last = self.records.names()[-1]
        self._open(self.records.add() if self.records.read(last) else last)

    @spoken
    def remove(self) -> None:
        """Take the open record from the list; it can be brought back."""
        self.records.remove(self.name)
        self._open(self.records.names()[0])

    @spoken
    def bring_back(self) -> None:
        """Put the record taken away last back into the list."""
        self._open(self.records.bring_back() or self.name)
