"""What is said of a text: of one criterion, and of a whole answer."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from course.content import ClauseRef
from course.judging.criterion import Criterion, State
from course.reading import Span

Route = Literal["suggest", "check", "trainer"]
# Why an answer was not read at all.
Unread = Literal["too-long", "out-of-time", "engine-failed", "no-sheet"]
UNREAD = frozenset(get_args(Unread))


def state_of(points: float, most: float) -> State:
    """The house's word for points."""
    return "met" if points >= most else "partly" if points > 0 else "missing"


@dataclass(frozen=True)
class Verdict:
    """One criterion: the level reached, why, and the words that reached it.

    `spans` are (start, end) offsets into the text, in order, never overlapping; every point above
    zero has one. `reasons` name entries of the wording that explain it, and `facts` fill their
    braces. `errors` are keys of the usual mistakes seen. `strength` says from 0 to 1 how much of
    what the highest level asks for was found. A learner's own text is given a state, `stated`, and
    may have no points. `clauses` are those that ask for it, if any.
    """

    key: str
    level: int = 0
    points: float = 0.0
    max_points: float = 0.0
    spans: tuple[Span, ...] = ()
    missing: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    strength: float = 0.0
    stated: State | None = None
    facts: dict[str, str] = field(default_factory=dict)
    clauses: tuple[ClauseRef, ...] = ()

    @property
    def state(self) -> State:
        return self.stated or state_of(self.points, self.max_points)

    @property
    def met(self) -> bool:
        return self.state == "met"

    @property
    def reason(self) -> str:
        """The first of the reasons: a learner's own text is told one."""
        return self.reasons[0] if self.reasons else ""


def at_level(
    criterion: Criterion,
    number: int,
    spans: tuple[Span, ...] = (),
    facts: dict[str, str] | None = None,
    clauses: tuple[ClauseRef, ...] = (),
) -> Verdict:
    """What the level says of a learner's own text."""
    level = criterion.levels[number]
    return Verdict(
        key=criterion.key,
        level=number,
        points=level.points,
        max_points=criterion.max_points,
        spans=spans,
        reasons=(level.reason,),
        stated=level.state,
        facts=facts or {},
        clauses=clauses,
    )


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
    criteria: tuple[Verdict, ...]
    confidence: float
    route: Route
    flags: tuple[str, ...] = ()
    rubric: str = ""
    taken_from: tuple[str, ...] = ()

    @property
    def unread(self) -> bool:
        return not UNREAD.isdisjoint(self.flags)
