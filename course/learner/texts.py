"""Texts that several pages may have open: each page knows which words it shows."""

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from datetime import datetime

from course.content import Table
from course.learner import replaced
from course.learner.replaced import Replaced

_WORTH_KEEPING = 40  # characters; below that a cleared field is no loss


class Texts(ABC):
    """One page's view of a file with fields of text; every save is held against what it shows."""

    def __init__(self) -> None:
        self._shown: dict[str, str] = {}
        self._before: dict[str, str] = {}  # what a page showed until it was caught up

    @property
    @abstractmethod
    def name(self) -> str:
        """What the file is called among a learner's."""

    @abstractmethod
    def table(self) -> Table:
        """The fields on disk, and what belongs to them."""

    @abstractmethod
    def changing(self, field: str) -> AbstractContextManager[Table]:
        """The same, held against other pages; what is changed in it is then written."""

    def show(self, field: str) -> str:
        """The words of a field, which this page shows from now on."""
        if field in self._shown:
            self._before[field] = self._shown[field]
        self._shown[field] = replaced.words(self.table(), field)
        return self._shown[field]

    def shown(self, field: str) -> str:
        return self._shown.get(field, "")

    def behind(self, field: str) -> bool:
        """Whether another page has saved the field since this one showed it."""
        return field in self._shown and self._shown[field] != replaced.words(self.table(), field)

    def save_text(self, field: str, text: str) -> str:
        """Save what was typed over the words shown; returns the time as HH:MM."""
        text, now = writable(text), datetime.now().astimezone()
        with self.changing(field) as table:
            replaced.typed(table, field, text, self._over(field, text), _iso(now))
        self._shown[field] = text
        self._before.pop(field, None)
        return f"{now:%H:%M}"

    def give_back(self, field: str, text: str, over: list[str], at: str) -> None:
        """Take in words that a browser kept, typed over one of these at that time."""
        text, over = writable(text), [writable(one) for one in over]
        with self.changing(field) as table:
            replaced.given_back(table, field, text, over, at, _iso(datetime.now().astimezone()))

    def waiting(self, field: str) -> list[Replaced]:
        """What another page replaced and can be brought back, the newest first."""
        return replaced.waiting(self.table(), field)

    def bring_back(self, field: str, text: str) -> None:
        """Exchange the words of a field for others that wait."""
        with self.changing(field) as table:
            replaced.brought_back(table, field, text, _iso(datetime.now().astimezone()))

    def leave(self, field: str, text: str) -> None:
        """Offer these words no more."""
        with self.changing(field) as table:
            replaced.left(table, field, text)

    def earlier(self, field: str) -> str:
        """The text that most of was cleared away, if there is one to bring back."""
        table = self.table()
        fullest, now = replaced.words(table, field + replaced.FULLEST), replaced.words(table, field)
        lost = len(fullest) >= _WORTH_KEEPING and len(now) < len(fullest) / 3
        offered = {one.text for one in replaced.waiting(table, field)}
        return fullest if lost and fullest not in offered else ""

    def _over(self, field: str, text: str) -> list[str]:
        """The words that a text was typed over; nothing, if this page showed none.

        A key may be on its way while a page is caught up: then they are the words before.
        """
        known = [shown[field] for shown in (self._shown, self._before) if field in shown]
        return [min(known, key=lambda one: replaced.distance(one, text))] if known else []


def writable(text: str) -> str:
    """Half an emoji, as a browser may send it, cannot be written; a question mark can."""
    return text.encode("utf-8", "replace").decode()


def _iso(now: datetime) -> str:
    return now.isoformat(timespec="milliseconds")
