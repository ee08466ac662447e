"""Keeps, on this machine, the trainer's marks that a case is marked by."""

import functools
from collections.abc import Mapping
from pathlib import Path

import msgspec

from course.disk import write_whole
from course.judging import Answer, CaseRubric, KnownTexts
from course.marking.calibration import Marker, calibrate
from course.marking.taught import Ear
from course.plain_file import read_plain_file
from course.trainer import GradingError, folders
from course.trainer.suggest import suggest

Pair = tuple[Answer, float]
_LARGEST = 100_000_000  # bytes; the answers of a large class


class Adopted(msgspec.Struct, frozen=True):
    """The marks one question is marked by from now on; a locked one takes no new ones."""

    marks: tuple[Pair, ...]
    locked: bool = False


class AdoptedMarks(msgspec.Struct, frozen=True):
    """Those of each question; a question without one is marked by its rubric alone."""

    case: str
    questions: dict[str, Adopted] = {}


def forget(case: str) -> None:
    """Mark by the rubric alone again."""
    _file(case).unlink(missing_ok=True)


def read(case: str) -> AdoptedMarks:
    """What was kept; GradingError where the file is damaged."""
    try:
        data = read_plain_file(_file(case), _LARGEST) or b""
    except FileNotFoundError:
        return AdoptedMarks(case)
    try:
        return msgspec.json.decode(data, type=AdoptedMarks)
    except msgspec.DecodeError:
        again = f"run 'course learn {case} --forget', then teach it again"
        raise GradingError(f"{_file(case).name} in learned/ is damaged; {again}.") from None


def markers(
    case: str,
    rubric: CaseRubric,
    given: tuple[str, ...],
    known: KnownTexts | None = None,
    ears: Mapping[str, Ear] | None = None,
) -> dict[str, Marker]:
    """A marker for each question that learned something; made once for a whole class."""
    ears = ears or {}
    heard = tuple((question, ear.taught.made_from) for question, ear in ears.items())
    key = (case, rubric.hash, heard, _stamp(case))
    if key not in _MADE:
        marks, marked = read(case).questions, functools.partial(suggest, known=known)
        _MADE.clear()
        _MADE[key] = {
            question.key: calibrate(
                question,
                marks[question.key].marks,
                given=given,
                suggest=marked,
                ear=ears.get(question.key),
            )
            for question in rubric.questions
            if question.key in marks and marks[question.key].marks
        }
    return _MADE[key]


_Made = tuple[str, str, tuple[tuple[str, str], ...], tuple[str, int, int]]
_MADE: dict[_Made, dict[str, Marker]] = {}


def _stamp(case: str) -> tuple[str, int, int]:
    """Changes when the adopted marks do."""
    try:
        found = _file(case).stat()
    except OSError:
        return str(_file(case)), 0, 0
    return str(_file(case)), found.st_mtime_ns, found.st_size


def _file(case: str) -> Path:
    return folders.root() / "learned" / f"{case}.json"


def write(adopted: AdoptedMarks) -> None:
    data = msgspec.json.format(msgspec.json.encode(adopted), indent=1) + b"\n"
    write_whole(_file(adopted.case), data)
