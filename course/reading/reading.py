"""Reads one answer: its words, where each stands, what is denied, which concepts occur."""

import functools
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from course.reading import negation, stance, structures
from course.reading.numbers import quantities
from course.reading.text import Span
from course.reading.tokens import Token, tokenise
from course.reading.vocabulary import Vocabulary

MOST = 200  # no honest answer has more dates and amounts; a hostile one has 20,000


class Hit(NamedTuple):
    """A concept or fact found: first and last word, whether denied, whether misspelt."""

    first: int
    last: int
    denied: int
    fuzzy: bool


@dataclass(frozen=True)
class Reading:
    """An answer as the engine sees it.

    `past` holds clauses told in the past tense, `blank` sentences that earn nothing.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    denied: tuple[int, ...]
    negators: tuple[bool, ...]
    hits: dict[str, list[Hit]]
    past: frozenset[int] = frozenset()
    blank: frozenset[int] = frozenset()

    def span(self, hit: Hit) -> Span:
        return self.tokens[hit.first].start, self.tokens[hit.last].end

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def place(self, span: Span) -> Hit | None:
        """A stretch of text as a hit on its words; None where it holds no word."""
        starts = self._starts
        last = bisect_right(starts, span[1] - 1) - 1
        first = max(0, bisect_right(starts, span[0]) - 1)
        if last < 0 or self.tokens[last].end <= span[0]:
            return None
        if self.tokens[first].end <= span[0]:
            first += 1
        return Hit(first, last, self.denied[first], False) if first <= last else None

    def sentence(self, hit: Hit) -> int:
        return self.tokens[hit.first].sentence


def read(text: str, vocabulary: Vocabulary, *, decides: bool = True) -> Reading:
    """Everything the criteria look at, found once.

    Where the writer `decides`, what is only reported, supposed or refused counts as denied;
    in an explanation, `if … then … would` is how one reasons.
    """
    tokens, sentences = tokenise(text)
    denied, negators = negation.scope(tokens)
    if decides:
        denied = stance.struck(tokens, denied)
    taken = _taken(text, tokens)
    hits: dict[str, list[Hit]] = {}
    for concept, first, last, fuzzy in vocabulary.find(tokens):
        if first == last and first in taken:
            continue
        # A negator inside a term belongs to it: "no longer pay", "عدم الابلاغ".
        inside = any(negators[first : last + 1])
        how = 0 if inside and denied[first] != negation.CONTRADICTED else denied[first]
        hits.setdefault(concept, []).append(Hit(first, last, how, fuzzy))
    return Reading(text, tokens, sentences, denied, negators, hits, stance.told(tokens))


def _taken(text: str, tokens: tuple[Token, ...]) -> set[int]:
    """Words of stretches that say one thing only: `year-end` ends nothing, `9.1 %` is no clause."""
    measures = [said.span for said in quantities(text) if said.unit]
    starts = [token.start for token in tokens]
    within = [
        range(bisect_left(starts, start), bisect_left(starts, end))
        for start, end in [*structures.find("date", text), *measures][:MOST]
    ]
    return {place for places in within for place in places}
