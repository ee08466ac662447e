"""What the marking engine says of one answer: a suggestion with its evidence."""

from dataclasses import dataclass
from typing import Literal, get_args

from course.reading import Span

Route = Literal["suggest", "check", "trainer"]
# Why an answer was not read at all.
Unread = Literal["too-long", "out-of-time", "engine-failed", "no-sheet"]
UNREAD = frozenset(get_args(Unread))


@dataclass(frozen=True)
class CriterionMark:
    """One criterion: the level reached, and the words that reached it.

    `spans` are (start, end) offsets into the answer; every point above zero has one.
    `errors` are keys of the rubric's common errors seen in the answer. `strength` says from 0
    to 1 how much of what the highest level asks for was found.
    """

    key: str
    level: int
    points: float
    max_points: float
    spans: tuple[Span, ...] = ()
    missing: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    strength: float = 0.0


@dataclass(frozen=True)
class Mark:
    """One answer: points with evidence, how sure the engine is (0..1), and who should look.

    `suggest`: the engine stands by it. `check`: a trainer should glance.
    `trainer`: only a trainer can say. A flagged answer is never `suggest`.
    `rubric` is the hash of the rubric it was marked by. `taken_from` names texts only a trainer
    has that the answer was taken from.
    """

    points: float
    max_points: float
    criteria: tuple[CriterionMark, ...]
    confidence: float
    route: Route
    flags: tuple[str, ...] = ()
    rubric: str = ""
    taken_from: tuple[str, ...] = ()

    @property
    def unread(self) -> bool:
        return not UNREAD.isdisjoint(self.flags)
