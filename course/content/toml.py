"""Reads a TOML file into records, and refuses it in an editor's words."""

import re
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from course.errors import CourseError
from course.paths import ROOT

T = TypeVar("T")
K = TypeVar("K")
Table = dict[str, object]  # as a file has it, not yet checked

_LARGEST = 20_000_000  # bytes; a set of marked answers may be long
_STEP = re.compile(r"\.(\w+)|\[(\d+|\.\.\.)\]")


class ContentError(CourseError):
    """A file of words the course cannot use: which file, which entry, what to do."""

    def __init__(self, file: Path | str, entry: str, problem: str, remedy: str) -> None:
        self.file, self.entry, self.problem, self.remedy = _called(file), entry, problem, remedy
        where = f"{self.file}, {entry}" if entry else self.file
        super().__init__(f"{where}: {problem}. {remedy}")


def load(path: Path, record: type[T]) -> T:
    """Read one file as `record`; raises ContentError where it cannot be used."""
    try:
        raw = msgspec.toml.decode(_text(path))
    except FileNotFoundError:
        raise ContentError(path, "", "there is no such file", "Check the name.") from None
    except UnicodeDecodeError:
        raise ContentError(path, "", "it is not UTF-8 text", "Save it as UTF-8.") from None
    except RecursionError:
        raise ContentError(path, "", "its lists lie too deep", "Write it flatter.") from None
    except msgspec.DecodeError as error:
        remedy = "Mend that line: text needs quotes, and each name stands once."
        raise ContentError(path, "", f"this is not TOML ({error})", remedy) from None
    return convert(raw, record, path)


def _text(path: Path) -> str:
    """The file's text; a pipe or a device has no end, and a folder no text."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise ContentError(path, "", "it is not a file", "Name a TOML file.")
    if found.st_size > _LARGEST:
        remedy = "Divide it, or correct the name."
        raise ContentError(path, "", f"it is too large ({found.st_size / 1e6:.0f} MB)", remedy)
    return path.read_text(encoding="utf-8")


def load_placed(path: Path, record: type[T], **place: object) -> T:
    """Read a record of which the place of its file says something: its name, its lesson."""
    return placed(load(path, Table), record, path, **place)


def placed(raw: Table, record: type[T], path: Path, **place: object) -> T:
    """Check a table already read, with what its place says; it may not say that itself."""
    for name in sorted(place.keys() & raw.keys()):
        problem = f"the place of the file says '{place[name]}'"
        raise ContentError(path, name, problem, "Remove the entry.")
    return convert(raw | place, record, path)


def by_key(records: Iterable[T], key_of: Callable[[T], K], path: Path, what: str) -> dict[K, T]:
    """The records by key, in the order of the file; two of one key are refused."""
    found: dict[K, T] = {}
    for record in records:
        key = key_of(record)
        if key in found:
            entry = f"{what} {key}"
            raise ContentError(path, entry, "it stands twice", "Remove one of the two.")
        found[key] = record
    return found


def _called(file: Path | str) -> str:
    """The file as an editor of the course knows it, with its folder."""
    if isinstance(file, str):
        return file
    return file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.name


def convert(raw: object, record: type[T], file: Path | str) -> T:
    """Check a table already read; `file` is the name an error gives."""
    try:
        return msgspec.convert(raw, record)
    except msgspec.ValidationError as error:
        problem, _, where = str(error).partition(" - at ")
        entry = _named(raw, where.strip("`"))
        raise ContentError(file, entry, *plainly(problem)) from None


def _named(raw: object, where: str) -> str:
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


def _key_of(table: object) -> str:
    names = ("key", "slug", "number")
    return next((str(table[n]) for n in names if n in table), "") if isinstance(table, dict) else ""


# What the checker says, as an editor would: the problem, and what to do.
_PLAIN = (
    (r"Object missing required field `(.+)`", "'{}' is missing", "Add it."),
    (
        r"Object contains unknown field `(.+)`",
        "it has no field '{}'",
        "Remove it, or correct its spelling.",
    ),
    (r"Invalid enum value '?(.*?)'?", "'{}' is not a value it may have", "Choose one it may."),
    (r"Expected `(.+)`, got `(.+)`", "it should be {}, and is {}", "Write the right kind."),
    (r"Expected `(\S+) (.+)`", "it should be {} {}", "Correct the value."),
)
_KINDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "null": "nothing",
}


def plainly(problem: str) -> tuple[str, str]:
    """The checker's finding in plain words, and the remedy."""
    for pattern, words, remedy in _PLAIN:
        if match := re.fullmatch(pattern, problem):
            return words.format(*(_kind(part) for part in match.groups())), remedy
    return problem[:1].lower() + problem[1:].replace("`", "'"), "Correct the entry."


def _kind(part: str) -> str:
    return " or ".join(_KINDS.get(one.strip(), one.strip()) for one in part.split("|"))
