"""Runs nbgrader's own steps in this process, with the course's shipped configuration."""

import errno
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from course import paths, refusals
from course.disk import make_folder
from course.learner import trust
from course.one_line import one_line
from course.trainer import GradingError, folders, settings

if TYPE_CHECKING:
    from nbgrader.apps.api import NbGraderAPI

_PAGES = 65_536  # bytes; SQLite needs some for what it changes


class Result(TypedDict, total=False):
    """What a step of nbgrader's gives back."""

    success: bool
    error: str | None
    log: str | None


def api(more: dict[str, dict[str, object]] | None = None) -> "NbGraderAPI":
    """nbgrader's API for the course's folders, with `more` settings; importing takes seconds."""
    make_ready()
    from nbgrader.apps.api import NbGraderAPI
    from traitlets.config import Config

    config = settings.load()
    config.merge(Config(more or {}))
    return NbGraderAPI(config=config, log_level="WARN")


def run(step: Callable[..., Result | None], case: str, what: str, **more: object) -> str:
    """Run one step for a case and return its log; GradingError says why it failed."""
    result = step(case, **more)
    if result is None:
        raise GradingError(f"nbgrader cannot {what} on Windows; see the trainer's guide.")
    if not result["success"]:
        told = f"{result.get('error')}\n{result.get('log')}"
        if (result.get("error") or "").rstrip().endswith("KeyboardInterrupt"):
            raise KeyboardInterrupt  # nbgrader catches even this
        if refused := refusals.found_in(told):
            raise GradingError(refusals.in_words(refused)) from refused
        if found := re.search(r"\(sqlite3\.\w+\) (.+)", told):
            raise GradingError(about_gradebook(found[1]))
        raise GradingError(f"nbgrader could not {what} {case}: {_last_line(result)}")
    return result.get("log") or ""


def about_gradebook(reason: str) -> str:
    """What to do when SQLite says this of the gradebook."""
    if refused := _refused(reason):
        return refusals.in_words(refused)
    if "locked" in reason:
        return "The gradebook is in use by another program; close formgrader, then try again."
    file = folders.root() / "gradebook.db"
    if "readonly" in reason:
        return f"The gradebook {file} cannot be written; make it and its folder writable."
    return f"The gradebook {file} cannot be used ({one_line(reason)}); put a copy of it back."


def _refused(reason: str) -> OSError | None:
    """The full disk that SQLite may call a fault of the disk."""
    file = folders.root() / "gradebook.db"
    doubtful = "I/O error" in reason or "unable to open" in reason
    if "is full" in reason or (doubtful and _is_full(file.parent)):
        return OSError(errno.ENOSPC, reason, str(file))
    return None


def _is_full(folder: Path) -> bool:
    return folder.is_dir() and shutil.disk_usage(folder).free < _PAGES


def make_ready() -> None:
    """Before nbgrader is imported: settings, its `alembic` on PATH, half of the wait left out.

    jsonschema takes more than a second to load this module, for checks of addresses that
    notebooks do not hold, and does without it where it is not installed.
    """
    settings.lay_in_moved_folder()
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # "not there"
    scripts = str(Path(sys.executable).parent)
    if scripts not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = scripts + os.pathsep + os.environ.get("PATH", "")


def exchange_works() -> bool:
    """nbgrader's exchange needs Unix file owners."""
    return sys.platform != "win32"


def exchange_holds_course() -> bool:
    return paths.inbound().is_dir()


def lay_out_exchange(case: str) -> Path:
    """Make the exchange as nbgrader wants it: anyone may write, and only remove their own."""
    exchange = paths.exchange()
    if not exchange.exists():
        make_folder(exchange)
    if _is_ours(exchange):
        exchange.chmod(0o1777)
    check_exchange(case)
    return exchange


def check_exchange(case: str) -> None:
    """Refuse an exchange that another account made, or could change."""
    try:
        trust.check(case)
    except trust.Distrust as doubt:
        raise GradingError(_about_exchange(doubt)) from None


def _about_exchange(doubt: trust.Distrust) -> str:
    if not doubt.owner:
        return (
            f"Others can change what lies in {doubt.place}; ask its owner to set the mode of the "
            "exchange to 1777, of what lies in it to 755, then release again."
        )
    return (
        f"{doubt.place} belongs to {doubt.owner}, who could change what you hand out. Ask your "
        "administrator to remove it and make the exchange yours; if that account keeps the "
        f"exchange for you, set {trust.TRAINER}={doubt.owner} for everybody."
    )


def _is_ours(folder: Path) -> bool:
    return not folder.is_symlink() and folder.stat().st_uid == os.getuid()


def forget_release(case: str) -> None:
    """Remove the last release, so that no file of it outlives its source."""
    shutil.rmtree(folders.released(case).parent, ignore_errors=True)


def _last_line(result: Result) -> str:
    text = result.get("error") or result.get("log") or "no reason given"
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1].partition(": ")[2] or lines[-1]
