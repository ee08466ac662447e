"""nbgrader's templates, and the course's own before them; everything put into one is escaped."""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from nbgrader.server_extensions.formgrader.handlers import template_path

NBGRADERS = Path(template_path)
OURS = Path(__file__).with_name("templates")
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)


class _WithNonces(FileSystemLoader):
    """Gives each script tag the page's nonce, before any word of a learner is in the page."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        source, path, fresh = super().get_source(environment, template)
        return _SCRIPT.sub('<script nonce="{{ nonce }}"', source), path, fresh


def environment() -> Environment:
    """A page of ours may extend nbgrader's of the same name as `nbgrader/NAME`."""
    nbgraders = PrefixLoader({"nbgrader": _WithNonces(NBGRADERS)})
    loaders: list[BaseLoader] = [_WithNonces([OURS, NBGRADERS]), nbgraders]
    return Environment(loader=ChoiceLoader(loaders), autoescape=True)
