"""The pages a learner has open: the forms on each, and who wants to hear of a change."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from course.errors import strict
from course.log import log


class Page:
    """`forms` are kept by what was asked for, `parts` by name, as long as the page is open.

    `folder` is the case's whose page it is; nothing where a kernel stands in its page's folder.
    """

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.slug = ""  # the lesson's or the case's whose page it is, once that shows itself
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
    """The one place where the course remembers anything between two calls.

    A notebook's kernel has one page, without a name. Whoever serves several in one process
    says which of them a cell runs on; what was typed on one is news to all: the learner is one.
    """

    pages: dict[str, Page] = {}
    ending = ".ipynb"
    front: ContextVar[str] = ContextVar("front", default="")


def open_page() -> Page:
    """The page that what runs now belongs to."""
    return _Open.pages.setdefault(_Open.front.get(), Page())


def open_pages() -> list[Page]:
    """Every page that is open in this process."""
    return list(_Open.pages.values())


@contextmanager
def turned_to(name: str) -> Iterator[Page]:
    """What runs inside belongs to the page of this name, which is opened if it was not."""
    before = _Open.front.set(name)
    try:
        yield open_page()
    finally:
        _Open.front.reset(before)


def close_page() -> None:
    """Forget what the page holds; asked for again, it is empty."""
    _Open.pages.pop(_Open.front.get(), None)


def on_light_pages() -> None:
    """What runs in this process shows on pages of the course's own, not in notebooks."""
    _Open.ending = ".html"


def is_light() -> bool:
    return _Open.ending == ".html"


def address_of(notebook: str) -> str:
    """Where the page of a notebook's name is, for its neighbours."""
    return notebook.removesuffix(".ipynb") + _Open.ending


def changed() -> None:
    """Tell every open page that something it shows may have changed."""
    for page in open_pages():
        page.changed()
