"""Runs nbgrader's own steps in this process, with the course's shipped configuration."""

import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from course import paths
from course.grading import GradingError, folders, settings
from course.grading.plain import plain


def api() -> Any:
    """nbgrader's API for the course's folders; importing it takes some seconds."""
    make_ready()
    from nbgrader.apps.api import NbGraderAPI

    return NbGraderAPI(config=settings.load(), log_level="WARN")


def run(step: Callable[..., Any], case: str, what: str, **more: Any) -> str:
    """Run one step for a case and return its log; GradingError says why it failed."""
    result = step(case, **more)
    if result is None:
        raise GradingError(f"nbgrader cannot {what} on Windows; see the trainer's guide.")
    if not result["success"]:
        told = f"{result.get('error')}\n{result.get('log')}"
        if (result.get("error") or "").rstrip().endswith("KeyboardInterrupt"):
            raise KeyboardInterrupt  # nbgrader catches even this
        if found := re.search(r"\[Errno \d+\] (.+?): '(.+?)'", told):
            raise GradingError(about_file(found[1], found[2]))
        if found := re.search(r"\(sqlite3\.\w+\) (.+)", told):
            raise GradingError(about_gradebook(found[1]))
        raise GradingError(f"nbgrader could not {what} {case}: {_last_line(result)}")
    return result.get("log") or ""


def about_gradebook(reason: str) -> str:
    """What to do when SQLite says this of the gradebook."""
    if "locked" in reason:
        return "The gradebook is in use by another program; close formgrader, then try again."
    file = folders.root() / "gradebook.db"
    if "readonly" in reason:
        return f"The gradebook {file} cannot be written; make it and its folder writable."
    return f"The gradebook {file} cannot be used ({plain(reason)}); put a copy of it back."


def about_file(reason: str, path: str) -> str:
    """What to do when the system refuses a file."""
    words = f"{plain(path, 200)}: {reason[:1].lower()}{reason[1:]}"
    refused = re.search(r"permi|read-only", reason, re.IGNORECASE)
    return f"{words}; make it readable and writable." if refused else f"{words}."


def make_ready() -> None:
    """Before nbgrader is imported: settings, its `alembic` on PATH, half of the wait left out.

    jsonschema takes more than a second to load this module, for checks of addresses that
    notebooks do not hold, and does without it where it is not installed.
    """
    settings.lay_in_moved_folder()
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    scripts = str(Path(sys.executable).parent)
    if scripts not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = scripts + os.pathsep + os.environ.get("PATH", "")


def exchange_works() -> bool:
    """nbgrader's exchange needs Unix file owners."""
    return sys.platform != "win32"


def exchange_holds_course() -> bool:
    return paths.inbound().is_dir()


def lay_out_exchange() -> Path:
    """Make the exchange as nbgrader wants it: anyone may write, and only remove their own."""
    exchange = paths.exchange()
    exchange.mkdir(parents=True, exist_ok=True)
    if exchange.stat().st_mode & 0o1777 != 0o1777:
        try:
            exchange.chmod(0o1777)
        except PermissionError:
            raise GradingError(
                f"The exchange {exchange} belongs to someone else; ask them for mode 1777."
            ) from None
    return exchange


def forget_release(case: str) -> None:
    """Remove the last release, so that no file of it outlives its source."""
    shutil.rmtree(folders.released(case).parent, ignore_errors=True)


def _last_line(result: dict[str, Any]) -> str:
    text = result.get("error") or result.get("log") or "no reason given"
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1].partition(": ")[2] or lines[-1]
