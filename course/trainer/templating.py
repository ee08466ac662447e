"""Pages from templates: everything put into one is escaped."""

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment, Template


Filling = dict[str, Any]  # what a template is filled with: it takes anything


def template(name: str) -> "Template":
    return _templates().get_template(name)


@functools.cache
def _templates() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    place = FileSystemLoader(Path(__file__).with_name("templates"))
    whole = Environment(loader=place, autoescape=True, undefined=StrictUndefined)
    whole.trim_blocks = whole.lstrip_blocks = True
    return whole
