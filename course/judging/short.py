"""Writes the short forms of a rubric out in full: what goes without saying need not be said."""

from collections.abc import Callable
from itertools import pairwise

from course.content import Table

_WORDS = ("title", "label", "looks_like", "next_step", "feedback")


def written_out(table: Table) -> Table:
    """The table of a question, or of a case with its questions, with nothing left to guess.

    What has the wrong shape is left as it is: the records refuse it by name.
    """
    questions = table.get("question")
    if isinstance(questions, list):  # the file of a case speaks both languages
        full = [with_patterns(q) if isinstance(q, dict) else q for q in questions]
        return table | {"question": full}
    return _question(table)


def _question(table: Table) -> Table:
    kind = "figure" if "figure" in table else "choice" if "option" in table else "prose"
    full: Table = {"key": "question", "kind": kind} | table
    if "reference_answers" in full and "criterion" not in full:
        full = {"points": 1.0} | full
    if isinstance(model := full.get("model_answer"), str):
        full["model_answer"] = _both(model)
    full["criterion"] = _each(full.get("criterion", []), _criterion)
    for name in ("figure", "option"):
        if name in full:
            full[name] = _spoken(full[name])
    return with_patterns(full)


def _criterion(table: object, number: int) -> object:
    if not isinstance(table, dict):
        return table
    full: Table = {"key": f"criterion-{number}", **table}
    full.setdefault("title", str(full["key"]).replace("-", " "))
    if "any_of" in full:
        full.setdefault("evidence", [{"key": "evidence", "any_of": full.pop("any_of")}])
    if "level" not in full:
        full["level"] = [{"points": full.pop("points", 1), "asks": full.pop("asks", 1)}]
    full["level"] = _levels(full["level"], full["title"])
    full["evidence"] = _each(full.get("evidence", []), _evidence)
    return _spoken(full)


def _levels(levels: object, title: object) -> object:
    """Level 0 in front, where it was left out; what a level looks like, where nobody says."""
    if not isinstance(levels, list) or not all(isinstance(level, dict) for level in levels):
        return levels
    if levels and levels[0].get("points") != 0:
        levels = [{"points": 0}, *levels]
    full = [{"looks_like": title, "asks": n} | level for n, level in enumerate(levels)]
    for level, above in pairwise(full):
        level.setdefault("next_step", above["looks_like"])
    return full


def _evidence(piece: object, number: int) -> object:
    """A piece of evidence may be its patterns alone, or a single one."""
    if isinstance(piece, str):
        piece = {"any_of": [piece]}
    return {"key": f"evidence-{number}"} | piece if isinstance(piece, dict) else piece


def with_patterns(question: Table) -> Table:
    """`a & b | c` is a pattern of two groups."""
    full = dict(question)
    full["criterion"] = _each(full.get("criterion", []), lambda c, _: _of_criterion(c))
    return full


def _of_criterion(criterion: object) -> object:
    if not isinstance(criterion, dict):
        return criterion
    full = dict(criterion)
    for name in ("evidence", "common_error"):
        if isinstance(full.get(name), list):
            full[name] = [_of_piece(piece) for piece in full[name]]
    if isinstance(full.get("veto"), list):
        full["veto"] = [_pattern(pattern) for pattern in full["veto"]]
    return full


def _of_piece(piece: object) -> object:
    if not isinstance(piece, dict) or not isinstance(piece.get("any_of"), list):
        return piece
    return piece | {"any_of": [_pattern(pattern) for pattern in piece["any_of"]]}


def _pattern(pattern: object) -> object:
    if not isinstance(pattern, str):
        return pattern
    return {"all_of": [group.strip() for group in pattern.split("&")]}


def _each(tables: object, change: Callable[[object, int], object]) -> object:
    """Each entry changed; what is no list, or no table in it, is left for the records to refuse."""
    if not isinstance(tables, list):
        return tables
    return [change(one, number) for number, one in enumerate(tables, 1)]


def _spoken(part: object) -> object:
    """Words said once stand for both languages."""
    if isinstance(part, list):
        return [_spoken(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        name: _both(value) if name in _WORDS and isinstance(value, str) else _spoken(value)
        for name, value in part.items()
    }


def _both(words: str) -> dict[str, str]:
    return {"en": words, "ar": words}
