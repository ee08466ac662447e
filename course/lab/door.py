"""The way in: a page its owner alone can read, which sends the browser on to the course.

The address holds the token, and a browser's command line can be read by every account of
the machine; the browser is therefore given this page to open.
"""

import os
import webbrowser
from html import escape
from pathlib import Path

from course import paths

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url={address}">
<title>Leading for Quality</title>
</head>
<body><p><a href="{address}">Open the course</a></p></body>
</html>
"""
_SNAPS = Path("/snap")


def open_browser(address: str, port: int) -> Path | None:
    """Open the course in a browser, if this machine has one; the page that does it again."""
    try:
        page = _lay(address, port)
        return page if webbrowser.open(page.as_uri()) else None
    except (webbrowser.Error, OSError):
        return None


def close(port: int) -> None:
    """Take the page away; its address leads nowhere any more."""
    _page(port).unlink(missing_ok=True)


def _lay(address: str, port: int) -> Path:
    """Write the page for the course at this port, readable by nobody else."""
    page = _page(port)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.parent.chmod(0o700)
    page.unlink(missing_ok=True)
    with open(page, "x", encoding="utf-8", opener=_private) as file:
        file.write(_PAGE.format(address=escape(address)))
    return page


def _page(port: int) -> Path:
    folder = paths.state() / "door"
    if not _every_browser_reads(folder):
        folder = Path.home() / "leading-for-quality"
    return folder / f"open-{port}.html"


def _every_browser_reads(folder: Path) -> bool:
    """A browser that came as a snap reads below the home folder, but no hidden folder in it."""
    if not _SNAPS.is_dir():
        return True
    home = Path.home()
    return folder.is_relative_to(home) and not folder.relative_to(home).parts[0].startswith(".")


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
