"""The bridge to nbgrader: case and rubric to notebook, answers to marks and feedback."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from course.errors import CourseError
from course.lazily import lazily

if TYPE_CHECKING:
    from course.trainer import (
        adopted,
        agreement,
        bridge,
        build,
        collect,
        feedback,
        folders,
        fooling,
        gold,
        gradebook,
        guide,
        judged,
        marking,
        notebook,
        overrule,
        proposals,
        reader_address,
        reader_endpoint,
        release,
        report,
        second_kept,
        second_round,
        settings,
        sheet,
        teaching,
        vectors,
    )
else:
    __getattr__ = lazily(__name__, __file__)

__all__ = [
    "GradingError",
    "Progress",
    "adopted",
    "agreement",
    "bridge",
    "build",
    "collect",
    "feedback",
    "folders",
    "fooling",
    "gold",
    "gradebook",
    "guide",
    "judged",
    "marking",
    "notebook",
    "overrule",
    "proposals",
    "reader_address",
    "reader_endpoint",
    "release",
    "report",
    "second_kept",
    "second_round",
    "settings",
    "sheet",
    "silent",
    "teaching",
    "vectors",
]

# Called with how many are done, how many there are, and what was just done.
Progress = Callable[[int, int, str], None]


class GradingError(CourseError):
    """Something a trainer must mend before the work can go on: one sentence."""


def silent(_done: int, _all: int, _what: str) -> None:
    """Progress nobody watches."""
