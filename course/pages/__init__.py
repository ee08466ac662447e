"""The lessons' pages, as notebooks and as HTML; each kept what its Markdown says."""

from typing import TYPE_CHECKING

from course.lazily import lazily

if TYPE_CHECKING:
    from course.pages import calls, guidance, notebooks, search, template, upkeep, web
else:
    __getattr__ = lazily(__name__, __file__)

__all__ = [
    "calls",
    "guidance",
    "notebooks",
    "search",
    "template",
    "upkeep",
    "web",
]
