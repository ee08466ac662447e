"""The one file a learner sends where there is no exchange."""

import hashlib
from datetime import datetime
from pathlib import Path

import msgspec

from course import answers, paths
from course.answers import AnswerSheet
from course.content import wording
from course.disk import write_whole
from course.errors import LearnerError
from course.naming import slug
from course.profile import load_profile

SUFFIX = ".handin.json"
_MAX_SENT = 3 * answers.MAX_BYTES  # quoting makes a sheet longer in the file


class HandInError(LearnerError):
    """Work that could not be handed in or fetched: one sentence for the learner."""


class Sent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The one file a learner sends; `answers` is answers.json, letter by letter."""

    schema: int
    course: str
    case: str
    time: str
    hash: str
    answers: str


def read_file(path: Path) -> Sent:
    """A file a learner sent; raises HandInError with one sentence for the trainer."""
    try:
        if path.stat().st_size > _MAX_SENT:
            raise HandInError(f"{path.name} is too large to be answers.")
        sent = msgspec.json.decode(path.read_bytes(), type=Sent)
    except msgspec.ValidationError as error:
        raise HandInError(f"{path.name} is not a hand-in file of this course ({error}).") from None
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise HandInError(f"{path.name} is damaged; ask for it again.") from None
    if (sent.course, sent.schema) != (paths.COURSE_ID, answers.SCHEMA):
        raise HandInError(f"{path.name} was written by another course or version.")
    return sent


def say(entry: str, **facts: object) -> str:
    """What the learner is told, in their language."""
    return wording(load_profile().language)(f"grading.hand_in.{entry}", **facts)


def hash_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def write_file(case: str, sheet: AnswerSheet, data: bytes, now: datetime) -> Path:
    """The file to send, written where the learner finds it."""
    time = now.isoformat(timespec="seconds")
    sent = Sent(answers.SCHEMA, paths.COURSE_ID, case, time, hash_of(data), data.decode("utf-8"))
    name = f"{case}.{slug(sheet.learner.name)}.{now:%Y%m%d-%H%M%S}{SUFFIX}"
    file = paths.my_work() / "to-send" / name
    write_whole(file, msgspec.json.format(msgspec.json.encode(sent), indent=1) + b"\n")
    return file
