"""Judges a text by a rulebook: each rule's evidence, and the ruling it leads to."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from course.content import ClauseRef, Edition
from course.judging.finding import Finding
from course.judging.names import alternatives
from course.judging.noted import Noted
from course.judging.places import Places
from course.judging.quotes import Quotes
from course.judging.rulebook import Rule, Rulebook, Ruling
from course.reading import Hit, Reading, Span, joined


class Measured(NamedTuple):
    """What a measure counted: the words it speaks of, if it found any, and facts for the advice."""

    spans: list[Span] | None
    facts: dict[str, str] = {}


Measures = dict[str, Callable[[], Measured]]


class Judge:
    """One reading before one rulebook; `measures` find what is counted, not looked up."""

    def __init__(self, book: Rulebook, reading: Reading, measures: Measures) -> None:
        self._book, self._reading, self._measures = book, reading, measures
        self._places, self._quotes = Places(reading), Quotes(reading)
        self._found: dict[str, Noted] = {}

    def verdicts(self, rule: Rule, edition: Edition) -> Iterator[Finding]:
        """What the rule says of the text: one verdict, or one for each ruling that holds."""
        found = self.found(rule)
        holding = [r for r in rule.rulings if self._holds(r, found, edition)]
        specific = [ruling for ruling in holding if ruling.requires] if rule.each else holding[:1]
        alone = [ruling for ruling in specific if ruling.alone]
        for ruling in alone or specific or holding[:1]:
            yield self._finding(rule, ruling, found, edition)

    def found(self, rule: Rule) -> Noted:
        """The evidence for a rule, looked for once."""
        if rule.key not in self._found:
            self._found[rule.key] = self._look(rule)
        return self._found[rule.key]

    def _look(self, rule: Rule) -> Noted:
        found, taken = Noted(), list[Hit]()
        for piece in rule.evidence:
            if not piece.measure:
                taken += self._places.look(piece, found, taken)
                continue
            measured = self._measures[piece.measure]()
            found.facts |= measured.facts
            if measured.spans is not None:
                found.spans[piece.key] = measured.spans
        return found

    def _holds(self, ruling: Ruling, found: Noted, edition: Edition) -> bool:
        if ruling.edition not in (None, edition):
            return False
        if ruling.asks:
            pieces = [one for group in ruling.requires for one in alternatives(group)]
            return sum(map(found.holds, pieces)) >= ruling.asks
        return all(map(found.holds, ruling.requires))

    def _finding(self, rule: Rule, ruling: Ruling, found: Noted, edition: Edition) -> Finding:
        named = [one.rpartition(" ") for group in ruling.requires for one in alternatives(group)]
        shown = [found.places(key, self._reading) for _, _, key in named]
        denials = [self._reading.span(hit) for hit in found.denials]
        denied = bool(denials) and any(way in ("not", "contradicted") for way, _, _ in named)
        if denied:
            shown.append(denials)
        words = self._said_back(rule, ruling, found, [denials] if denied else shown, denied=denied)
        facts = found.facts or ({"words": words} if words else {})
        clauses = (ClauseRef(edition, rule.clause),) if rule.clause else ()
        spans = joined([span for spans in shown for span in spans])
        return Finding(rule.key, ruling.state, ruling.reason, spans, facts, clauses)

    def _said_back(
        self, rule: Rule, ruling: Ruling, found: Noted, shown: list[list[Span]], *, denied: bool
    ) -> str:
        """The learner's own words for the advice: a denial, or what the ruling quotes."""
        if denied:
            return self._quotes.quoted(shown, "run")
        if quotes := ruling.quotes or rule.quotes:
            shown = [found.places(key, self._reading) for key in alternatives(quotes)]
        return self._quotes.quoted(shown, ruling.quote or rule.quote)


def at_most(rule: Rule, finding: Finding) -> Finding:
    """Where the clause is handed back, what rests on its words alone is half said."""
    if not (finding.met and rule.recited):
        return finding
    return replace(finding, verdict=rule.recited, reason="clause-text")
