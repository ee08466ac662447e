"""Takes in what a browser kept while nobody could save it, from the page's own script."""

import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from IPython import get_ipython

from course.learner import AnswerBook, Texts, Workbook, identify, open_pages
from course.log import log

if TYPE_CHECKING:
    from ipykernel.comm import Comm

Message = dict[str, Any]  # as Jupyter's protocol has it, its content the sender's
TARGET = "course-kept"


def listen(after: Callable[[], None]) -> None:
    """Hear the pages of this kernel, if there is one; `after` shows what was taken in."""
    kernel = getattr(get_ipython(), "kernel", None)
    if kernel:
        kernel.comm_manager.register_target(TARGET, functools.partial(_hear, after))


def _hear(after: Callable[[], None], line: "Comm", opened: Message) -> None:
    """Answer with the words that stand in each field now: the page forgets only then."""
    try:
        texts = dict(take_in(opened["content"]["data"].get("kept")))
        after()
        line.send({"texts": texts})
    except Exception as error:  # the page keeps the words, and brings them again
        log().error("kept words could not be taken in", exc_info=error)
        line.close()


def take_in(kept: object) -> Iterator[tuple[str, str]]:
    """Save what each entry holds; gives its address and the words that stand there then."""
    for one in kept if isinstance(kept, list) else []:
        store, field = _at(str(one["at"]))
        over = [str(text) for text in one["over"]]
        store.give_back(field, str(one["value"]), over, str(one["typed"]))
        yield one["at"], store.show(field)


def _at(address: str) -> tuple[Texts, str]:
    name, _, field = address.partition("/")
    for folder in (Path.cwd(), *(page.folder for page in open_pages() if page.folder)):
        if name == f"answers-{folder.name}":
            return AnswerBook(folder), field
    if name == "profile":
        identify()
    return Workbook(name), field
