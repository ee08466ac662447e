"""Judges a whole text by a rulebook: each criterion's evidence, and the level it leads to."""

from collections.abc import Iterator
from dataclasses import replace

from course.content import Edition
from course.judging.criterion import Criterion, Level
from course.judging.names import alternatives
from course.judging.noted import Noted
from course.judging.own_words import Company
from course.judging.quotes import Quotes
from course.judging.search import Search
from course.judging.verdict import Verdict, at_level
from course.reading import Reading, Span, joined


class Judge:
    """One reading of a company's own text, before the criteria."""

    def __init__(self, reading: Reading, company: Company) -> None:
        self._reading, self._quotes = reading, Quotes(reading)
        self._search = Search(reading, company=company)
        self._found: dict[str, Noted] = {}

    def verdicts(self, rule: Criterion, edition: Edition) -> Iterator[Verdict]:
        """What is said of the text: the highest level reached, or each that asks for something."""
        found, words = self.found(rule), len(self._reading.tokens)
        numbers = rule.reached(found.keys, found.denied.keys(), words, edition)
        specific = [n for n in numbers if rule.levels[n].requires] if rule.each else numbers[:1]
        alone = [number for number in specific if rule.levels[number].alone]
        for number in alone or specific or numbers[:1]:
            yield self._verdict(rule, number, found, edition)

    def found(self, rule: Criterion) -> Noted:
        """The evidence for a criterion, looked for once."""
        if rule.key not in self._found:
            self._found[rule.key] = self._search.note(rule)
        return self._found[rule.key]

    def _verdict(self, rule: Criterion, number: int, found: Noted, edition: Edition) -> Verdict:
        level = rule.levels[number]
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
        spans = joined([span for spans in shown for span in spans])
        return at_level(rule, number, spans, facts, rule.serves(edition))

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
    return replace(verdict, stated=rule.recited, reasons=("clause-text",))
