"""Exercises: a text to find the gaps in, and a pair of texts read phrase by phrase."""

import functools
from typing import Literal

import msgspec

from course.content.clauses import ClauseRef
from course.content.folders import load_from_lesson, of_lesson
from course.content.toml import load
from course.content.words import LANGUAGES, Words


class Comment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A remark on one phrase, which stands in the text exactly as written here.

    `finding` and `reason`, where given, are what the policy desk says of that text too.
    """

    key: str
    phrase: Words
    comment: Words
    clauses: tuple[ClauseRef, ...] = ()
    finding: str = ""
    reason: str = ""


class Sample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text with its remarks."""

    key: str
    title: Words
    text: Words
    comments: tuple[Comment, ...]

    def __post_init__(self) -> None:
        for comment in self.comments:
            for language in LANGUAGES:
                if comment.phrase[language] not in self.text[language]:
                    raise ValueError(
                        f"the phrase of '{comment.key}' is not in its '{language}' text"
                    )


class Gap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that may be wrong with the text; `real` says whether it is.

    `chosen` answers a learner who ticks it, `missed` one who leaves it.
    """

    key: str
    statement: Words
    real: bool
    chosen: Words
    missed: Words
    clauses: tuple[ClauseRef, ...] = ()
    finding: str = ""
    reason: str = ""


class GapExercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text, what may be wrong with it, and a better one with remarks."""

    key: str
    lesson: str
    kind: Literal["gaps"]
    title: Words
    asks: Words
    source: Words
    text: Words
    gaps: tuple[Gap, ...]
    better: Sample


class PairExercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two texts of one invented company: which would you sign?"""

    title: Words
    asks: Words
    invented: Words
    good: Sample
    tempting: Sample


@functools.cache
def load_gap_exercise(key: str) -> GapExercise:
    return load_from_lesson(key, GapExercise)


@functools.cache
def load_pair_exercise(slug: str) -> PairExercise:
    """The pair of a lesson."""
    return load(of_lesson(slug, "pair.toml"), PairExercise)
