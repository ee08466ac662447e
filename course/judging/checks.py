"""What a rubric must hold beyond the right kind of entries; refuses in an editor's words."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol

from course.content import ClauseRef, ContentError, load_case, load_clauses
from course.content.folders import cases
from course.judging.criterion import Criterion, Pattern
from course.judging.evidence import CASE_FACT
from course.judging.names import alternatives, literal, sided
from course.paths import DATA
from course.reading import load_lexicon
from course.reading.numbers import quantities
from course.reading.structures import KINDS

if TYPE_CHECKING:
    from course.judging.rubric import Rubric


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


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
    _clauses(criterion.clauses, file, where)
    unique(criterion.evidence, file, where)
    unique(criterion.common_errors, file, where)
    _levels(criterion, file, where)
    known = set(load_lexicon().concept) | set(rubric.concepts)
    for piece in criterion.pieces:
        for pattern in piece.any_of:
            _pattern(pattern, known, file, f"{where}, {piece.key}")
    for pattern in criterion.veto:
        _pattern(pattern, known, file, f"{where}, veto")
    patterns = [p for piece in criterion.evidence for p in piece.any_of]
    if (
        any(name == CASE_FACT for p in patterns for need in p.needs for _, name in sided(need))
        and not rubric.facts
    ):
        refuse(file, where, "it needs a case-fact", "List the facts of the case as 'facts'.")


def _levels(criterion: Criterion, file: Path | str, where: str) -> None:
    points = [level.points for level in criterion.levels]
    if len(points) < 2 or points[0] or points != sorted(set(points)):
        said = ", ".join(f"{one:g}" for one in points) or "none"
        remedy = "Begin with 0 and award more at each level."
        refuse(file, where, f"its levels give {said} points", remedy)
    keys = {piece.key for piece in criterion.evidence}
    for level in criterion.levels:
        entry = f"{where}, level {level.points}"
        if level.points < points[-1] and level.next_step is None:
            refuse(file, entry, "it has no next step", "Say how to reach the level above.")
        if level.wanted > len(keys):
            problem = f"it asks for {level.wanted} pieces of evidence of {len(keys)}"
            refuse(file, entry, problem, "Ask for fewer, or add evidence.")
        for key in level.requires:
            if key not in keys:
                refuse(file, entry, f"it requires '{key}'", "Name evidence of this criterion.")
        if level.points and not level.wanted:
            refuse(file, entry, "it asks for no evidence", "A point needs words that earn it.")


def _pattern(pattern: Pattern, known: set[str], file: Path | str, where: str) -> None:
    if pattern.of:
        check_place(pattern, known, file, where)
        return
    if not (pattern.all_of or pattern.figures or pattern.needs):
        refuse(file, where, "a pattern is empty", "Name concepts, figures or needs.")
    for group in (*pattern.all_of, *pattern.unless):
        for _, concept in sided(group):
            if concept not in known and not literal(concept):
                remedy = "Add it to data/lexicon or to [concept] of this file, or quote it."
                refuse(file, where, f"no concept is called '{concept}'", remedy)
    for group in pattern.figures:
        for figure in alternatives(group):
            if len(quantities(figure)) != 1:
                refuse(file, where, f"'{figure}' is not one number", "Write it as '2.6 %'.")
    for need in (name for group in pattern.needs for _, name in sided(group)):
        if need not in (*KINDS, CASE_FACT):
            refuse(
                file, where, f"it needs '{need}'", f"Choose from: {', '.join(KINDS)}, case-fact."
            )


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


def unique(records: Iterable[_Keyed], file: Path | str, where: str) -> None:
    seen: set[str] = set()
    for record in records:
        if record.key in seen:
            entry = f"{where}, {record.key}" if where else record.key
            refuse(file, entry, "it stands twice", "Give each its own key.")
        seen.add(record.key)


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


def refuse(file: Path | str, entry: str, problem: str, remedy: str) -> NoReturn:
    raise ContentError(file, entry, problem, remedy)


def check_place(pattern: Pattern, known: set[str], file: Path | str, where: str) -> None:
    """A pattern that judges each place of an idea."""
    named = (pattern.of, *pattern.before, *pattern.after, *pattern.bars, *pattern.apart)
    asked = (name for name in (pattern.about, pattern.since) if name)
    check_known((*named, *pattern.all_of, *pattern.unless, *asked), known, file, where)
    if pattern.said_at == "after" and not pattern.after:
        refuse(file, where, "it is said at 'after', which is empty", "Name what follows.")


def check_known(groups: Iterable[str], known: set[str], file: Path | str, where: str) -> None:
    for group in groups:
        for _, name in sided(group):
            if name not in known and not literal(name):
                remedy = "Add it to a file of data/lexicon, or correct its spelling."
                refuse(file, where, f"no concept is called '{name}'", remedy)
