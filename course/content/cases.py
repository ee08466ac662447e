"""Case studies as the learner sees them: story, exhibits, questions. No points, no answers."""

import functools
from typing import Literal

import msgspec

from course.content.folders import CASE, cases, of_case
from course.content.toml import ContentError, Table, convert, load, load_placed, placed
from course.content.words import Words

QuestionKind = Literal["figure", "choice", "prose"]


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A heading of the story and its paragraphs (a blank line between two)."""

    key: str
    heading: Words
    text: Words


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column a learner can chart, or a ratio of two.

    `sum` adds the column over the projects in view and `mean` averages it. `ratio` is
    column / over and `share` 100 times that, both summed first: a rate never averages rates.
    """

    key: str
    title: Words
    unit: Words
    column: str
    how: Literal["sum", "mean", "share", "ratio"]
    over: str | None = None
    decimals: int = 0


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What changed in the middle of the figures, and the first month it holds in."""

    month: str
    words: Words


class Exhibit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something to examine: a document's text, or a data file to chart, by its place in data/."""

    key: str
    kind: Literal["document", "data"]
    title: Words
    source: Words
    text: Words | None = None
    file: str | None = None
    by: str | None = None
    names: dict[str, Words] = {}
    measures: tuple[Measure, ...] = ()
    event: Event | None = None


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    words: Words


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question. `figure` takes a number in `unit`; `choice` an option and its reasons;
    `prose` a written decision. `words_aim` is how long a good answer tends to be."""

    key: str
    kind: QuestionKind
    title: Words
    asks: Words
    hint: Words
    words_aim: int = 0
    unit: Words | None = None
    options: tuple[Choice, ...] = ()


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A case study; the company is invented and `invented` says so to the reader."""

    key: str
    title: Words
    company: Words
    lead: Words
    invented: Words
    minutes: int
    story: tuple[Section, ...]
    exhibits: tuple[Exhibit, ...]
    questions: tuple[Question, ...]

    def question(self, key: str) -> Question:
        for question in self.questions:
            if question.key == key:
                return question
        known = ", ".join(q.key for q in self.questions)
        where = f"{self.key}/{CASE}"
        raise ContentError(where, f"question {key}", "there is none", f"There are: {known}.")

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text a learner reads in it: copied, it earns nothing."""
        words: list[Words] = [section.text for section in self.story]
        words += [exhibit.text for exhibit in self.exhibits if exhibit.text]
        for question in self.questions:
            words += [question.asks, question.hint, *(option.words for option in question.options)]
        return tuple(text for each in words for text in (each.en, each.ar))


class _Named(msgspec.Struct, frozen=True):
    """What a case's own file says of its exhibits: their names."""

    exhibits: tuple[str, ...] = ()


@functools.cache
def load_case(key: str) -> Case:
    """A case from its folder, its exhibits in the order it names them."""
    path = of_case(key, CASE)
    raw = load(path, Table)
    raw.pop("tile", None)  # the syllabus' own, see course/content/modules.py
    names = convert(raw, _Named, path).exhibits
    raw.pop("exhibits", None)
    case = placed(raw, Case, path, key=key, exhibits=[])
    return msgspec.structs.replace(case, exhibits=tuple(_exhibit(key, name) for name in names))


def _exhibit(case: str, name: str) -> Exhibit:
    found = load_placed(of_case(case, f"exhibits/{name}.toml"), Exhibit, key=name)
    if not found.file:
        return found
    return msgspec.structs.replace(found, file=f"cases/{case}/{found.file}")


def load_cases() -> dict[str, Case]:
    """Every case that is sound, by key; `course check` names the others."""
    return {key: load_case(key) for key in cases() if is_sound(key)}


def is_sound(key: str) -> bool:
    """Whether a case can be shown: a slip in one must not close the others."""
    try:
        load_case(key)
    except ContentError:
        return False
    return True
