"""The end of a tool: who issues the document, and the button that hands it over."""

from typing import Protocol

import ipywidgets

from course.content import Wording
from course.forms.form import block, button, live, text_line, told
from course.forms.html import escape
from course.forms.issue import first_value, handed_over, named
from course.forms.kept_fields import Kept, KeptFields
from course.learner import Records, Workbook

_DETAILS = ("owner", "version", "date")
_LINE = 200  # characters; a pasted page is no name


class _Maker(Protocol):
    """A tool that can write its document."""

    say: Wording
    records: Records
    kept: KeptFields

    def file(self) -> tuple[str, bytes]: ...
    def tell(self, text: str) -> None: ...


class TakeAway(ipywidgets.VBox):
    """Issued by, version and date, kept beside the tool's records; then the download."""

    def __init__(self, maker: _Maker) -> None:
        super().__init__()
        self.maker, say = maker, maker.say
        self.add_class("course-fields")
        self.book = Workbook(f"{maker.records.book.path.stem}-document")
        self.forms = {name: self._line(name) for name in _DETAILS}
        self.document = live("")
        lines = ipywidgets.VBox(list(self.forms.values()))
        lines.add_class("course-three")
        heading = block(f"<h3>{escape(say('tool.for_document'))}</h3>")
        get = button(say("tool.download"), self.download, primary=True)
        self.children = [heading, lines, get, self.document]

    def _line(self, name: str) -> ipywidgets.Text:
        form = text_line(self.maker.say(f"tool.{name}"))
        kept = Kept(form, self.book, name, first_value(name, self.maker.say))
        self.maker.kept.add(kept, lambda value: self.book.save_text(name, value))
        return form

    def details(self) -> dict[str, str]:
        """Owner, version and date, as they stand in the document."""
        return {name: form.value.strip()[:_LINE] for name, form in self.forms.items()}

    def download(self) -> None:
        """Write the document into the learner's folder and hand it over."""
        say = self.maker.say
        self.document.value = ""  # nothing old beside a document that fails
        if not self.maker.records.all():
            self.document.value = f"<p class='course-note'>{escape(say('tool.empty'))}</p>"
            return
        try:
            name, data = self.maker.file()
            title, _, suffix = name.rpartition(".")
            called = named(title, self.details()["version"], say)
            self.document.value = handed_over(called, f".{suffix}", data, say)
        except Exception as error:
            self.maker.tell(told(error, "download", say))
