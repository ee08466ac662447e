"""Installs, opens and serves the course: Jupyter with the course's own settings."""

from typing import TYPE_CHECKING

from course.lazily import lazily

if TYPE_CHECKING:
    from course.lab import door, launch
else:
    __getattr__ = lazily(__name__, __file__)

__all__ = [
    "door",
    "launch",
]
