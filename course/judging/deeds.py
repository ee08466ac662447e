"""Judges what is done around a policy: its lines, and what the policy's own words say of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from course.content import Edition, desks
from course.judging.claims import denied
from course.judging.criterion import State
from course.judging.field_rules import judge_field
from course.judging.rulebook import rulebook
from course.judging.verdict import Verdict

_STATES: tuple[State, ...] = ("met", "partly", "missing")


@dataclass(frozen=True)
class DeedReview:
    """`whole` has the weakest state of its lines; `said` is what the policy itself says of it.

    A policy that speaks of a deed does not do it; one that forbids it undoes it. `begun`: a line
    of it was filled in.
    """

    whole: Verdict
    lines: tuple[Verdict, ...]
    said: Verdict | None = None
    begun: bool = True

    @property
    def state(self) -> State | Literal["blank"]:
        """What a reader is told: nothing is missing where nobody has begun."""
        return self.whole.state if self.begun or self.denied else "blank"

    @property
    def denied(self) -> bool:
        """Whether the policy's own words take it back."""
        return bool(self.said and denied(self.said))


def review_deed(
    deed: desks.Deed, lines: Mapping[str, str], edition: Edition, said: Verdict | None = None
) -> DeedReview:
    """`lines` are the learner's words by line; `said` is the verdict on the policy's text."""
    judged = tuple(judge_field(one.rule, lines.get(one.key, "").strip()) for one in deed.lines)
    spoken = said if said and said.spans else None
    denial = [spoken.state] if spoken and denied(spoken) else []
    weakest = max([*(one.state for one in judged), *denial], key=_STATES.index)
    clauses = rulebook("policy").criterion(deed.key).serves(edition)
    begun = any(lines.get(one.key, "").strip() for one in deed.lines)
    return DeedReview(Verdict(deed.key, stated=weakest, clauses=clauses), judged, spoken, begun)
