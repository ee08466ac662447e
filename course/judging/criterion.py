"""One thing a written answer is judged on: its levels, the evidence for them, usual mistakes."""

import msgspec

from course.content.clauses import ClauseRef
from course.content.words import Language, Words


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must meet in one sentence, within so many words.

    `all_of`: concepts, or words in single quotes; `a | 'b c'` is either, `~a` counts negated
    or not, `not a` must be negated.
    `figures`: numbers of the case, `2.6 % | AED 16.6m` is either.
    `needs`: a kind of fact: number, money, date, frequency, owner, comparison, edition, case-fact.
    `across`: the next sentence counts as well.
    `unless`: concepts that undo it in the same clause; with `across`, in the same sentence.
    `ahead`: what is told in the past tense does not count.
    """

    all_of: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    within: int = 14
    across: bool = False
    unless: tuple[str, ...] = ()
    ahead: bool = False


class Evidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing an answer can show; however often it is said, it counts once.

    `label` names it for a trainer who looks at what is missing.
    """

    key: str
    any_of: tuple[Pattern, ...]
    label: Words | None = None

    def called(self, language: Language = "en") -> str:
        return self.label[language] if self.label else self.key.replace("-", " ")


class Level(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A level earns its points when `asks` pieces of evidence are found, `requires` among them.

    Without `asks`, it takes as many pieces as it gives points.

    `next_step` tells a learner who is here how to go one level up; the top level has none.
    """

    points: float
    looks_like: Words
    next_step: Words | None = None
    asks: int | None = None
    requires: tuple[str, ...] = ()

    @property
    def wanted(self) -> int:
        return int(self.points) if self.asks is None else self.asks


class CommonError(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A usual mistake and what to say to it.

    `caps` holds the criterion down to a level, counted from 0; `at_most` mentions the mistake
    only to those who reached no higher than that level.
    """

    key: str
    feedback: Words
    any_of: tuple[Pattern, ...]
    caps: int | None = None
    at_most: int | None = None


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing the answer is judged on, in levels that rise from 0 points.

    `veto`: patterns that leave it at 0 points whatever else is found.
    """

    key: str
    title: Words
    levels: tuple[Level, ...] = msgspec.field(name="level")
    evidence: tuple[Evidence, ...]
    clauses: tuple[ClauseRef, ...] = ()
    veto: tuple[Pattern, ...] = ()
    common_errors: tuple[CommonError, ...] = msgspec.field(name="common_error", default=())

    @property
    def max_points(self) -> float:
        return self.levels[-1].points
