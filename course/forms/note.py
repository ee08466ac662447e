"""A field for a decision taken before reading on; nobody judges it."""

from course.forms.form import Form, spoken, text_area
from course.learner.workbook import Workbook


class Note(Form):
    """One text, kept under its own key."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key, self.book = key, Workbook("notes")
        self.text = text_area(self.say("note.label"), self.book.get(key))
        self.text.observe(self._save, "value")
        self.children = [self.text, self.status]
        self.tell(self.say("note.how"))

    @spoken
    def _save(self, change: dict) -> None:
        self.tell_saved(change["new"], self.book.save_text(self.key, change["new"]))
