"""The tools of the lessons: which fields each has, what they are called, how they begin."""

import functools
from typing import Literal

import msgspec

from course.content.cases import Choice
from course.content.clauses import ClauseRef
from course.content.toml import load_named
from course.content.words import Words
from course.paths import DATA


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One field: a `line`, an `area` of text, or a `choice` among options.

    `of_policy` offers the sentences of the learner's own quality policy.
    `brief` keeps it out of the overview table, where only the telling columns stand.
    """

    key: str
    kind: Literal["line", "area", "choice"]
    label: Words
    hint: Words | None = None
    options: tuple[Choice, ...] = ()
    of_policy: bool = False
    wide: bool = True


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Fields that belong together, under a heading; `serves` are the clauses of that part."""

    key: str
    heading: Words
    fields: tuple[Field, ...]
    serves: tuple[ClauseRef, ...] = ()


class Tool(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A tool; one that keeps several `record`s says what one of them is called.

    `named_by` is the field whose words name a record, `document` the file it becomes.
    """

    key: str
    lesson: str
    title: Words
    begin: Words
    document: Words
    groups: tuple[Group, ...]
    record: Words | None = None
    named_by: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(field for group in self.groups for field in group.fields)


@functools.cache
def load_tool(key: str) -> Tool:
    return load_named(DATA / "tools" / f"{key}.toml", Tool)
