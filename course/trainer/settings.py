"""The course's settings for nbgrader, without which nbgrader runs what learners wrote.

nbgrader looks for settings in the folder it is started in and in the course's own; it logs
and goes on where it finds none, or cannot read them. So they are handed to it, in whole.
"""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from course import paths
from course.disk import write_whole
from course.one_line import one_line
from course.trainer import GradingError, folders

if TYPE_CHECKING:
    from traitlets.config import Config

SHIPPED = paths.ASSESSMENTS / "nbgrader_config.py"
_STEPS = ("sanitize_preprocessors", "autograde_preprocessors")
_FIRST_LINE = '"""nbgrader takes the course\'s own settings here; this file is written anew."""'
# For nbgrader typed in a moved folder. Only SystemExit stops it: it goes on after other errors.
_POINTER = f"""{_FIRST_LINE}

import sys

try:
    from course.trainer.settings import SHIPPED
except ImportError:
    sys.exit("This nbgrader is not the course's, and would run what learners wrote; use the one "
             "beside the 'course' command.")
if not SHIPPED.is_file():
    sys.exit(f"{{SHIPPED}} is missing, and nbgrader would run what learners wrote; put it back.")
load_subconfig(SHIPPED.name, path=str(SHIPPED.parent))
"""


def load() -> "Config":
    """The settings, as nbgrader takes them; GradingError where they would run an answer."""
    return _read(SHIPPED)


def lay_in_moved_folder() -> None:
    """So that nbgrader typed there by hand finds the settings too; a trainer's own file stays."""
    place = folders.root() / SHIPPED.name
    if place.parent.resolve() == SHIPPED.parent.resolve():
        return
    there = place.read_text(encoding="utf-8") if place.is_file() else _FIRST_LINE
    if not there.startswith(_FIRST_LINE):
        _read(place)
    elif there != _POINTER:
        with contextlib.suppress(OSError):  # where we may not write, nbgrader may not mark
            write_whole(place, _POINTER.encode())


def _read(path: Path) -> "Config":
    from traitlets.config.loader import PyFileConfigLoader

    if not path.is_file():
        raise GradingError(f"nbgrader's settings {path} are missing; put the shipped file back.")
    try:
        found = PyFileConfigLoader(path.name, path=str(path.parent)).load_config()
    except (Exception, SystemExit) as error:
        why = one_line(str(error)) or type(error).__name__
        raise GradingError(
            f"nbgrader's settings {path} cannot be read ({why}); put the shipped file back."
        ) from error
    if not _runs_nothing(found):
        raise GradingError(
            f"With its settings {path} nbgrader would run what learners wrote; "
            "put the shipped file back, or take this one away."
        )
    return found


def _runs_nothing(found: "Config") -> bool:
    """Whether both passes of marking are set, and neither executes a notebook."""
    steps = [found.Autograde.get(step) for step in _STEPS]
    return all(steps) and not any("Execute" in str(name) for step in steps for name in step)
