"""answers.json: what a learner wrote for one case. The only thing that is ever marked."""

from pathlib import Path

import msgspec

from course.content import Language, plainly
from course.disk import write_whole
from course.errors import CourseError
from course.judging import Answer

FILE = "answers.json"
SCHEMA = 1
_LONGEST = 500  # letters of a name, a company or an id
MAX_BYTES = 1_000_000  # some 150,000 words: no honest sheet comes near it


class AnswersError(CourseError):
    """An answer sheet that cannot be read: one sentence for the trainer."""


class Learner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who wrote it, as they gave it; `id` tells two people of one name apart."""

    id: str = ""
    name: str = ""
    company: str = ""


class AnswerSheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One learner's answers to one case, by question key."""

    schema: int
    case: str
    learner: Learner = Learner()
    language: Language = "en"
    answers: dict[str, Answer] = {}
    saved: str = ""

    def answer(self, question: str) -> Answer:
        return self.answers.get(question, Answer())


def read(path: Path) -> AnswerSheet:
    """The sheet at `path`; raises AnswersError with one sentence when it cannot be used.

    A file that is there but cannot be opened is an OSError: nothing is wrong with what it holds.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            size = path.stat().st_size / 1e6
            raise AnswersError(f"{path.name} is too large to be answers ({size:.1f} MB).")
        data = path.read_bytes()
    except FileNotFoundError:
        raise AnswersError(
            f"{path.name} is missing: nothing was answered, or it was removed."
        ) from None
    return decode(data, path.name)


def decode(data: bytes, name: str = FILE) -> AnswerSheet:
    """A sheet from bytes, checked; the same errors as `read`."""
    try:
        sheet = msgspec.json.decode(data, type=AnswerSheet)
    except msgspec.ValidationError as error:
        problem, _, _ = str(error).partition(" - at ")
        words = plainly(problem)[0]
        raise AnswersError(f"{name} is not an answer sheet of this course ({words}).") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise AnswersError(f"{name} is damaged and cannot be read.") from None
    if sheet.schema != SCHEMA:
        raise AnswersError(f"{name} was written by another version of the course.")
    return msgspec.structs.replace(sheet, learner=_short(sheet.learner))


def _short(learner: Learner) -> Learner:
    """Who it is in as many letters as anybody has: to compare a hostile name takes minutes."""
    id_, name, company = (text[:_LONGEST] for text in (learner.id, learner.name, learner.company))
    return Learner(id_, name, company)


def encode(sheet: AnswerSheet) -> bytes:
    """A sheet as bytes: readable, and the same for the same sheet."""
    return msgspec.json.format(msgspec.json.encode(sheet), indent=1) + b"\n"


def write(path: Path, sheet: AnswerSheet) -> None:
    """Write the sheet; one that could not be read again is refused, and the old one stays."""
    data = encode(sheet)
    if len(data) > MAX_BYTES:
        raise AnswersError(f"These answers are too long to hand in ({len(data) / 1e6:.1f} MB).")
    write_whole(path, data)
