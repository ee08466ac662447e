"""Answers with the marks that people gave them, to measure the engine by."""

from pathlib import Path
from typing import Literal

import msgspec

from course.content import ContentError, by_key, load, load_case
from course.judging import Answer, KnownTexts, Rubric
from course.trainer.build import rubric_of


class Reading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who marked: a short name, and how they did it, said honestly."""

    key: str
    by: str


Part = Literal["teach", "tune", "prove", ""]


class Marked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer and, by reading, the level of each criterion or the points of the whole.

    `said` and `against`: by reading and criterion, the numbers of the windows (of
    `course.reading.meaning`, from 1) that carry it or say its opposite. `part`: what the answer
    is for; a writer's answers are all for one, and what is to `prove` teaches nothing.
    What is to teach or to tune may have been read by some of the readers alone.
    """

    key: str
    text: str
    writer: str = ""
    part: Part = ""
    style: str = ""
    language: str = ""
    choice: str = ""
    levels: dict[str, dict[str, int]] = {}
    points: dict[str, float] = {}
    said: dict[str, dict[str, tuple[int, ...]]] = {}
    against: dict[str, dict[str, tuple[int, ...]]] = {}


class Gold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Marked answers to one question, of a case or of the rubric in a file beside this one."""

    question: str
    origin: str
    readings: tuple[Reading, ...] = msgspec.field(name="reading")
    answers: tuple[Marked, ...] = msgspec.field(name="answer")
    case: str = ""
    rubric: str = ""


class GoldSet(msgspec.Struct, frozen=True):
    """A gold file with the rubric it is marked by and what its writers were given to read.

    `known` are the texts that real learners may have copied from.
    """

    gold: Gold
    rubric: Rubric
    given: tuple[str, ...] = ()
    known: KnownTexts | None = None

    def answer(self, marked: Marked) -> Answer:
        return Answer(text=marked.text, choice=marked.choice)

    def points(self, marked: Marked, reading: str) -> float:
        """What the reading comes to; the option chosen counts by itself."""
        if reading in marked.points:
            return marked.points[reading]
        levels = marked.levels[reading]
        prose = sum(c.levels[levels[c.key]].points for c in self.rubric.criteria)
        chosen = (o.points for o in self.rubric.options if o.key == marked.choice)
        return prose + next(chosen, 0.0)


def proving(gold_set: GoldSet) -> GoldSet:
    """Only the answers that are there to prove by, where a file has such."""
    held = tuple(a for a in gold_set.gold.answers if a.part == "prove")
    return _with(gold_set, held) if held else gold_set


def read_by_all(gold_set: GoldSet) -> GoldSet:
    """Only the answers that every reader marked."""
    keys = [reading.key for reading in gold_set.gold.readings]
    return _with(
        gold_set,
        tuple(
            a for a in gold_set.gold.answers if all(k in a.levels or k in a.points for k in keys)
        ),
    )


def _with(gold_set: GoldSet, answers: tuple[Marked, ...]) -> GoldSet:
    gold = msgspec.structs.replace(gold_set.gold, answers=answers)
    return msgspec.structs.replace(gold_set, gold=gold)


def read_gold(path: Path) -> GoldSet:
    """A gold file, checked against its rubric; ContentError says what is wrong and where."""
    gold = load(path, Gold)
    if bool(gold.case) == bool(gold.rubric):
        raise ContentError(path, "", "it names no rubric, or two", "Give either case or rubric.")
    if gold.case:
        rubric = next((q for q in rubric_of(gold.case).questions if q.key == gold.question), None)
        given = load_case(gold.case).texts
    else:
        rubric, given = Rubric.load(path.parent / gold.rubric), ()
        rubric = rubric if rubric.key == gold.question else None
    if rubric is None:
        remedy = "Correct the name."
        raise ContentError(path, "question", f"the rubric has no '{gold.question}'", remedy)
    _check(path, gold, rubric)
    return GoldSet(gold, rubric, given)


def _check(path: Path, gold: Gold, rubric: Rubric) -> None:
    by_key(gold.answers, lambda answer: answer.key, path, "answer")
    readings = by_key(gold.readings, lambda reading: reading.key, path, "reading")
    if not gold.answers or not readings:
        raise ContentError(path, "", "it has no answer, or nobody read them", "Add both.")
    for answer in gold.answers:
        where = f"answer {answer.key}"
        for reading in readings:
            if reading in answer.points:
                _check_points(path, f"{where}, {reading}", answer.points[reading], rubric)
            elif reading in answer.levels:
                _check_levels(path, f"{where}, {reading}", answer.levels[reading], rubric)
            elif not (answer.part in ("teach", "tune") and (answer.levels or answer.points)):
                remedy = f"Add levels.{reading} or points.{reading}."
                raise ContentError(path, where, f"'{reading}' did not mark it", remedy)


def _check_points(path: Path, where: str, points: float, rubric: Rubric) -> None:
    if not 0 <= points <= rubric.max_points:
        problem = f"{points:g} points are not possible"
        raise ContentError(path, where, problem, f"Give 0 to {rubric.max_points:g}.")


def _check_levels(path: Path, where: str, levels: dict[str, int], rubric: Rubric) -> None:
    wanted = {criterion.key: len(criterion.levels) - 1 for criterion in rubric.criteria}
    if not wanted or set(levels) != set(wanted):
        off = ", ".join(sorted(set(levels) ^ set(wanted))) or "levels"
        raise ContentError(path, where, f"{off}: missing or unknown", "Mark each criterion once.")
    for key, top in wanted.items():
        if not 0 <= levels[key] <= top:
            problem = f"{key} has no level {levels[key]}"
            raise ContentError(path, where, problem, f"Give 0 to {top}.")
