"""A file of the learner's own, kept in their folder; and the way back to the case."""

from collections.abc import Callable

import ipywidgets

from course.disk import write_whole
from course.forms.form import Form, button
from course.forms.upload import Upload
from course.learner import Workbook
from course.paths import my_work


class OwnFile(ipywidgets.HBox):
    """The two buttons; `changed` hears that another file holds."""

    def __init__(
        self, form: Form, book: Workbook, label: str, words: str, read: Callable[[bytes], object],
        changed: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self.form, self.book, self.changed = form, book, changed
        self.path = my_work() / "workbook" / f"{book.path.stem}.csv"
        self.upload = Upload(form, label, words, read, self._keep)
        self.back = button(form.say("lab.back"), self.use_case)
        self.children = [self.upload, self.back]
        self.show()

    @property
    def data(self) -> bytes | None:
        """The learner's file, where one holds."""
        return self.path.read_bytes() if self.book.get("file") and self.path.exists() else None

    def show(self) -> None:
        """Offer the way back only where there is one, and name the file."""
        name = self.book.get("file")
        self.back.layout.display = None if name else "none"
        self.form.tell(self.form.say("lab.kept", name=name) if name else "")

    def use_case(self) -> None:
        """Let the case's figures hold again; the learner's file is kept beside them."""
        self.book.save(file="")
        self.show()
        self.changed()

    def _keep(self, name: str, data: bytes) -> None:
        write_whole(self.path, data)
        self.book.save(file=name)
        self.show()
        self.changed()
