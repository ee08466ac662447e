"""Reads one answer: its words, where each stands, what is denied, which concepts occur."""

import functools
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from course.reading import negation, stance, structures
from course.reading.grammar import Grammar
from course.reading.layout import Page, page
from course.reading.lexicon import is_exact
from course.reading.numbers import quantities
from course.reading.text import Span
from course.reading.tokens import Token, tokenise
from course.reading.vocabulary import Vocabulary

_NO_WORDS = Vocabulary({})
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
    page: Page
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

    def between(self, words: tuple[int, int]) -> str:
        """The text around and between some words, up to those that stand beside them."""
        start = self.tokens[words[0] - 1].end if words[0] else 0
        return self.text[start : self.tokens[words[1]].start]

    def sentence(self, hit: Hit) -> int:
        return self.tokens[hit.first].sentence

    def find(self, concept: str) -> list[Hit]:
        """Where a concept stands; an exact one is looked up when it is first asked for."""
        if concept not in self.hits and not is_exact(concept):
            return []
        if concept not in self.hits:
            places = map(self.place, map(self.page.place, self.page.find(concept)))
            self.hits[concept] = [self._own(hit) for hit in places if hit]
        return self.hits[concept]

    def _own(self, hit: Hit) -> Hit:
        return hit._replace(denied=_how(self.denied, self.negators, hit.first, hit.last))

    @functools.cached_property
    def grammar(self) -> Grammar:
        return Grammar(self)


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
        how = _how(denied, negators, first, last)
        hits.setdefault(concept, []).append(Hit(first, last, how, fuzzy))
    return Reading(text, tokens, sentences, denied, negators, hits, page(text), stance.told(tokens))


def _how(denied: tuple[int, ...], negators: tuple[bool, ...], first: int, last: int) -> int:
    """How a term is denied; a negator inside it belongs to it: "no longer pay"."""
    inside = any(negators[first : last + 1])
    return 0 if inside and denied[first] < negation.CONTRADICTED else denied[first]


@functools.lru_cache(maxsize=8)
def read_plainly(text: str) -> Reading:
    """A reading of exact concepts alone, looked up as they are asked for, and then remembered."""
    return read(text, _NO_WORDS)


def _taken(text: str, tokens: tuple[Token, ...]) -> set[int]:
    """Words of stretches that say one thing only: `year-end` ends nothing, `9.1 %` is no clause."""
    measures = [said.span for said in quantities(text) if said.unit]
    starts = [token.start for token in tokens]
    within = [
        range(bisect_left(starts, start), bisect_left(starts, end))
        for start, end in [*structures.find("date", text), *measures][:MOST]
    ]
    return {place for places in within for place in places}
