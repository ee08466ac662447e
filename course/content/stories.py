"""Practice cases: a company with a problem, told before the teaching. No questions, no marks."""

import functools

import msgspec

from course.content.cases import Section
from course.content.toml import load_named
from course.content.words import Words
from course.paths import DATA


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A case moment of a lesson; the company is invented and `invented` says so to the reader."""

    key: str
    company: Words
    lead: Words
    invented: Words
    minutes: int
    story: tuple[Section, ...]


@functools.cache
def load_story(key: str) -> Story:
    return load_named(DATA / "stories" / f"{key}.toml", Story)
