"""Judges a whole text by a rulebook: each criterion's evidence, and the level it leads to."""

from collections.abc import Iterator
from dataclasses import replace

from course.content import ClauseRef, Edition
from course.judging.criterion import Criterion, Level
from course.judging.evidence import Search
from course.judging.names import alternatives
from course.judging.noted import Measures, Noted
from course.judging.quotes import Quotes
from course.judging.verdict import Verdict
from course.reading import Reading, Span, joined


class Judge:
    """One reading before the criteria; `measures` find what is counted, not looked up."""

    def __init__(self, reading: Reading, measures: Measures) -> None:
        self._reading, self._quotes = reading, Quotes(reading)
        self._search = Search(reading, measures=measures)
        self._found: dict[str, Noted] = {}

    def verdicts(self, rule: Criterion, edition: Edition) -> Iterator[Verdict]:
        """What is said of the text: the highest level reached, or each that asks for something."""
        found, words = self.found(rule), len(self._reading.tokens)
        numbers = rule.reached(found.keys, found.denied.keys(), words, edition)
        levels = [rule.levels[number] for number in numbers]
        specific = [level for level in levels if level.requires] if rule.each else levels[:1]
        alone = [level for level in specific if level.alone]
        for level in alone or specific or levels[:1]:
            yield self._verdict(rule, level, found, edition)

    def found(self, rule: Criterion) -> Noted:
        """The evidence for a criterion, looked for once."""
        if rule.key not in self._found:
            self._found[rule.key] = self._search.note(rule)
        return self._found[rule.key]

    def _verdict(self, rule: Criterion, level: Level, found: Noted, edition: Edition) -> Verdict:
        counted = [level.among or " | ".join(p.key for p in rule.evidence)] if level.wanted else []
        groups = (*level.requires, *counted)
        named = [one.rpartition(" ") for group in groups for one in alternatives(group)]
        shown = [found.places(key, self._reading) for _, _, key in named]
        denials = [self._reading.span(hit) for hit in found.denials]
        denied = bool(denials) and any(way in ("not", "contradicted") for way, _, _ in named)
        if denied:
            shown.append(denials)
        words = self._said_back(rule, level, found, [denials] if denied else shown, denied=denied)
        facts = found.facts or ({"words": words} if words else {})
        clauses = (ClauseRef(edition, rule.clause),) if rule.clause else ()
        spans = joined([span for spans in shown for span in spans])
        return Verdict(rule.key, level.state or "missing", level.reason, spans, facts, clauses)

    def _said_back(
        self, rule: Criterion, level: Level, found: Noted, shown: list[list[Span]], *, denied: bool
    ) -> str:
        """The learner's own words for the advice: a denial, or what the level quotes."""
        if denied:
            return self._quotes.quoted(shown, "run")
        if quotes := level.quotes or rule.quotes:
            shown = [found.places(key, self._reading) for key in alternatives(quotes)]
        return self._quotes.quoted(shown, level.quote or rule.quote)


def at_most(rule: Criterion, verdict: Verdict) -> Verdict:
    """Where the clause is handed back, what rests on its words alone is half said."""
    if not (verdict.met and rule.recited):
        return verdict
    return replace(verdict, state=rule.recited, reason="clause-text")
