"""The page a learner has open: its forms, and who on it wants to hear of a change."""

from collections.abc import Callable
from typing import Any

from course.errors import strict
from course.log import log


class Page:
    """`forms` are kept by what was asked for, `parts` by name, as long as the page is open."""

    def __init__(self) -> None:
        self.forms: dict[tuple[str, tuple[str, ...]], Any] = {}  # whoever keeps one knows its kind
        self.parts: dict[str, Any] = {}  # the same
        self.styled = False
        self._followers: dict[str, Callable[[], None]] = {}

    def follow(self, who: str, tell: Callable[[], None]) -> None:
        """Have `tell` called whenever something changed; one for each `who`."""
        self._followers[who] = tell

    def changed(self) -> None:
        """Tell the forms that something they show may have changed."""
        for who, tell in list(self._followers.items()):
            try:
                tell()
            except Exception as error:  # the form that was typed in has done its part
                if strict():
                    raise
                log().error("%s could not follow", who, exc_info=error)


class _Open:
    """The one place where the course remembers anything between two calls."""

    page = Page()


def open_page() -> Page:
    """The page that is open in this process."""
    return _Open.page


def turn_page() -> Page:
    """Open a page anew, with nothing on it."""
    _Open.page = Page()
    return _Open.page
