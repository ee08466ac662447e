"""Rubrics: what earns a point, kept from learners. One question each, or a whole case."""

import hashlib
from pathlib import Path
from typing import Literal, Self, TypeVar

import msgspec

from course.content import ClauseRef, ContentError, QuestionKind, Table, Words, convert, load
from course.judging.checks import against_case, check, complete
from course.judging.criterion import CommonError, Criterion, Evidence, Level, Stance
from course.judging.criterion_checks import unique
from course.judging.pattern import Pattern
from course.judging.short import written_out
from course.reading import Concept

__all__ = [
    "CaseRubric",
    "CommonError",
    "Criterion",
    "Evidence",
    "Exemplar",
    "Figure",
    "Level",
    "NearMiss",
    "OptionPoints",
    "Pattern",
    "Rubric",
    "RubricError",
    "load_case_rubric",
]

RubricError = ContentError


class NearMiss(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A number people arrive at by a usual mistake, as they would write it."""

    key: str
    value: str
    feedback: Words


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
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


class OptionPoints(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What choosing an option earns, and what to say to it."""

    key: str
    points: float
    feedback: Words


class Exemplar(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An answer written to test the rubric, with the points it should get."""

    key: str
    quality: Literal["good", "partial", "bad"]
    points: float
    text: str
    choice: str = ""


class Rubric(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    eq=False,
    weakref=True,
):
    """How one question is marked; docs/marking.md shows how to write one.

    `question` is what the learner reads; copied back, it earns nothing. Without a criterion,
    an answer is compared with the `reference_answers`, for `points`.
    `facts` are figures and quoted words of the case, for patterns that need a case-fact.
    """

    key: str
    kind: QuestionKind
    version: str = "1"
    question: str = ""
    stance: Stance = "explanation"
    clauses: tuple[ClauseRef, ...] = ()
    model_answer: Words | None = None
    reference_answers: tuple[str, ...] = ()
    points: float = 0.0
    facts: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = msgspec.field(name="criterion", default=())
    figure: Figure | None = None
    options: tuple[OptionPoints, ...] = msgspec.field(name="option", default=())
    exemplars: tuple[Exemplar, ...] = msgspec.field(name="exemplar", default=())
    concepts: dict[str, Concept] = msgspec.field(name="concept", default_factory=dict)

    @property
    def max_points(self) -> float:
        best = max((option.points for option in self.options), default=0.0)
        number = self.figure.points if self.figure else 0.0
        return float(sum(c.max_points for c in self.criteria) + best + number + self.points)

    @property
    def hash(self) -> str:
        """Sixteen letters that change with anything its author wrote."""
        return hashlib.sha256(msgspec.json.encode(self, order="deterministic")).hexdigest()[:16]

    def criterion(self, key: str) -> Criterion:
        return next(c for c in self.criteria if c.key == key)

    @classmethod
    def from_dict(cls, table: Table, file: Path | str = "rubric") -> Self:
        """A rubric from a table already read; raises RubricError."""
        return _checked(convert(written_out(table), cls, file), file)

    @classmethod
    def load(cls, path: Path | str) -> Self:
        """The rubric of one question from its own file; raises RubricError."""
        path = Path(path)
        return cls.from_dict({"key": path.stem} | load(path, Table), path)


_R = TypeVar("_R", bound=Rubric)


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
    file = convert(written_out(load(path, Table)), _File, path)
    unique(file.question, path, "")
    questions = tuple(_checked(_with(file.concept, q), path) for q in file.question)
    for question in questions:
        complete(question, path)
    against_case(file.case, questions, path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return CaseRubric(file.case, file.version, questions, digest)


def _with(concepts: dict[str, Concept], rubric: Rubric) -> Rubric:
    """A question with the concepts of its case."""
    return msgspec.structs.replace(rubric, concepts=concepts | rubric.concepts)


def _checked(rubric: _R, file: Path | str) -> _R:
    check(rubric, file)
    return rubric
