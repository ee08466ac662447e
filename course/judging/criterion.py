"""One thing a text is judged on: its levels, the evidence for them, usual mistakes.

The levels of an answer give points, those of a learner's own text a state with its reason.
"""

from collections.abc import Iterator, Set
from typing import Literal

import msgspec

from course.content import ClauseRef, Edition, Language, Words
from course.judging.names import alternatives
from course.judging.pattern import Pattern

State = Literal["met", "partly", "missing"]
# What a text does: it decides (and what it only reports, supposes or refuses earns nothing), or
# it explains.
Stance = Literal["decision", "explanation"]
# How the advice says the learner's words back: those that belong together, the first, the first
# of each kind, all of them in a row, or from the first two all through.
Quote = Literal["run", "first", "firsts", "row", "through"]
# What is counted, not looked up: the words of the company's profile, the length of sentences.
Measure = Literal[
    "own-work",
    "own-customers",
    "own-place",
    "own-name",
    "own-where",
    "sentences",
    "long-sentence",
    "long-words",
    "words-to-measure",
    "many-sentences",
]
Keys = frozenset[str]


class Evidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing a text can show; however often it is said, it counts once.

    `label` names it for a trainer who looks at what is missing. `measure` is found by counting
    rather than by words; `rest` looks only at places that no piece before took.
    """

    key: str
    any_of: tuple[Pattern, ...] = ()
    label: Words | None = None
    measure: Measure | None = None
    rest: bool = False

    def called(self, language: Language = "en") -> str:
        return self.label[language] if self.label else self.key.replace("-", " ")


class Level(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a text has reached, and what that takes.

    It takes `asks` pieces of evidence, of those `among` names if it names any, and all that is
    in `requires`: `a` was found, `a | b` is either, `not a` was only found denied, `contradicted a`
    said and denied, `no a` not found; and at least so many words. Without `asks`, it takes as many
    pieces as it gives points. `edition`: only when judged by this one.

    `looks_like` says what it is; `next_step` tells a learner who is here how to go one level up.
    `reason` names the wording's entry that explains a state. `quotes`, `quote`: the evidence whose
    words the advice says back, and how. `alone`: with it, no other level of the criterion is told.
    """

    points: float = 0.0
    looks_like: Words | None = None
    next_step: Words | None = None
    asks: int | None = None
    among: str = ""
    requires: tuple[str, ...] = ()
    least: int = 0
    edition: Edition | None = None
    state: State | None = None
    reason: str = ""
    quotes: str = ""
    quote: Quote | None = None
    alone: bool = False

    def shown(self, language: Language) -> str:
        """What it looks like; nothing where only a reason is said."""
        return self.looks_like[language] if self.looks_like else ""

    def onward(self, language: Language) -> str:
        """How to go one level up; nothing at the top."""
        return self.next_step[language] if self.next_step else ""

    @property
    def wanted(self) -> int:
        if self.asks is None:
            return 0 if self.state else int(self.points)
        return self.asks

    def reached(
        self, said: Set[str], denied: Set[str], words: int, edition: Edition | None
    ) -> bool:
        """Whether it is reached by what was said and denied in so many words."""
        counted = said & set(alternatives(self.among)) if self.among else said
        return (
            self.edition in (None, edition)
            and words >= self.least
            and len(counted) >= self.wanted
            and all(_holds(group, said, denied) for group in self.requires)
        )


def _holds(group: str, said: Set[str], denied: Set[str]) -> bool:
    """Whether one of `a | not b | contradicted c | no d` is so."""
    return any(_is(*one.rpartition(" ")[::2], said, denied) for one in alternatives(group))


def _is(way: str, key: str, said: Set[str], denied: Set[str]) -> bool:
    if way == "not":
        return key in denied and key not in said
    if way == "contradicted":
        return key in denied and key in said
    return (key in said) is (way != "no")


class CommonError(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A usual mistake and what to say to it: `feedback`, or a `reason` in place of the level's.

    It is found by its patterns; or where nothing stands but the concepts of `only`; or because
    the caller knows it. `caps` holds the criterion down to a level, counted from 0; `at_most`
    mentions the mistake only to those who reached no higher than that level. `least`, `most`: only
    in so many words.
    """

    key: str = ""
    feedback: Words | None = None
    reason: str = ""
    state: State | None = None
    any_of: tuple[Pattern, ...] = ()
    only: tuple[str, ...] = ()
    caps: int | None = None
    at_most: int | None = None
    least: int = 0
    most: int | None = None

    def told(self, language: Language) -> str:
        """What is said to it; nothing where only a reason is."""
        return self.feedback[language] if self.feedback else ""

    def fits(self, level: int, words: int) -> bool:
        """Whether it may be told of a text of so many words that reached this level."""
        low = self.at_most is None or level <= self.at_most
        return low and self.least <= words and (self.most is None or words <= self.most)


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing a text is judged on, in levels that rise; the highest reached counts.

    `veto`: patterns that leave it at the first level whatever else is found.

    Of a learner's own text: `clause` is the item that asks for it, in both editions or in the one
    of `edition`; without one it is a quality of the text. `same_as` is a criterion of the fields.
    `each`: every level reached is told, not only the highest. `recited`: the state at most given
    where the words are the standard's own. `quote`, `quotes`: how, and which words, the advice
    says back.
    """

    key: str
    title: Words | None = None
    levels: tuple[Level, ...] = msgspec.field(name="level", default=())
    evidence: tuple[Evidence, ...] = ()
    clauses: tuple[ClauseRef, ...] = ()
    veto: tuple[Pattern, ...] = ()
    common_errors: tuple[CommonError, ...] = msgspec.field(name="common_error", default=())
    stance: Stance = "explanation"
    same_as: str = ""
    clause: str = ""
    edition: Edition | None = None
    each: bool = False
    recited: State | None = None
    quote: Quote = "run"
    quotes: str = ""

    def called(self, language: Language) -> str:
        return self.title[language] if self.title else self.key.replace("-", " ")

    @property
    def max_points(self) -> float:
        return max(level.points for level in self.levels)

    @property
    def pieces(self) -> tuple[Evidence | CommonError, ...]:
        """All that is looked for in a text: the evidence, then the usual mistakes."""
        return (*self.evidence, *self.common_errors)

    @property
    def patterns(self) -> Iterator[Pattern]:
        for piece in self.pieces:
            yield from piece.any_of
        yield from self.veto

    @property
    def states(self) -> dict[str, State]:
        """Everything that can be said of a learner's own text, with its state."""
        said = {level.reason: level.state for level in self.levels if level.state}
        said |= {error.reason: error.state for error in self.common_errors if error.state}
        return said | ({"clause-text": self.recited} if self.recited else {})

    def serves(self, edition: Edition) -> tuple[ClauseRef, ...]:
        """The clause of an edition that asks for it, if one does."""
        return (ClauseRef(edition, self.clause),) if self.clause else ()

    def reached(
        self,
        said: Set[str],
        denied: Set[str] = frozenset(),
        words: int = 0,
        edition: Edition | None = None,
    ) -> list[int]:
        """The numbers of the levels that are reached, the highest first."""
        levels = reversed(list(enumerate(self.levels)))
        return [n for n, level in levels if level.reached(said, denied, words, edition)]
