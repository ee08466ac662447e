"""Where things are: the course's own folders, and the learner's."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
NOTEBOOKS = ROOT / "notebooks"
ASSESSMENTS = ROOT / "assessments"
COURSE_ID = "leading-for-quality"  # nbgrader's name for the course, also in the exchange


def my_work() -> Path:
    """The learner's own folder; COURSE_WORK moves it, as a shared classroom needs."""
    return Path(os.environ.get("COURSE_WORK", ROOT / "my-work"))


def state() -> Path:
    """What the course keeps for itself on this machine: settings, logs, the exchange."""
    return Path(os.environ.get("COURSE_STATE", ROOT / ".course"))


def exchange() -> Path:
    """The folder nbgrader hands work over in; a classroom names its shared one."""
    return Path(os.environ.get("COURSE_EXCHANGE", state() / "exchange"))


def assessments() -> Path:
    """nbgrader's course folder, the trainer's; COURSE_ASSESSMENTS moves it."""
    return Path(os.environ.get("COURSE_ASSESSMENTS", ASSESSMENTS))
