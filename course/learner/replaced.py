"""What becomes of a text that several pages write: the last typed stands, the others wait.

A page types over the words it shows. Other words that stand in the field by then were saved by
another page: they wait beside it until they are brought back, left, or part of the text again.
No clock decides what is kept. All of it lies in one table: `text` is the field, `text.at` when it
was saved, `text.replaced` what waits, `text.fullest` its longest version.
"""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from course.content import Table

FULLEST, _AT, _REPLACED = BESIDE = (".fullest", ".at", ".replaced")
_LEFT = 20  # texts that nobody wanted back are kept on file, the newest of them


class Replaced(NamedTuple):
    """Words that were replaced, and when they were written: an ISO time, or nothing.

    `own` are those that gave way here, when others were brought back.
    """

    text: str
    at: str
    own: bool = False


def words(table: Table, field: str) -> str:
    """The words of a field; what is no text is none."""
    value = table.get(field)
    return value if isinstance(value, str) else ""


def waiting(table: Table, field: str) -> list[Replaced]:
    """What can be brought back, the newest first."""
    found = [one for one in _waiting(table, field) if not one.get("left")]
    here = words(table, field)
    open_ = [one for one in reversed(found) if words(one, "text") not in here]
    return [Replaced(words(one, "text"), words(one, "at"), "own" in one) for one in open_]


def typed(table: Table, field: str, text: str, over: Collection[str], now: str) -> None:
    """Save what was typed over words the page showed; others that stand there wait."""
    here = words(table, field)
    others = _without(table, field, [*over, here])
    if here not in over and here.strip():
        others.append({"text": here, "at": saved_at(table, field)})
    _put(table, field, text, others, now)


def given_back(
    table: Table, field: str, text: str, over: Collection[str], at: str, now: str
) -> None:
    """Words a browser kept while nobody could save them: judged by when they were typed.

    Those older than what stands there wait beside it.
    """
    here = words(table, field)
    if text == here:
        return
    if here in over or moment(at) >= moment(saved_at(table, field)):
        typed(table, field, text, over, now)
    elif text.strip():
        mine: Table = {"text": text, "at": at}
        others = [*_without(table, field, [*over, text]), mine]
        _put(table, field, here, others, saved_at(table, field))


def brought_back(table: Table, field: str, text: str, now: str) -> None:
    """Put words that wait back into the field; those that stand there wait in their place."""
    if all(words(one, "text") != text for one in _waiting(table, field)):
        return
    here = words(table, field)
    others = _without(table, field, [text, here])
    if here.strip():
        others.append({"text": here, "at": saved_at(table, field), "own": True})
    _put(table, field, text, others, now)


def left(table: Table, field: str, text: str) -> None:
    """Offer these words no more; they stay on file."""
    found = _waiting(table, field)
    for one in found:
        if words(one, "text") == text:
            one["left"] = True
    old = [one for one in found if one.get("left")][:-_LEFT]
    table[field + _REPLACED] = [one for one in found if one not in old]


def distance(one: str, other: str) -> int:
    """How many characters one keystroke, or one paste, would take away and put in their place."""
    start = _alike(one, other)
    end = _alike(one[start:][::-1], other[start:][::-1])
    return len(one) + len(other) - 2 * (start + end)


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def saved_at(table: Table, field: str) -> str:
    """When the field was saved; an older file tells only when anything in it was."""
    return words(table, field + _AT) or words(table, "saved")


def _put(table: Table, field: str, text: str, others: list[Table], now: str) -> None:
    fullest = max(words(table, field + FULLEST), text, key=len)
    table |= {field: text, field + FULLEST: fullest, field + _AT: now}
    table[field + _REPLACED] = [one for one in others if words(one, "text") not in text]
    if not table[field + _REPLACED]:
        del table[field + _REPLACED]


def _without(table: Table, field: str, texts: Collection[str]) -> list[Table]:
    """What waits, but for texts whose own page has typed on."""
    return [one for one in _waiting(table, field) if words(one, "text") not in texts]


def _waiting(table: Table, field: str) -> list[Table]:
    """What waits, as it is on file; entries of another shape are passed over."""
    found = table.get(field + _REPLACED)
    sound = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    return [one | {"at": words(one, "at")} for one in sound if words(one, "text").strip()]


def moment(time: str) -> float:
    """A time to compare with others; what is no time lies before all of them."""
    try:
        return datetime.fromisoformat(time).timestamp()
    except (ValueError, OverflowError):
        return float("-inf")
