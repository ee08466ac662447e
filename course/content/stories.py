"""Practice cases: a company with a problem, told before the teaching. No questions, no marks."""

import functools

import msgspec

from course.content.cases import Section
from course.content.folders import of_lesson
from course.content.toml import load
from course.content.words import Words


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A case moment of a lesson; the company is invented and `invented` says so to the reader."""

    company: Words
    lead: Words
    invented: Words
    minutes: int
    story: tuple[Section, ...]


@functools.cache
def load_story(slug: str) -> Story:
    """The story of a lesson."""
    return load(of_lesson(slug, "story.toml"), Story)
