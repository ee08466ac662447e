"""Formgrader as the course serves it: nbgrader's pages, in which a learner's words are only words.

nbgrader puts names and answers into its pages as HTML, allows any script there, and takes its
settings from wherever it stands. Here every page escapes, runs its own scripts alone, and marks
with the course's settings.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "course.lab.formgrader"}]


def _load_jupyter_server_extension(server: "ServerApp") -> None:
    """Without the course's settings there is no server; after other errors it is without us."""
    from course.errors import CourseError
    from course.lab.formgrader.extension import Formgrader

    try:
        Formgrader.join(server)
    except CourseError as problem:
        raise SystemExit(f"Formgrader does not start. {problem}") from None
