"""A trainer's own points stay; they are asked about again when the answer they judged changed."""

import re
from typing import TYPE_CHECKING

import msgspec

from course.content import wording
from course.judging import Answer
from course.learner.hand_in_file import hash_of
from course.trainer.sheet import Marked
from course.trainer.submissions import Entry

if TYPE_CHECKING:
    from nbgrader.api import Comment, Grade

# By question, the grade and comment of an answer whose points a trainer set.
Held = dict[str, tuple["Grade", "Comment"]]

_LENGTH = 12
_LAST_WORD = re.compile(rf"\b([0-9a-f]{{{_LENGTH}}})\s*$")
_TRAINER = "en"


def fingerprint(answer: Answer) -> str:
    """The same for the same answer; kept in the comment, which nbgrader leaves in peace."""
    return hash_of(msgspec.json.encode(answer))[:_LENGTH]


def settle(grade: "Grade", comment: "Comment", entry: Entry) -> bool:
    """Write what the engine says of an answer; true where a trainer's points wait for a look."""
    grade.auto_score = entry.points
    if grade.manual_score is None:
        grade.needs_manual_grade = entry.unsure
    elif _changed(comment.auto_comment, entry.fingerprint):
        grade.needs_manual_grade = True  # until the trainer enters points again
    waits = grade.manual_score is not None and bool(grade.needs_manual_grade)
    comment.auto_comment = _comment(entry, waits)
    return waits


def waiting(marked: Marked, held: Held) -> list[str]:
    """The questions that wait for a trainer: doubted and not judged, or judged and changed."""
    return [
        question
        for question, mark in marked.marks.items()
        if (
            not _decided(*held[question], fingerprint(marked.answers[question]))
            if question in held
            else mark.route != "suggest"
        )
    ]


def _decided(grade: "Grade", comment: "Comment", read: str) -> bool:
    return not grade.needs_manual_grade and not _changed(comment.auto_comment, read)


def _changed(before: str | None, fingerprint: str) -> bool:
    """Whether the answer is another than the one last marked; unknown counts as the same."""
    found = _LAST_WORD.search(before or "")
    return found is not None and found[1] != fingerprint


def _comment(entry: Entry, waits: bool) -> str:
    say = wording(_TRAINER)
    lines = [say("grading.answer.changed")] if waits else []
    lines += [entry.comment, say("grading.answer.fingerprint", fingerprint=entry.fingerprint)]
    return "\n".join(lines)
