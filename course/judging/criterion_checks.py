"""What a criterion must hold beyond the right kind of entries; refuses in an editor's words."""

from collections.abc import Iterable, Set
from pathlib import Path
from typing import NoReturn, Protocol

import msgspec

from course.content import ContentError
from course.judging.criterion import Criterion, Level
from course.judging.names import alternatives, literal, sided
from course.judging.pattern import Pattern
from course.reading import load_lexicon
from course.reading.numbers import quantities
from course.reading.structures import KINDS

CASE_FACT = "case-fact"  # the kind of fact that a rubric lists itself


_OF_ANSWERS = {"clauses", "veto"}
OF_OWN_TEXTS = {"same_as", "clause", "edition", "each", "recited", "quotes"}


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


def check_rulebook(
    criteria: tuple[Criterion, ...], recital: tuple[str, ...], file: Path | str
) -> None:
    """Raise ContentError at the first entry of a rulebook that cannot be judged by."""
    unique(criteria, file, "")
    check_known(recital, load_lexicon().concept.keys(), file, "recital")
    for criterion in criteria:
        where = f"criterion {criterion.key}"
        without(_OF_ANSWERS, criterion, file, where)
        if bool(criterion.levels) == bool(criterion.same_as):
            refuse(file, where, "it needs levels, or 'same_as'", "Give it one of them.")
        for level in criterion.levels:
            if level.state is None or not level.reason:
                problem = "a level gives no state, or no reason"
                refuse(file, where, problem, "Say met, partly or missing, and why.")
        if criterion.levels and 0 not in criterion.reached(frozenset()):
            remedy = "Begin with what is said of a text that holds nothing."
            refuse(file, where, "its first level asks for something", remedy)
        check_criterion(criterion, frozenset(), file, where)


def check_criterion(criterion: Criterion, own: Set[str], file: Path | str, where: str) -> None:
    """`own`: concepts that stand beside the criterion, and not in the lexicon."""
    unique(criterion.evidence, file, where)
    known, keys = load_lexicon().concept.keys() | own, {piece.key for piece in criterion.evidence}
    for evidence in criterion.evidence:
        if bool(evidence.measure) == bool(evidence.any_of):
            problem, remedy = "it is neither words nor a measure", "Give 'any_of' or 'measure'."
            refuse(file, f"{where}, {evidence.key}", problem, remedy)
    for piece in criterion.pieces:
        for pattern in piece.any_of:
            _pattern(pattern, known, file, f"{where}, {piece.key}")
    for pattern in criterion.veto:
        _pattern(pattern, known, file, f"{where}, veto")
    for error in criterion.common_errors:
        check_known(error.only, known, file, f"{where}, {error.key or error.reason}")
    for level in criterion.levels:
        _level(level, keys, file, f"{where}, level {level.reason or level.points}")


def _level(level: Level, keys: set[str], file: Path | str, where: str) -> None:
    if level.wanted > len(keys):
        problem = f"it asks for {level.wanted} pieces of evidence of {len(keys)}"
        refuse(file, where, problem, "Ask for fewer, or add evidence.")
    for group in filter(None, (*level.requires, level.among, level.quotes)):
        for one in alternatives(group):
            way, _, key = one.rpartition(" ")
            if key not in keys:
                refuse(file, where, f"it requires '{key}'", "Name evidence of this criterion.")
            if way not in ("", "not", "no", "contradicted"):
                refuse(file, where, f"'{way}' is no way to require", "Write not, no, contradicted.")


def _pattern(pattern: Pattern, known: Set[str], file: Path | str, where: str) -> None:
    if not (pattern.of or pattern.all_of or pattern.figures or pattern.needs):
        refuse(file, where, "a pattern is empty", "Name concepts, figures or needs.")
    check_known(pattern.concepts, known, file, where)
    if pattern.said_at == "after" and not pattern.after:
        refuse(file, where, "it is said at 'after', which is empty", "Name what follows.")
    for group in pattern.figures:
        for figure in alternatives(group):
            if len(quantities(figure)) != 1:
                refuse(file, where, f"'{figure}' is not one number", "Write it as '2.6 %'.")
    for need in (name for group in pattern.needs for _, name in sided(group)):
        if need not in (*KINDS, CASE_FACT):
            kinds = ", ".join((*KINDS, CASE_FACT))
            refuse(file, where, f"it needs '{need}'", f"Choose from: {kinds}.")


def without(names: Iterable[str], criterion: Criterion, file: Path | str, where: str) -> None:
    """Refuse what would mean nothing here."""
    for field in msgspec.structs.fields(Criterion):
        if field.name in names and getattr(criterion, field.name) != field.default:
            remedy = "Leave it out: docs/marking.md says where it belongs."
            refuse(file, where, f"'{field.name}' has no meaning here", remedy)


def check_known(names: Iterable[str], known: Set[str], file: Path | str, where: str) -> None:
    for name in names:
        if name not in known and not literal(name):
            remedy = "Add it to data/lexicon, or to [concept] of this file, or quote it."
            refuse(file, where, f"no concept is called '{name}'", remedy)


def unique(records: Iterable[_Keyed], file: Path | str, where: str) -> None:
    seen: set[str] = set()
    for record in records:
        if record.key in seen:
            entry = f"{where}, {record.key}" if where else record.key
            refuse(file, entry, "it stands twice", "Give each its own key.")
        seen.add(record.key)


def refuse(file: Path | str, entry: str, problem: str, remedy: str) -> NoReturn:
    raise ContentError(file, entry, problem, remedy)
