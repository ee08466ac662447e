"""A second reader's view of an answer: what its replies are worth, and who looks because of it.

It gives no points and takes none. A reply counts only with words that stand in the answer.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, Protocol, get_args

import msgspec

from course.judging import Mark, Rubric
from course.marking.agreement import is_near
from course.marking.second_prompt import Asked

FLAG = "second-reader"
LONGEST = 5_000  # characters of a reply; what was asked for takes a tenth
FEWEST = 3  # words of a quotation: fewer stand in any answer


# Why there is no reading: entries of the wording, grading.second.void. No reply came, and another
# time there may be one; or it came, and cannot be used.
Passing = Literal["too-slow", "no-answer", "sent-elsewhere", "not-let-in", "refused"]
Unusable = Literal[
    "no-json",
    "unknown-level",
    "no-quotation",
    "short-quotation",
    "not-quoted",
    "too-long",
    "other-model",
]
Void = Literal["", "not-asked", Passing, Unusable]
PASSING = frozenset(get_args(Passing))


class Reading(msgspec.Struct, frozen=True, omit_defaults=True):
    """The level one criterion has reached, and the words that carry it; or why there is none."""

    level: int = 0
    quotation: str = ""
    void: Void = ""


class Unanswered(Exception):
    """No reply that could be weighed; `again`: it may be worth asking once more."""

    def __init__(self, reason: Void, again: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.again = reason, again


@dataclass(frozen=True)
class Reply:
    """What a model said, which is not to be trusted, and what it calls itself."""

    content: str
    model: str


class SecondReader(Protocol):
    """Whoever can be asked for a level and a quotation."""

    def ask(self, model: str, asked: Asked, text: str) -> Reply:
        """The reply to one criterion of one answer; Unanswered where there is none."""


class _Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    level: int
    quotation: str


def understood(reply: str, asked: Asked, text: str) -> Reading:
    """The reading a reply holds; whatever it holds else, it is void and says why."""
    if len(reply) > LONGEST:
        return Reading(void="too-long")
    try:
        said = msgspec.json.decode(reply, type=_Said)
    except (msgspec.DecodeError, UnicodeError):
        return Reading(void="no-json")
    if not 0 <= said.level < len(asked.levels):
        return Reading(void="unknown-level")
    words = said.quotation.split()
    if not words:
        return Reading(void="no-quotation") if said.level else Reading()
    if _words(said.quotation) < min(FEWEST, _words(text)):
        return Reading(void="short-quotation")
    found = _found(words, text)
    return Reading(said.level, found) if found else Reading(void="not-quoted")


def _words(text: str) -> int:
    """A dash or a bullet is none."""
    return len(re.findall(r"\w+", text))


def _found(words: list[str], text: str) -> str:
    """The words as they stand in the answer, whole and in a row; only white space may differ."""
    pattern = r"\s+".join(map(re.escape, words))
    before = r"(?<!\w)" if re.match(r"\w", words[0]) else ""
    after = r"(?!\w)" if re.search(r"\w$", words[-1]) else ""
    match = re.search(f"{before}{pattern}{after}", text)
    return match[0] if match else ""


def second_total(rubric: Rubric, mark: Mark, readings: Mapping[str, Reading]) -> float | None:
    """The points by the second reader's levels; where a reading is void, the engine's count.

    None where it has read nothing of the answer. What a trainer's marks of others have taught
    corrects the engine, and is left out.
    """
    levels = {c.key: c.levels for c in rubric.criteria}
    read = levels.keys() & {one.key for one in mark.criteria}
    heard = {key: one.level for key, one in readings.items() if not one.void and key in read}
    if not heard:
        return None
    return float(
        sum(
            levels[one.key][heard[one.key]].points if one.key in heard else one.points
            for one in mark.criteria
            if one.key != "marks"
        )
    )


def routed(mark: Mark, total: float | None) -> Mark:
    """The mark with its points as they are; where the two are not near, a trainer looks.

    Near is a tenth of the most points, as it is wherever two marks of an answer are compared.
    """
    if total is None or is_near(total - mark.points, mark.max_points):
        return mark
    way = "check" if mark.route == "suggest" else mark.route
    return replace(mark, flags=(*mark.flags, FLAG), route=way)
