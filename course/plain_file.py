"""Reads a file of others as a plain file, or not at all: no link, no pipe that never ends."""

import os
import stat
from pathlib import Path

_NO_LINK = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)  # else Windows ends the file at the first Ctrl-Z


def read_plain_file(path: Path, limit: int) -> bytes | None:
    """The start of a plain file; nothing for a link, a pipe or a folder.

    A file that is not there, or may not be opened, is the OSError it always is.
    """
    if not stat.S_ISREG(path.lstat().st_mode):
        return None
    handle = os.open(path, _NO_LINK | _BINARY)
    with os.fdopen(handle, "rb") as file:
        # It may have been exchanged since it was looked at.
        return file.read(limit) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None


def read_if_plain_file(path: Path, limit: int) -> bytes | None:
    """The same, where a file that cannot be read counts as none."""
    try:
        return read_plain_file(path, limit)
    except OSError:
        return None
