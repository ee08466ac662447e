"""One thing a written answer is judged on: its levels, the evidence for them, usual mistakes."""

from typing import Literal

import msgspec

from course.content import ClauseRef, Language, Words


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must meet in one sentence, within so many words.

    `all_of`: concepts, or words in single quotes; `a | 'b c'` is either, `~a` counts negated
    or not, `not a` must be negated.
    `figures`: numbers of the case, `2.6 % | AED 16.6m` is either.
    `needs`: a kind of fact: number, money, date, frequency, owner, comparison, edition, case-fact.
    `across`: the next sentence counts as well.
    `unless`: concepts that undo it in the same clause; with `across`, in the same sentence.
    `ahead`: what is told in the past tense does not count.

    With `of`, each place of that idea is judged by itself, with what its sentence says of it:
    `before`, `after`: what must stand before or after it, the nearest counting; `bars`: what must
    not stand between; `lead`: the line a list hangs on may hold it, too.
    `apart`: what it must not be a part of. `about`: what its sentence names, or refers back to.
    `since`: what the sentence before names. `form`: whether it stands in a sentence, in a line
    that is none, or in either. `opens`: at the beginning. `short`: in a line of so many words.
    `whose = "ours"`: said of others, it does not count. `however`: denied, it counts as well.
    `said_at = "after"`: there the sentence says yes or no. `looks_on = false`: what follows
    cannot deny it.
    """

    all_of: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    within: int = 14
    across: bool = False
    unless: tuple[str, ...] = ()
    ahead: bool = False
    of: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    lead: bool = False
    apart: tuple[str, ...] = ()
    whose: Literal["anyone", "ours"] = "anyone"
    about: str = ""
    form: Literal["sentence", "line", "either"] = "sentence"
    said_at: Literal["of", "after"] = "of"
    looks_on: bool = True
    however: bool = False
    opens: bool = False
    since: str = ""
    short: int = 0


class Evidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing an answer can show; however often it is said, it counts once.

    `label` names it for a trainer who looks at what is missing. In a rulebook, `measure` is
    found by counting rather than by words, and `rest` looks only at what no piece before took.
    """

    key: str
    any_of: tuple[Pattern, ...] = ()
    label: Words | None = None
    measure: str = ""
    rest: bool = False

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

    @property
    def pieces(self) -> tuple[Evidence | CommonError, ...]:
        """All that is looked for in an answer: the evidence, then the usual mistakes."""
        return (*self.evidence, *self.common_errors)
