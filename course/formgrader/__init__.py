"""Formgrader as the course serves it: nbgrader's pages, in which a learner's words are only words.

nbgrader puts names and answers into its pages as HTML, allows any script there, and takes its
settings from wherever it stands. Here every page escapes, runs its own scripts alone, and marks
with the course's settings.
"""

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "course.formgrader"}]


def _load_jupyter_server_extension(server: Any) -> None:
    from course.formgrader.extension import Formgrader

    Formgrader.join(server)
