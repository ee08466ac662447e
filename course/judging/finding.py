"""What a review of a learner's own draft finds: requirement by requirement."""

from dataclasses import dataclass, field
from typing import Literal

from course.content import ClauseRef
from course.reading import Span

Verdict = Literal["met", "partly", "missing"]


@dataclass(frozen=True)
class Finding:
    """One requirement or quality, judged.

    `spans` are (start, end) offsets into the reviewed text, in order, never overlapping:
    the words that earned the verdict, or that the finding objects to.
    `reason` names the entry of the wording that explains it (`<key>.<reason>`), and
    `facts` fills that entry's braces. `clauses` are the clauses that ask for it, if any do.
    """

    key: str
    verdict: Verdict
    reason: str
    spans: tuple[Span, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
    clauses: tuple[ClauseRef, ...] = ()

    @property
    def met(self) -> bool:
        return self.verdict == "met"
