"""What a criterion says of a text: how far it came, why, and the words that brought it there."""

from dataclasses import dataclass, field

from course.content import ClauseRef
from course.judging.criterion import State
from course.reading import Span


@dataclass(frozen=True)
class Verdict:
    """One requirement or quality of a learner's own text, judged.

    `spans` are (start, end) offsets into the text, in order, never overlapping: the words that
    earned the verdict, or that it objects to. `reason` names the entry of the wording that
    explains it, and `facts` fills that entry's braces. `clauses` are those that ask for it, if any.
    `points` where steps are counted.
    """

    key: str
    state: State
    reason: str
    spans: tuple[Span, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
    clauses: tuple[ClauseRef, ...] = ()
    points: float = 0.0

    @property
    def met(self) -> bool:
        return self.state == "met"
