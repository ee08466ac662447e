"""A field for a decision taken before reading on; nobody judges it."""

from course.forms.form import spoken, text_area
from course.forms.kept_fields import KeepingForm, Kept
from course.learner import Workbook


class Note(KeepingForm):
    """One text, kept under its own key."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key, self.book = key, Workbook("notes")
        self.text = text_area(self.say("note.label"))
        self.kept.add(Kept(self.text, self.book, key), self._save)
        self.children = [self.text, self.status, self.kept.offers]
        self.tell(self.say("note.how"))
        self.kept.look()

    @spoken
    def _save(self, text: str) -> None:
        self.tell_saved(text, self.book.save_text(self.key, text))
