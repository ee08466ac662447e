"""The tools of the lessons: which fields each has, what they are called, how they begin."""

import functools
from typing import Literal

import msgspec

from course.content.cases import Choice
from course.content.clauses import ClauseRef
from course.content.folders import load_from_lesson
from course.content.words import Language, Words


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One field: a `line`, an `area` of text, or a `choice` among options.

    `rule` names how it is judged (data/rules/fields.toml); `of_policy` offers the
    sentences of the learner's own quality policy; `share` is its width as a column of a sheet,
    `column` its heading there where the label is too long.
    """

    key: str
    kind: Literal["line", "area", "choice"]
    label: Words
    hint: Words | None = None
    options: tuple[Choice, ...] = ()
    rule: str = ""
    of_policy: bool = False
    wide: bool = True
    share: float = 1.0
    column: Words | None = None

    @property
    def heading(self) -> Words:
        """What it is called where there is little room."""
        return self.column or self.label


class Past(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A monthly percentage of the lesson's case, to practise on; `name` says whose, and of what."""

    name: Words
    table: str
    column: str
    over: str


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Fields that belong together, under a heading; `serves` are the clauses of that part.

    A request for money says what it `asks` and what it would `cost` in dirhams; its first field is
    the vote on it, its second the reason given, and `lost` says what a refusal leaves as it is.
    """

    key: str
    heading: Words
    fields: tuple[Field, ...]
    serves: tuple[ClauseRef, ...] = ()
    asks: Words | None = None
    cost: int = 0
    lost: Words | None = None


class Tool(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A tool; one that keeps several `record`s says what one of them is called.

    `kind` names the form it is shown by. `shows` says whether a complete record shows the
    workshop's objective of the lesson. `named_by` is the field whose words name a record,
    `document` the file it becomes; a workbook of several tools is called `workbook` and has a
    sheet for each of `sheets`. Requests compete for a `budget` in dirhams.
    """

    key: str
    lesson: str
    kind: Literal["records", "self-assessment", "cascade", "authority-map", "objectives", "bids"]
    title: Words
    begin: Words
    document: Words
    groups: tuple[Group, ...]
    shows: bool = True
    record: Words | None = None
    named_by: str = ""
    sheets: tuple[str, ...] = ()
    workbook: Words | None = None
    past: Past | None = None
    budget: int = 0

    def __post_init__(self) -> None:
        if self.kind == "bids" and not 0 < self.budget < sum(g.cost for g in self.groups):
            raise ValueError("'budget' must be less than what is asked for, and more than nothing")
        if self.kind == "objectives" and self.past is None:
            raise ValueError("'past' is missing: the figures a target is set against")

    @property
    def fields(self) -> tuple[Field, ...]:
        return tuple(field for group in self.groups for field in group.fields)

    @property
    def called(self) -> Words:
        """What its file is called, as a reader says it."""
        return self.workbook or self.document

    def shown(self, field: Field, value: str, language: Language) -> str:
        """A field's value as a reader sees it: an option by its words."""
        words = {option.key: option.words[language] for option in field.options}
        return words.get(value, value)


@functools.cache
def load_tool(key: str) -> Tool:
    return load_from_lesson(key, Tool)
