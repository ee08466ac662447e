"""The notebooks: built from the lessons' pages, and kept what those say."""

from typing import TYPE_CHECKING

from course.lazily import lazily

if TYPE_CHECKING:
    from course.pages import notebooks, template, upkeep
else:
    __getattr__ = lazily(__name__, __file__)

__all__ = [
    "notebooks",
    "template",
    "upkeep",
]
