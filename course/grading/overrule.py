"""A trainer's own points stay; they are asked about again when the answer they judged changed."""

import re
from typing import Any

import msgspec

from course.content import wording
from course.grading.submissions import Entry
from course.scoring import Answer
from course.sent import hash_of

_LENGTH = 12
_LAST_WORD = re.compile(rf"\b([0-9a-f]{{{_LENGTH}}})\s*$")
_TRAINER = "en"


def fingerprint(answer: Answer) -> str:
    """The same for the same answer; kept in the comment, which nbgrader leaves in peace."""
    return hash_of(msgspec.json.encode(answer))[:_LENGTH]


def settle(grade: Any, comment: Any, entry: Entry) -> bool:
    """Write what the engine says of an answer; true where a trainer's points wait for a look."""
    grade.auto_score = entry.points
    if grade.manual_score is None:
        grade.needs_manual_grade = entry.unsure
    elif _changed(comment.auto_comment, entry):
        grade.needs_manual_grade = True  # until the trainer enters points again
    waits = grade.manual_score is not None and bool(grade.needs_manual_grade)
    comment.auto_comment = _comment(entry, waits)
    return waits


def _changed(before: str | None, entry: Entry) -> bool:
    """Whether the answer is another than the one last marked; unknown counts as the same."""
    found = _LAST_WORD.search(before or "")
    return bool(found) and found[1] != entry.fingerprint


def _comment(entry: Entry, waits: bool) -> str:
    say = wording(_TRAINER)
    lines = [say("grading.answer.changed")] if waits else []
    lines += [entry.comment, say("grading.answer.fingerprint", fingerprint=entry.fingerprint)]
    return "\n".join(lines)
