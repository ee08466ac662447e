"""What a rulebook must hold beyond the right kind of entries; refuses in an editor's words."""

from pathlib import Path

from course.judging.checks import check_known, check_place, refuse, unique
from course.judging.criterion import Evidence
from course.judging.names import alternatives
from course.judging.rulebook import Rulebook, Ruling
from course.reading import load_lexicon

MEASURES = (
    "own-work", "own-customers", "own-place", "own-name", "own-where", "sentences",
    "long-sentence", "long-words", "words-to-measure", "many-sentences",
)  # fmt: skip


def check_rulebook(book: Rulebook, file: Path | str) -> None:
    """Raise ContentError at the first entry of a rulebook that cannot be judged by."""
    known = set(load_lexicon().concept)
    unique(book.rules, file, "")
    check_known(book.recital, known, file, "recital")
    for rule in book.rules:
        where = f"rule {rule.key}"
        unique(rule.evidence, file, where)
        keys = {piece.key for piece in rule.evidence}
        for piece in rule.evidence:
            _piece(piece, known, file, f"{where}, {piece.key}")
        for ruling in rule.rulings:
            _ruling(ruling, keys, file, f"{where}, {ruling.reason}")
        if rule.rulings[-1].requires:
            remedy = "End with a ruling that requires nothing."
            refuse(file, where, "a text may find no ruling that holds", remedy)


def _piece(piece: Evidence, known: set[str], file: Path | str, where: str) -> None:
    if piece.measure and piece.measure not in MEASURES:
        remedy = f"Choose from: {', '.join(MEASURES)}."
        refuse(file, where, f"there is no measure '{piece.measure}'", remedy)
    if bool(piece.measure) == bool(piece.any_of):
        refuse(file, where, "it is neither words nor a measure", "Give 'any_of' or 'measure'.")
    for pattern in piece.any_of:
        if not pattern.of:
            refuse(file, where, "a pattern does not say what it looks for", "Add 'of'.")
        check_place(pattern, known, file, where)


def _ruling(ruling: Ruling, keys: set[str], file: Path | str, where: str) -> None:
    for group in (*ruling.requires, *([ruling.quotes] if ruling.quotes else [])):
        for one in alternatives(group):
            way, _, key = one.rpartition(" ")
            if key not in keys:
                refuse(file, where, f"it requires '{key}'", "Name evidence of this rule.")
            if way not in ("", "not", "no", "contradicted"):
                refuse(file, where, f"'{way}' is no way to require", "Write not, no, contradicted.")
