"""A table of the learner's own: chosen, read, or refused in one sentence."""

from collections.abc import Callable
from typing import TypedDict

import ipywidgets

from course.content import UnreadableTable
from course.forms.form import Form, spoken

LARGEST = 2_000_000  # bytes; a table of months is a few thousand


class Chosen(TypedDict):
    """A file as the browser hands it over."""

    name: str
    content: memoryview


class Upload(ipywidgets.FileUpload):
    """The button; `taken` hears the name and the bytes of a file that `read` could read.

    `read` refuses a file by its reason, which `words` may say in its own way.
    """

    def __init__(
        self, form: Form, label: str, words: str, read: Callable[[bytes], object],
        taken: Callable[[str, bytes], None],
    ) -> None:  # fmt: skip
        super().__init__(accept=".csv,.txt", description=label, tooltip=label)
        self.form, self.words, self.read, self.taken = form, words, read, taken
        self.observe(lambda change: self._take(self.form, change["new"]), "value")

    def _take(self, form: Form, files: tuple[Chosen, ...]) -> None:
        @spoken
        def take(form: Form) -> None:
            for file in files:
                data = bytes(file["content"][:LARGEST])
                try:
                    self.read(data)
                except UnreadableTable as error:
                    form.tell(unreadable(form, self.words, error))
                    return
                self.taken(str(file["name"])[:80], data)

        take(form)


def unreadable(form: Form, words: str, error: UnreadableTable) -> str:
    """Why a table cannot be read, in one sentence."""
    own = f"{words}.bad.{error.reason}"
    entry = own if form.say.has(own) else f"trajectory.bad.{error.reason}"
    return form.say(entry, **error.facts)
