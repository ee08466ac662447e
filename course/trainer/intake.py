"""Makes a submitted folder fit to be marked, and notes for the trainer what was wrong with it.

nbgrader fails on a notebook it cannot read and skips a missing one before any of our code
runs, so the released notebook takes its place here; answers.json is never touched.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from course import refusals
from course.disk import write_whole
from course.learner import Link
from course.one_line import one_line
from course.pages.notebooks import Json
from course.plain_file import read_plain_file
from course.trainer import GradingError, folders
from course.trainer.names import listed

NOTES = "notes.json"
TIME = "timestamp.txt"
SECRET = "submission_secret.txt"
MAX_NOTEBOOK = 5_000_000
_MAX_NOTES = 1_000_000
OTHER = "student"  # the fact of a note that names another submission


class Note(msgspec.Struct, frozen=True):
    """Something a trainer should know: an entry of the wording, and its facts."""

    key: str
    facts: dict[str, str] = {}


class Intake(msgspec.Struct, frozen=True):
    """How a submission arrived: by whom (`learner` is the profile's id), and which work it is.

    Only what was sent as a file says so much; `link` is its place in the sender's chain.
    """

    way: str = "exchange"
    learner: str = ""
    name: str = ""
    hash: str = ""
    time: str = ""
    link: Link | None = None
    notes: tuple[Note, ...] = ()


def repair(student: str, case: str, sent: Sequence[str] | None = None) -> Intake:
    """Put the released notebook where one is missing or unreadable; keeps the notes."""
    folder = folders.submitted(student, case)
    intake = read_intake(folder)
    if intake is None:
        names = sent if sent is not None else [path.name for path in folder.glob("*.ipynb")]
        intake = Intake(notes=_notes(folder / f"{case}.ipynb", names))
        write_intake(folder, intake)
    intake = _settled(folder, intake)
    if (folder / TIME).exists() and not handed_in_at(folder):
        (folder / TIME).replace(folder / f"{TIME}.unreadable")
        notes = (*intake.notes, Note("time-unreadable"))
        intake = msgspec.structs.replace(intake, notes=notes)
        write_intake(folder, intake)
    path = folder / f"{case}.ipynb"
    if _cells(path) is None:
        if path.exists():
            path.replace(folder / f"{case}.ipynb.unreadable")
        write_whole(path, released(case))
    return intake


def add_note(student: str, case: str, note: Note) -> None:
    """Note it of a submission that came as a file, unless it is noted already."""
    folder = folders.submitted(student, case)
    intake = read_intake(folder)
    if intake and note not in intake.notes:
        write_intake(folder, msgspec.structs.replace(intake, notes=(*intake.notes, note)))


def _settled(folder: Path, intake: Intake) -> Intake:
    """Without the notes on another submission that the trainer has moved away since."""
    notes = tuple(note for note in intake.notes if _stands(note.facts.get(OTHER)))
    if notes != intake.notes:
        intake = msgspec.structs.replace(intake, notes=notes)
        write_intake(folder, intake)
    return intake


def _stands(student: str | None) -> bool:
    if student is None:
        return True
    return any(path.is_dir() for path in (folders.root() / "submitted" / student).glob("*"))


def repair_all(case: str) -> list[str]:
    """Make every submitted folder fit, however it came there; a sentence for each that is not."""
    problems = []
    for student in folders.students(case):
        if folders.leads_elsewhere(folders.submitted(student, case)):
            problems.append(f"{student}: the folder is a link; put the folder itself in its place.")
            continue
        try:
            repair(student, case)
        except GradingError:
            raise  # says what is wrong with the case, not with one learner's work
        except Exception as error:  # one strange folder must not cost a class its marks
            if refusals.is_everywhere(error):
                raise
            problems.append(f"{student}: the folder cannot be made ready ({trouble(error)}).")
    return problems


def handed_in_at(folder: Path) -> str:
    """When it was handed in, as nbgrader writes it; nothing where that cannot be read."""
    try:
        said = (read_plain_file(folder / TIME, 100) or b"").decode().strip()
        moment = datetime.fromisoformat(said.removesuffix(" UTC"))
        if moment.year < 1970:  # nbgrader could not read it back
            return ""
        return nbgrader_time(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    except (OSError, ValueError, OverflowError):
        return ""


def nbgrader_time(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f} UTC"


def trouble(error: Exception) -> str:
    """What kind of failure it was; its own words may be a learner's."""
    return refusals.clause(error) if isinstance(error, OSError) else type(error).__name__


def read_intake(folder: Path) -> Intake | None:
    try:
        return msgspec.json.decode(read_plain_file(folder / NOTES, _MAX_NOTES) or b"", type=Intake)
    except (OSError, msgspec.DecodeError):
        return None


def write_intake(folder: Path, intake: Intake) -> None:
    write_whole(folder / NOTES, encode(intake))


def encode(intake: Intake) -> bytes:
    return msgspec.json.format(msgspec.json.encode(intake), indent=1) + b"\n"


def _notes(path: Path, names: Sequence[str]) -> tuple[Note, ...]:
    others = [name for name in names if name != path.name]
    cells = _cells(path)
    if cells is None and path.exists():
        return (Note("notebook-unreadable"),)
    if cells is None and others:
        return (Note("notebook-renamed", {"name": one_line(others[0])}),)
    if cells is None:
        return (Note("notebook-missing"),)
    gone = sorted(_answer_cells(path.stem) - {cell.get("id", "") for cell in cells})
    return (Note("cells-deleted", {"cells": listed(gone)}),) if gone else ()


def _cells(path: Path) -> list[Json] | None:
    """The cells of a notebook nbgrader can read, or nothing."""
    try:
        notebook = json.loads((read_plain_file(path, MAX_NOTEBOOK) or b"").decode())
        cells = notebook["cells"]
        whole = notebook["nbformat"] == 4 and isinstance(notebook["metadata"], dict)
        fit = whole and isinstance(cells, list) and all(map(_fit, cells))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return cells if fit else None


def _fit(cell: Json) -> bool:
    """Whether every part nbgrader or we look at is of the kind it must be."""
    source = cell["source"]
    return (isinstance(source, str) or (isinstance(source, list) and all(map(_text, source)))) and (
        _text(cell["cell_type"])
        and _text(cell.get("id", ""))
        and isinstance(cell.get("metadata", {}), dict)
    )


def _text(value: object) -> bool:
    return isinstance(value, str)


def _answer_cells(case: str) -> set[str]:
    cells = json.loads(released(case))["cells"]
    return {cell["id"] for cell in cells if cell["metadata"].get("nbgrader", {}).get("grade")}


def released(case: str) -> bytes:
    """The notebook handed out, which takes the place of one that is missing."""
    for path in (folders.released(case), folders.source(case)):
        if path.exists():
            return path.read_bytes()
    raise GradingError(f"{case} was never released; run 'course release {case}' first.")
