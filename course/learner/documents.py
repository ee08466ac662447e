"""The documents a learner made, kept in their own folder; none replaces another."""

import itertools
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from course import paths
from course.disk import write_whole

_MOST = 70  # bytes of one part: a file system takes 255 for the whole name
_POINT = re.compile(r"(?<=\d)\.(?=\d)")  # as in version 2.1


def keep_document(named: Iterable[str], suffix: str, data: bytes) -> Path:
    """Write a document under a free name of these parts; the same bytes keep their file."""
    name = " - ".join(filter(None, map(_safe, named)))
    file = _free(paths.my_work() / "documents", name, suffix, data)
    write_whole(file, data)
    return file


def _safe(text: str) -> str:
    """The words of a text as every file system takes them: letters, digits, hyphens, spaces."""
    points = {found.start() for found in _POINT.finditer(text)}
    kept = "".join(c if at in points or _harmless(c) else " " for at, c in enumerate(text))
    whole = " ".join(kept.split())
    short = whole.encode("utf-8", "ignore")[:_MOST].decode("utf-8", "ignore")
    words = short.rpartition(" ")[0] if short != whole else short
    # No word is cut but one that is most of the name.
    return (words if len(words) > len(short) // 2 else short).strip(" -.")


def _harmless(character: str) -> bool:
    return character == "-" or unicodedata.category(character)[0] in "LMN"


def _free(folder: Path, name: str, suffix: str, data: bytes) -> Path:
    """A file name that no other document has taken."""
    names = (f"{name} ({number})" if number > 1 else name for number in itertools.count(1))
    files = (folder / f"{name}{suffix}" for name in names)
    return next(file for file in files if not file.exists() or file.read_bytes() == data)
