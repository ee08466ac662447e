"""Quiz questions: every option has its own feedback."""

import functools
from typing import Literal

import msgspec

from course.content.clauses import ClauseRef
from course.content.folders import of_lesson
from course.content.toml import ContentError, load
from course.content.words import Words


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer to choose, with what choosing it tells the learner."""

    key: str
    words: Words
    right: bool
    feedback: Words


class QuizItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question; `level` says what it asks, `sources` what its figures rest on."""

    key: str
    level: Literal["recall", "apply", "judge"]
    objective: str
    clauses: tuple[ClauseRef, ...]
    asks: Words
    options: tuple[Option, ...]
    sources: tuple[str, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    item: tuple[QuizItem, ...]


@functools.cache
def load_quiz(slug: str) -> tuple[QuizItem, ...]:
    """The questions of one lesson; each has one best answer."""
    path = of_lesson(slug, "quiz.toml")
    items = load(path, _File).item
    for item in items:
        if sum(option.right for option in item.options) != 1:
            remedy = "Set 'right = true' on exactly one option."
            raise ContentError(path, f"item {item.key}", "it has not one best answer", remedy)
    return items


def has_quiz(slug: str) -> bool:
    return of_lesson(slug, "quiz.toml").exists()
