"""Writes a file whole or not at all, so that a kill in mid-word loses no earlier word."""

import os
import secrets
from pathlib import Path

from course.refusals import at


def write_whole(path: Path, data: bytes) -> None:
    """Replace `path` by `data` in one step; a reader sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        # Opened as any file is, so the user's umask holds.
        with at(path), beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
