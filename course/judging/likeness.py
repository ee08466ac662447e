"""How much of a reference answer an answer says: the base where a rubric has no criteria."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from course.reading import Span, Token, Typos, function_words, tokenise

Tokens = tuple[Token, ...]

# A word of the question says little: everybody repeats it.
ASKED = 0.3
# Long words are rarer, and carry more of what is meant.
LONG = 9
# What a misspelt word, and one of the same beginning, are worth beside the word itself.
MISSPELT, AKIN = 0.9, 0.6
BEGINNING = 5


class Likeness:
    """The reference answers of one question, ready to be compared with."""

    def __init__(self, references: tuple[str, ...], question: str) -> None:
        asked = {token.stem for token in tokenise(question)[0]}
        self._references = tuple(
            _Reference.of(tokenise(text)[0], asked) for text in references if text.strip()
        )

    def of(self, tokens: Tokens) -> "Shared":
        """What the answer shares with the reference it is most like."""
        shared = (reference.shared(tokens) for reference in self._references)
        return max(shared, key=lambda one: one.strength, default=Shared(0.0, 0.0, 0.0, ()))


class Shared(NamedTuple):
    """Shares from 0 to 1: of the reference that is said, of the answer that says it."""

    strength: float
    said: float
    to_the_point: float
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class _Reference:
    """The words of one reference answer by stem, each with its weight, and by their beginnings."""

    weights: dict[str, float]
    beginnings: dict[str, str]
    typos: Typos

    @classmethod
    def of(cls, tokens: Tokens, asked: set[str]) -> "_Reference":
        weights = {t.stem: _weight(t, asked) for t in tokens if t.norm not in function_words()}
        # Of the words that begin alike, the first of the alphabet stands for all.
        beginnings = {stem[:BEGINNING]: stem for stem in sorted(weights, reverse=True)}
        return cls(weights, beginnings, Typos(weights))

    def shared(self, tokens: Tokens) -> Shared:
        found: dict[str, float] = {}
        spans, spent = [], 0.0
        for token in tokens:
            if token.norm in function_words():
                continue
            known, worth = self._match(token)
            spent += self.weights.get(known, _weight(token, set()))
            if known:
                found[known] = max(found.get(known, 0.0), worth)
                spans.append((token.start, token.end))
        whole = sum(self.weights.values())
        said = sum(self.weights[stem] * worth for stem, worth in found.items()) / max(whole, 1e-9)
        point = sum(self.weights[stem] for stem in found) / max(spent, 1e-9)
        # The first shared words say most: half of a reference is more than half an answer.
        return Shared(math.sqrt(min(1.0, said)), said, min(1.0, point), tuple(spans))

    def _match(self, token: Token) -> tuple[str, float]:
        """The word of the reference this one stands for, and how nearly."""
        if token.stem in self.weights:
            return token.stem, 1.0
        if near := self.typos.nearest(token.stem):
            return near, MISSPELT
        akin = self.beginnings.get(token.stem[:BEGINNING]) if len(token.stem) >= BEGINNING else ""
        return (akin, AKIN) if akin else ("", 0.0)


def _weight(token: Token, asked: set[str]) -> float:
    weight = 0.4 + 0.6 * min(len(token.norm), LONG) / LONG
    return weight * (ASKED if token.stem in asked else 1.0)
