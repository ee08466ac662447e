"""Writes a file or a folder whole or not at all, and for its owner's eyes alone.

What learners write and what a trainer keeps lies on machines that others use too, so the
modes are set here and do not depend on anybody's umask.
"""

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from course.refusals import at

PRIVATE, SHARED = 0o600, 0o644
_OWN_FOLDER = 0o700
_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)


def write_whole(path: Path, data: bytes, mode: int = PRIVATE) -> None:
    """Replace `path` by `data` in one step; a reader sees the old file or the new one."""
    make_folder(path.parent)
    beside = _beside(path)
    try:
        with at(path):
            _write(beside, data, mode)
            beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_folder(
    folder: Path, files: Mapping[str, bytes], mode: int = PRIVATE, own_mode: int = _OWN_FOLDER
) -> None:
    """Make a folder with these files in one step; there must be none of its name yet."""
    make_folder(folder.parent)
    beside = _beside(folder)
    try:
        with at(folder):
            beside.mkdir(_OWN_FOLDER)
            for name, data in files.items():
                _write(beside / name, data, mode)
            beside.chmod(own_mode)
            beside.rename(folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for their owner alone."""
    for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
        missing.mkdir(_OWN_FOLDER, exist_ok=True)


def keep_private(folder: Path) -> None:
    """Shut a folder of one's own to everybody else, whatever it was made with."""
    if folder.is_dir() and _is_own(folder) and folder.stat().st_mode & 0o077:
        folder.chmod(_OWN_FOLDER)


def _write(path: Path, data: bytes, mode: int) -> None:
    with os.fdopen(os.open(path, _NEW, PRIVATE), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode != PRIVATE:
        path.chmod(mode)


def _beside(path: Path) -> Path:
    return path.with_name(f".{secrets.token_hex(6)}.part")  # short, however long the name is


def _is_own(folder: Path) -> bool:
    return hasattr(os, "getuid") and folder.stat().st_uid == os.getuid()
