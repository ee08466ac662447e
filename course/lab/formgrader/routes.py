"""Which address leads where: nbgrader's own list, each handler made safe."""

from collections.abc import Iterator
from typing import Any

from nbgrader.server_extensions.formgrader import apihandlers
from nbgrader.server_extensions.formgrader import handlers as stock
from tornado.web import StaticFileHandler

from course.lab.formgrader.handlers import Data, Front, Page, Submission

Rule = tuple[Any, ...]  # address, handler and what it is made with, as tornado takes them
_OURS = {stock.FormgraderHandler: Front, stock.SubmissionHandler: Submission}
# These hand out files as they are; a marked answer is on its page, and needs none.
_LEFT_OUT = StaticFileHandler


def routes() -> Iterator[Rule]:
    """Address and handler, in the order they are tried."""
    yield from _made(stock.default_handlers, Page)
    yield from _made(apihandlers.default_handlers, Data)
    yield r"/formgrader/static/(.*)", StaticFileHandler, {"path": stock.static_path}


def _made(given: list[Rule], kind: type) -> Iterator[Rule]:
    for path, handler, *rest in given:
        if not issubclass(handler, _LEFT_OUT):
            yield path, _OURS.get(handler) or _with(kind, handler), *rest


def _with(kind: type, handler: type) -> type:
    """nbgrader's handler, behind ours."""
    return type(handler.__name__, (kind, handler), {})
