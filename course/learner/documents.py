"""The documents a learner made, kept in their own folder; none replaces another."""

import itertools
from pathlib import Path

from course import paths
from course.disk import write_whole
from course.reading import normal


def keep_document(stem: str, version: str, suffix: str, data: bytes) -> Path:
    """Write a document under a free name for its version; the same bytes keep their file."""
    file = _free(paths.my_work() / "documents", f"{stem}-v{_slug(version)}", suffix, data)
    write_whole(file, data)
    return file


def _slug(version: str) -> str:
    kept = "".join(c if c.isalnum() and c.isascii() else "-" for c in normal(version.strip()))
    return kept[:24].strip("-") or "1"


def _free(folder: Path, name: str, suffix: str, data: bytes) -> Path:
    """A file name that no other document has taken."""
    names = (f"{name}-{number}" if number > 1 else name for number in itertools.count(1))
    files = (folder / f"{name}{suffix}" for name in names)
    return next(file for file in files if not file.exists() or file.read_bytes() == data)
