"""Reads a TOML file into records, and refuses it in an editor's words."""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from course.errors import CourseError

T = TypeVar("T")

_STEP = re.compile(r"\.(\w+)|\[(\d+|\.\.\.)\]")


class ContentError(CourseError):
    """A file of words the course cannot use: which file, which entry, what to do."""

    def __init__(self, file: str, entry: str, problem: str, remedy: str) -> None:
        self.file, self.entry, self.problem, self.remedy = file, entry, problem, remedy
        where = f"{file}, {entry}" if entry else file
        super().__init__(f"{where}: {problem}. {remedy}")


def load(path: Path, record: type[T]) -> T:
    """Read one file as `record`; raises ContentError and nothing else."""
    try:
        raw = msgspec.toml.decode(path.read_bytes())
    except FileNotFoundError:
        raise ContentError(path.name, "", "there is no such file", "Check the name.") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        remedy = "Mend that line: text needs quotes, and each name stands once."
        raise ContentError(path.name, "", f"this is not TOML ({error})", remedy) from None
    return convert(raw, record, path.name)


def convert(raw: dict[str, Any], record: type[T], file: str) -> T:
    """Check a table already read; `file` is the name an error gives."""
    try:
        return msgspec.convert(raw, record)
    except msgspec.ValidationError as error:
        problem, _, where = str(error).partition(" - at ")
        entry = _named(raw, where.strip("`"))
        raise ContentError(file, entry, _plain(problem), _remedy(problem)) from None


def _named(raw: Any, where: str) -> str:
    """Turn `$.question[2].title` into `question rework-share, title`."""
    steps, here = [], raw
    for name, place in _STEP.findall(where):
        if name:
            steps.append(name)
            here = here.get(name) if isinstance(here, dict) else None
        elif place.isdigit() and isinstance(here, list):
            here = here[int(place)]
            steps[-1] += f" {_key_of(here) or int(place) + 1}"
    return ", ".join(steps)


def _key_of(table: Any) -> str:
    names = ("key", "slug", "number")
    return next((str(table[n]) for n in names if n in table), "") if isinstance(table, dict) else ""


def _plain(problem: str) -> str:
    words = problem.replace("Object", "the entry").replace("`", "'")
    return words[0].lower() + words[1:]


def _remedy(problem: str) -> str:
    if "missing required field" in problem:
        return "Add the field."
    if "unknown field" in problem:
        return "Remove the field, or correct its spelling."
    if problem.startswith("Expected"):
        return "Write a value of the expected kind."
    return "Correct the entry."
