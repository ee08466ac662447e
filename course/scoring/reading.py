"""Reads one answer: its words, where each stands, what is denied, which concepts occur."""

import functools
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from course.scoring import negation
from course.scoring.mark import Span
from course.scoring.tokens import Token, tokenise
from course.scoring.vocabulary import Vocabulary


class Hit(NamedTuple):
    """A concept or fact found: first and last word, whether denied, whether misspelt."""

    first: int
    last: int
    denied: int
    fuzzy: bool


@dataclass(frozen=True)
class Reading:
    """An answer as the engine sees it; `blank` holds sentences that earn nothing."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    denied: tuple[int, ...]
    negators: tuple[bool, ...]
    hits: dict[str, list[Hit]]
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


def read(text: str, vocabulary: Vocabulary) -> Reading:
    """Everything the criteria look at, found once."""
    tokens, sentences = tokenise(text)
    denied, negators = negation.scope(tokens)
    hits: dict[str, list[Hit]] = {}
    for concept, first, last, fuzzy in vocabulary.find(tokens):
        # A negator inside a term belongs to it: "no longer pay", "عدم الابلاغ".
        inside = any(negators[first : last + 1])
        how = 0 if inside and denied[first] != negation.CONTRADICTED else denied[first]
        hits.setdefault(concept, []).append(Hit(first, last, how, fuzzy))
    return Reading(text, tokens, sentences, denied, negators, hits)
