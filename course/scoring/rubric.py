"""Rubrics: what earns a point, kept from learners. One question each, or a whole case."""

import hashlib
from pathlib import Path
from typing import Any, Literal, Self

import msgspec

from course.content.clauses import ClauseRef
from course.content.toml import ContentError, convert, load
from course.content.words import Words
from course.scoring.lexicon import Concept

RubricError = ContentError

Kind = Literal["figure", "choice", "prose"]


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must meet in one sentence, within so many words.

    `all_of`: concepts; `a | b` is either, `~a` counts negated or not, `not a` must be negated.
    `figures`: numbers of the case, `2.6 % | AED 16.6m` is either.
    `needs`: a kind of fact: number, money, date, frequency, owner, comparison, edition.
    `across`: the next sentence counts as well.
    """

    all_of: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    within: int = 14
    across: bool = False


class Evidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing an answer can show; however often it is said, it counts once."""

    key: str
    any_of: tuple[Pattern, ...]


class Level(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A level earns its points when `asks` pieces of evidence are found, `requires` among them.

    `next_step` tells a learner who is here how to go one level up; the top level has none.
    """

    points: int
    looks_like: Words
    next_step: Words | None = None
    asks: int | None = None
    requires: tuple[str, ...] = ()

    @property
    def wanted(self) -> int:
        return self.points if self.asks is None else self.asks


class CommonError(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A usual mistake and what to say to it.

    `caps` holds the criterion down to a level; `at_most` mentions the mistake only
    to those who reached no higher than that level.
    """

    key: str
    feedback: Words
    any_of: tuple[Pattern, ...]
    caps: int | None = None
    at_most: int | None = None


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing the answer is judged on, in levels of 0, 1, 2 … points."""

    key: str
    title: Words
    clauses: tuple[ClauseRef, ...]
    levels: tuple[Level, ...] = msgspec.field(name="level")
    evidence: tuple[Evidence, ...]
    common_errors: tuple[CommonError, ...] = msgspec.field(name="common_error", default=())

    @property
    def max_points(self) -> float:
        return float(self.levels[-1].points)


class NearMiss(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number people arrive at by a usual mistake, as they would write it."""

    key: str
    value: str
    feedback: Words


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The number asked for. `units` are the accepted spellings; without one, fewer points."""

    value: float
    unit: str
    units: tuple[str, ...]
    tolerance: float
    points: float
    without_unit: float
    title: Words
    looks_like: Words
    next_step: Words
    near_misses: tuple[NearMiss, ...] = msgspec.field(name="near_miss", default=())


class OptionPoints(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What choosing an option earns, and what to say to it."""

    key: str
    points: float
    feedback: Words


class Exemplar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer written to test the rubric, with the points it should get."""

    key: str
    quality: Literal["good", "partial", "bad"]
    points: float
    text: str
    choice: str = ""


class Rubric(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False, weakref=True):
    """How one question is marked."""

    key: str
    kind: Kind
    clauses: tuple[ClauseRef, ...]
    model_answer: Words
    criteria: tuple[Criterion, ...] = msgspec.field(name="criterion", default=())
    figure: Figure | None = None
    options: tuple[OptionPoints, ...] = msgspec.field(name="option", default=())
    exemplars: tuple[Exemplar, ...] = msgspec.field(name="exemplar", default=())
    concepts: dict[str, Concept] = msgspec.field(name="concept", default_factory=dict)
    prompt: str = ""

    @property
    def max_points(self) -> float:
        best = max((option.points for option in self.options), default=0.0)
        number = self.figure.points if self.figure else 0.0
        return float(sum(c.max_points for c in self.criteria) + best + number)

    def criterion(self, key: str) -> Criterion:
        return next(c for c in self.criteria if c.key == key)

    @classmethod
    def from_dict(cls, table: dict[str, Any], file: str = "rubric") -> Self:
        """A rubric from a table already read; raises RubricError."""
        return _checked(convert(table, cls, file), file)

    @classmethod
    def load(cls, path: Path | str) -> Self:
        """The rubric of one question from its own file; raises RubricError."""
        return _checked(load(Path(path), cls), Path(path).name)


class CaseRubric(msgspec.Struct, frozen=True, eq=False):
    """The rubrics of one case; `hash` is of the file's bytes."""

    case: str
    version: str
    questions: tuple[Rubric, ...]
    hash: str

    @property
    def max_points(self) -> float:
        return sum(question.max_points for question in self.questions)

    def question(self, key: str) -> Rubric:
        return next(question for question in self.questions if question.key == key)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    case: str
    version: str
    question: tuple[Rubric, ...]
    concept: dict[str, Concept] = {}


def load_case_rubric(path: Path | str) -> CaseRubric:
    """The rubric of a case; raises RubricError naming file, entry and remedy."""
    path = Path(path)
    file = load(path, _File)
    questions = tuple(
        _checked(
            msgspec.structs.replace(question, concepts=file.concept | question.concepts), path.name
        )
        for question in file.question
    )
    _unique(questions, path.name)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return CaseRubric(file.case, file.version, questions, digest)


def _unique(questions: tuple[Rubric, ...], file: str) -> None:
    from course.scoring.rubric_checks import unique

    unique(questions, file, "")


def _checked(rubric: Rubric, file: str) -> Rubric:
    from course.scoring.rubric_checks import check

    check(rubric, file)
    return rubric
