"""A file of the learner's own: chosen, read, kept in their folder; and the way back to the case."""

from collections.abc import Callable
from typing import TypedDict

import ipywidgets

from course.content import UnreadableTable
from course.disk import write_whole
from course.forms.form import Form, button, spoken
from course.learner import Workbook
from course.paths import my_work

LARGEST = 2_000_000  # bytes; a table of months is a few thousand


class Upload(TypedDict):
    """A file as the browser hands it over."""

    name: str
    content: memoryview


class OwnFile(ipywidgets.HBox):
    """The two buttons; `read` refuses a file by its reason, which `words` may say in its own way.

    `changed` hears that another file holds.
    """

    def __init__(
        self, form: Form, book: Workbook, label: str, words: str, read: Callable[[bytes], object],
        changed: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self.form, self.book, self.read, self.changed = form, book, read, changed
        self.words = words
        self.path = my_work() / "workbook" / f"{book.path.stem}.csv"
        self.upload = ipywidgets.FileUpload(accept=".csv,.txt", description=label, tooltip=label)
        self.back = button(form.say("trajectory.case_figures"), self.use_case)
        self.children = [self.upload, self.back]
        self.upload.observe(lambda change: self._take(self.form, change["new"]), "value")
        self.show()

    @property
    def data(self) -> bytes | None:
        """The learner's file, where one holds."""
        return self.path.read_bytes() if self.book.get("file") and self.path.exists() else None

    def show(self) -> None:
        """Offer the way back only where there is one, and name the file."""
        name = self.book.get("file")
        self.back.layout.display = None if name else "none"
        self.form.tell(self.form.say("trajectory.own", name=name) if name else "")

    def use_case(self) -> None:
        """Let the case's figures hold again; the learner's file is kept beside them."""
        self.book.save(file="")
        self.show()
        self.changed()

    def _take(self, form: Form, files: tuple[Upload, ...]) -> None:
        """Keep the file once it can be read; say in one sentence why it cannot."""

        @spoken
        def take(form: Form) -> None:
            for file in files:
                data = bytes(file["content"][:LARGEST])
                try:
                    self.read(data)
                except UnreadableTable as error:
                    own = f"{self.words}.bad.{error.reason}"
                    entry = own if form.say.has(own) else f"trajectory.bad.{error.reason}"
                    form.tell(form.say(entry, **error.facts))
                    return
                write_whole(self.path, data)
                self.book.save(file=str(file["name"])[:80])
                self.show()
                self.changed()

        take(form)
