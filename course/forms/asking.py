"""Asks, while the typing goes on, which sentence may say what the review did not find."""

import threading
from collections.abc import Callable, Collection
from typing import Protocol

from course.forms.form import Latest
from course.log import log
from course.reading import Span

_ONE = threading.Lock()  # the first call loads 150 MB: two at once would load them twice
PAUSE = 0.4  # seconds without a keystroke, before anything is asked


class Look(Protocol):
    """What hears which sentence may say a thing, for example SecondLook."""

    def asks(self, text: str, keys: Collection[str]) -> dict[str, Span]: ...


class Asking:
    """The sentences near what is open, as they were heard last; `heard` is told of new ones.

    An answer for a text that was changed meanwhile is dropped. Where nobody can be asked, or
    asking fails, there are no sentences.
    """

    def __init__(self, look: Callable[[], Look | None], heard: Callable[[], None]) -> None:
        self._look, self._heard = look, heard
        self._wanted: tuple[str, frozenset[str]] = ("", frozenset())
        self.near: dict[str, str] = {}
        self._soon = Latest(self._ask, PAUSE)

    def about(self, text: str, keys: Collection[str]) -> None:
        """Have it asked soon which sentences of the text may say these."""
        wanted = (text, frozenset(keys))
        if wanted != self._wanted:
            self._wanted = wanted
            if keys:
                self._soon()

    def _ask(self) -> None:
        wanted = text, keys = self._wanted
        try:
            with _ONE:
                look = self._look() if keys else None
                found = look.asks(text, keys) if look else {}
        except Exception as error:
            log().warning("the second look failed", exc_info=error)
            found = {}
        if wanted == self._wanted:
            near = {key: text[start:end] for key, (start, end) in found.items() if key in keys}
            if near != self.near:
                self.near = near
                self._heard()
