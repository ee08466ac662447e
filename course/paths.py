"""Where things are: the course's own folders, and the learner's."""

import os
from pathlib import Path

from course.errors import CourseError

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
NOTEBOOKS = ROOT / "notebooks"
ASSESSMENTS = ROOT / "assessments"
COURSE_ID = "leading-for-quality"  # nbgrader's name for the course, also in the exchange


def my_work() -> Path:
    """The learner's own folder; COURSE_WORK moves it, as a shared classroom needs."""
    return _set_by("COURSE_WORK", ROOT / "my-work")


def state() -> Path:
    """What the course keeps for itself on this machine: settings, logs, the exchange."""
    return _set_by("COURSE_STATE", ROOT / ".course")


def exchange() -> Path:
    """The folder nbgrader hands work over in; a classroom names its shared one."""
    return _set_by("COURSE_EXCHANGE", state() / "exchange")


def outbound(case: str) -> Path:
    """The released case in the exchange: the notebook learners fetch."""
    return _course() / "outbound" / case / f"{case}.ipynb"


def inbound() -> Path:
    """Where work handed in through the exchange waits to be collected."""
    return _course() / "inbound"


def feedback_pages() -> Path:
    """Where the exchange holds the pages handed back."""
    return _course() / "feedback"


def closed_cases() -> Path:
    """Where the exchange says which cases take no more."""
    return _course() / "collected"


def collected_marker(case: str) -> Path:
    """Says in the exchange when the case was collected; then nobody hands in any more."""
    return closed_cases() / f"{case}.txt"


def receipts() -> Path:
    """What a learner's own machine keeps of handing in."""
    return my_work() / "receipts"


def handed_in() -> Path:
    """nbgrader's own copies of what was handed in; their secrets name the pages returned."""
    return receipts() / "handed-in"


def assessments() -> Path:
    """nbgrader's course folder, the trainer's; COURSE_ASSESSMENTS moves it."""
    return _set_by("COURSE_ASSESSMENTS", ASSESSMENTS)


def served() -> Path:
    """The folder whose files the course's pages are served from: all of it lies below."""
    try:
        return Path(os.path.commonpath([ROOT, my_work()]))
    except ValueError:  # two drives of a Windows machine
        words = f"{my_work()} is on another drive than the course; choose a folder on its own."
        raise CourseError(words) from None


def _course() -> Path:
    return exchange() / COURSE_ID


def _set_by(name: str, otherwise: Path) -> Path:
    """A folder; a relative one is meant from the course's folder, wherever a kernel stands."""
    return ROOT / Path(os.environ.get(name) or otherwise).expanduser()
