"""What a rubric must hold beyond the right kind of entries; refuses in an editor's words."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from course.content import ClauseRef, Words, load_case, load_clauses
from course.content.folders import cases
from course.judging.criterion import Criterion
from course.judging.criterion_checks import (
    CASE_FACT,
    OF_OWN_TEXTS,
    check_criterion,
    refuse,
    unique,
    without,
)
from course.judging.names import literal, sided
from course.paths import DATA
from course.reading.numbers import quantities

if TYPE_CHECKING:
    from course.judging.rubric import Rubric


def check(rubric: "Rubric", file: Path | str) -> None:
    """Raise ContentError at the first entry that cannot be marked by."""
    where = f"question {rubric.key}"
    _kind(rubric, file, where)
    _reference(rubric, file, where)
    unique(rubric.criteria, file, where)
    unique(rubric.options, file, where)
    unique(rubric.exemplars, file, where)
    _clauses(rubric.clauses, file, where)
    _points(rubric, file, where)
    for key, own in rubric.concepts.items():
        if own.exact:
            remedy = "Move it to a file of data/lexicon, or leave 'exact' out."
            refuse(file, f"{where}, concept {key}", "its terms are patterns", remedy)
    for criterion in rubric.criteria:
        _criterion(rubric, criterion, file, f"{where}, criterion {criterion.key}")
    for exemplar in rubric.exemplars:
        if not 0 <= exemplar.points <= rubric.max_points:
            entry = f"{where}, exemplar {exemplar.key}"
            problem = f"it expects {exemplar.points:g} of {rubric.max_points:g} points"
            refuse(file, entry, problem, "Expect no more than the question gives.")


def _points(rubric: "Rubric", file: Path | str, where: str) -> None:
    """Nothing takes points away: a mistake earns none."""
    given = [(f"option {option.key}", option.points) for option in rubric.options]
    if figure := rubric.figure:
        given += [("figure, points", figure.points), ("figure, without_unit", figure.without_unit)]
        given += [("figure, tolerance", figure.tolerance)]
    for entry, points in given:
        if not points >= 0:
            refuse(file, f"{where}, {entry}", f"it says {points:g}", "Write 0 or more.")


def _kind(rubric: "Rubric", file: Path | str, where: str) -> None:
    if (rubric.kind == "figure") != (rubric.figure is not None):
        remedy = "Give a [figure] to a figure question, and to no other."
        refuse(file, where, f"the kind is '{rubric.kind}'", remedy)
    if (rubric.kind == "choice") != bool(rubric.options):
        remedy = "Give options to a choice question, and to no other."
        refuse(file, where, f"the kind is '{rubric.kind}'", remedy)
    if rubric.kind == "prose" and not (rubric.criteria or rubric.reference_answers):
        remedy = "Add what the answer is judged on, or a reference answer."
        refuse(file, where, "it has no criterion", remedy)


def _reference(rubric: "Rubric", file: Path | str, where: str) -> None:
    """Points of its own belong to a question that is marked by its reference answers alone."""
    by_reference = rubric.kind == "prose" and not rubric.criteria
    if by_reference and not any(text.strip() for text in rubric.reference_answers):
        refuse(file, where, "its reference answers are empty", "Write one.")
    if by_reference and not rubric.points > 0:
        refuse(file, f"{where}, points", f"it says {rubric.points:g}", "Write more than 0.")
    if rubric.points and not by_reference:
        remedy = "Leave it out: the criteria, the figure and the options give the points."
        refuse(file, f"{where}, points", f"it says {rubric.points:g}", remedy)
    for fact in rubric.facts:
        if not literal(fact) and len(quantities(fact)) != 1:
            problem = f"'{fact}' is neither one number nor words in single quotes"
            refuse(file, f"{where}, facts", problem, "Write it as '2.6 %', or quote the words.")


def _criterion(rubric: "Rubric", criterion: Criterion, file: Path | str, where: str) -> None:
    without(OF_OWN_TEXTS, criterion, file, where)
    _clauses(criterion.clauses, file, where)
    unique(criterion.common_errors, file, where)
    _levels(criterion, file, where)
    for piece in criterion.evidence:
        if piece.measure:
            problem = "what is counted has no words that could earn a point"
            refuse(file, f"{where}, {piece.key}", problem, "Look for words: give 'any_of'.")
    check_criterion(criterion, rubric.concepts.keys(), file, where)
    for what, words in (("title", criterion.title), *_words(criterion)):
        if words is None:
            refuse(file, f"{where}, {what}", "its words are missing", "Add them.")
    needs = (need for p in criterion.patterns for need in p.needs)
    if any(name == CASE_FACT for need in needs for _, name in sided(need)) and not rubric.facts:
        refuse(file, where, "it needs a case-fact", "List the facts of the case as 'facts'.")


def _words(criterion: Criterion) -> Iterator[tuple[str, Words | None]]:
    """What is said of each level, and to each mistake."""
    for level in criterion.levels:
        yield f"level {level.points:g}, looks_like", level.looks_like
    for error in criterion.common_errors:
        yield f"{error.key}, feedback", error.feedback


def _levels(criterion: Criterion, file: Path | str, where: str) -> None:
    points = [level.points for level in criterion.levels]
    if len(points) < 2 or points[0] or points != sorted(set(points)):
        said = ", ".join(f"{one:g}" for one in points) or "none"
        remedy = "Begin with 0 and award more at each level."
        refuse(file, where, f"its levels give {said} points", remedy)
    for level in criterion.levels:
        entry = f"{where}, level {level.points}"
        if level.points < points[-1] and level.next_step is None:
            refuse(file, entry, "it has no next step", "Say how to reach the level above.")
        if level.points and not level.wanted:
            refuse(file, entry, "it asks for no evidence", "A point needs words that earn it.")


def _clauses(refs: tuple[ClauseRef, ...], file: Path | str, where: str) -> None:
    if not (DATA / "clauses.toml").exists():
        return
    for ref in refs:
        if ref not in load_clauses():
            problem = f"clause {ref.number} ({ref.edition}) is not in the clause map"
            refuse(file, where, problem, "Correct the number, or add it to data/clauses.toml.")


def complete(rubric: "Rubric", file: Path | str) -> None:
    """What a question of a case must also say: a model answer, and clauses with their edition."""
    where = f"question {rubric.key}"
    if not rubric.clauses:
        refuse(file, where, "it names no clause", "Add an edition and a number.")
    if rubric.model_answer is None:
        refuse(file, where, "'model_answer' is missing", "Add it, in both languages.")
    for criterion in rubric.criteria:
        entry = f"{where}, criterion {criterion.key}"
        if not criterion.clauses:
            refuse(file, entry, "it names no clause", "Add an edition and a number.")
        if [level.points for level in criterion.levels] != list(range(len(criterion.levels))):
            said = ", ".join(f"{level.points:g}" for level in criterion.levels)
            remedy = "Award 0, 1, 2 … in this order with no gap."
            refuse(file, entry, f"its levels give {said} points", remedy)


def against_case(case: str, questions: "tuple[Rubric, ...]", file: Path | str) -> None:
    """The rubric must ask what the case asks: the same questions, kinds and options."""
    if case not in cases():
        return
    asked = load_case(case).questions
    if [q.key for q in asked] != [q.key for q in questions]:
        keys = ", ".join(q.key for q in asked)
        refuse(file, "", "it asks different questions from the case", f"The case asks: {keys}.")
    for question, rubric in zip(asked, questions, strict=True):
        where = f"question {rubric.key}"
        if question.kind != rubric.kind:
            remedy = f"The case says '{question.kind}'."
            refuse(file, where, f"the kind is '{rubric.kind}'", remedy)
        options = {option.key for option in question.options}
        if options != {option.key for option in rubric.options}:
            remedy = f"The case offers: {', '.join(sorted(options))}."
            refuse(file, where, "its options are not those of the case", remedy)
