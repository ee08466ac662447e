"""Rulebooks: what a text of the learner's own is judged on, rule by rule, as data."""

from typing import Literal

import msgspec

from course.content import Edition
from course.judging.criterion import Evidence
from course.judging.finding import Verdict

# How the advice says the learner's words back: those that belong together, the first, the first
# of each kind, all of them in a row, or from the first two all through.
Quote = Literal["run", "first", "firsts", "row", "through"]


class Ruling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verdict and when it is given: the first of a rule whose `requires` all hold.

    `requires`: evidence that was found; `a | b` is either, `not a` was only found denied,
    `contradicted a` said and denied, `no a` not found. `asks`: at least so many pieces.
    `reason` names the wording's entry. `quotes`, `quote`: the evidence whose words the advice
    says back, and how.
    `alone`: with it, no other verdict of the rule is given.
    """

    reason: str
    state: Verdict
    requires: tuple[str, ...] = ()
    asks: int = 0
    edition: Edition | None = None
    quotes: str = ""
    quote: Quote | None = None
    alone: bool = False


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing a text is judged on: the evidence looked for, and the rulings it leads to.

    `clause` is the item that asks for it; without one it is a quality of the text. `each`: every
    ruling that holds is given, not only the first. `recited`: the verdict at most given where
    the words are the standard's own. `quote`, `quotes`: how, and which words, the advice says back.
    """

    key: str
    rulings: tuple[Ruling, ...] = msgspec.field(name="ruling")
    evidence: tuple[Evidence, ...] = ()
    clause: str = ""
    edition: Edition | None = None
    quote: Quote = "run"
    quotes: str = ""
    each: bool = False
    recited: Verdict | None = None

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """Every reason the rule can give, with its verdict."""
        recited = {"clause-text": self.recited} if self.recited else {}
        return {ruling.reason: ruling.state for ruling in self.rulings} | recited


class Rulebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """The rules of one kind of text. `recital`: phrases of the standard; several make a copy."""

    rules: tuple[Rule, ...] = msgspec.field(name="rule")
    recital: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    def rule(self, key: str) -> Rule:
        return next(rule for rule in self.rules if rule.key == key)
