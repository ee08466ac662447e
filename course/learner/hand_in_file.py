"""The one file a learner sends where there is no exchange."""

import hashlib
from datetime import datetime
from pathlib import Path

import msgspec

from course import paths, refusals
from course.content import wording
from course.disk import write_whole
from course.errors import LearnerError
from course.learner import answers
from course.learner.answers import AnswerSheet
from course.learner.chain import Link, next_link
from course.learner.naming import slug
from course.learner.profile import load_profile
from course.one_line import one_line
from course.plain_file import read_plain_file

SUFFIX = ".handin.json"
MAX_SENT = 3 * answers.MAX_BYTES  # quoting makes a sheet longer in the file


class HandInError(LearnerError):
    """Work that could not be handed in or fetched: one sentence for the learner."""


class HandInFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The one file a learner sends; `answers` is answers.json, letter by letter.

    `link` proves that it came after an earlier one; files written before links have none.
    """

    schema: int
    course: str
    case: str
    time: str
    hash: str
    answers: str
    link: Link | None = None


def read_hand_in(path: Path) -> HandInFile:
    """A file a learner sent; raises HandInError with one sentence for the trainer."""
    name = one_line(path.name, 60)
    try:
        sent = msgspec.json.decode(_bytes(path, name), type=HandInFile)
    except msgspec.ValidationError as error:
        reason = one_line(str(error))
        raise HandInError(f"{name} is not a hand-in file of this course ({reason}).") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise HandInError(f"{name} is damaged; ask for it again.") from None
    if (sent.course, sent.schema) != (paths.COURSE_ID, answers.SCHEMA):
        raise HandInError(f"{name} was written by another course or version.")
    return sent


def _bytes(path: Path, name: str) -> bytes:
    """What the file holds; a pipe or a link may have no end, so neither is opened."""
    try:
        data = read_plain_file(path, MAX_SENT + 1)
    except OSError as error:
        raise HandInError(refusals.in_words(error)) from None
    if data is None:
        raise HandInError(f"{name} is a link or no file; save the file itself in its place.")
    if len(data) > MAX_SENT:
        raise HandInError(f"{name} is too large to be answers.")
    return data


def say(entry: str, **facts: object) -> str:
    """What the learner is told, in their language."""
    return wording(load_profile().language)(f"grading.hand_in.{entry}", **facts)


def hash_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def write_hand_in(case: str, sheet: AnswerSheet, data: bytes, now: datetime) -> Path:
    """The file to send, written where the learner finds it; no other one is written over."""
    time, link = now.isoformat(timespec="seconds"), next_link(case)
    words = data.decode("utf-8")
    sent = HandInFile(answers.SCHEMA, paths.COURSE_ID, case, time, hash_of(data), words, link)
    name = f"{case}.{slug(sheet.learner.name)}.{now:%Y%m%d-%H%M%S}-{link.number}{SUFFIX}"
    file = paths.my_work() / "to-send" / name
    write_whole(file, msgspec.json.format(msgspec.json.encode(sent), indent=1) + b"\n")
    return file
