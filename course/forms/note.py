"""A field for a decision taken before reading on, and its return at the end of the lesson.

Nobody judges either: what a leader would now decide otherwise is for the leader to see.
"""

from collections.abc import Callable

from course.forms.form import block, live, spoken, text_area
from course.forms.html import escape
from course.forms.kept_fields import KeepingForm, Kept
from course.learner import Workbook

_NOTES = "notes"


class Note(KeepingForm):
    """One text, kept under its own key."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key, self.book = key, Workbook(_NOTES)
        self._followers: list[Callable[[], None]] = []
        self.text = text_area(self.say("note.label"))
        self.kept.add(Kept(self.text, self.book, key), self._save)
        self.children = [self.text, self.status, self.kept.offers]
        self.tell(self.say("note.how"))
        self.kept.look()

    def follow(self, act: Callable[[], None]) -> None:
        """Do this whenever the decision changes."""
        self._followers.append(act)

    def caught_up(self) -> None:
        for act in self._followers:
            act()

    @spoken
    def _save(self, text: str) -> None:
        self.tell_saved(text, self.book.save_text(self.key, text))
        self.caught_up()


class Again(KeepingForm):
    """What was decided first, word for word, and a field for what it would be now."""

    def __init__(self, key: str) -> None:
        super().__init__("course-sand")
        self.key, self.book = key, Workbook(_NOTES)
        self.first = live("")
        self.now = text_area(self.say("again.label"))
        self.kept.add(Kept(self.now, self.book, f"{key}-again"), self._save)
        heading = block(f"<h3>{escape(self.say('again.title'))}</h3>")
        self.children = [heading, self.first, self.now, self.status, self.kept.offers]
        self.look()
        self.tell(self.say("again.how"))
        self.kept.look()

    def catch_up(self) -> None:
        """Show what other pages saved since this form was made, the first decision too."""
        self.look()
        super().catch_up()

    def look(self) -> None:
        """Show the first decision as it now stands."""
        words = self.book.get(self.key).strip()
        if words:
            label = escape(self.say("again.first"))
            shown = f"<p class='course-quote course-draft' dir='auto'>{escape(words)}</p>"
            self.first.value = f"<p class='course-small'>{label}</p>{shown}"
        else:
            self.first.value = f"<p class='course-small'>{escape(self.say('again.none'))}</p>"

    @spoken
    def _save(self, text: str) -> None:
        self.tell_saved(text, self.book.save_text(f"{self.key}-again", text))
