"""Finds what an answer takes from texts that only a trainer has, changed here and there or not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from course.reading import Token, Typos, tokenise

# Hand-set on the gold answers, each held against half of the others and the rubric's own texts:
# no two share two fifths of their pairs; of 808, seven have one long sentence much like another's.
SHARE = 0.4  # of an answer's pairs, from which it follows a known text
LONG, LONG_SHARE = 16, 0.6  # pairs of a long sentence, and the share from which it follows one
# Of these, so many that nobody else's text has: what directors of one case have in common, its
# figures in their order and the phrases of the office, makes no sentence somebody's own.
RARE, FEW = 8, 2
ALSO_SHARE = 0.5  # of any sentence's pairs, in a text that the answer follows anyway
FEWEST = 30  # pairs of an answer's own: below, honest answers are alike by their shortness
MOST = 2_000  # different words whose spelling is looked at: no honest answer has more

Pair = tuple[str, str]


class KnownText(NamedTuple):
    """A text and what a trainer knows it by: `kind:key`, such as `exemplar:short-and-good`."""

    name: str
    text: str


class Taken(NamedTuple):
    """The sentences that stand in known texts, and the names of those texts, the likest first."""

    sentences: frozenset[int] = frozenset()
    names: tuple[str, ...] = ()


class KnownTexts:
    """The texts that an answer may be copied from.

    They are looked up by pairs of words that stand beside each other, or next but one: a word
    put in, left out, exchanged or misspelt here and there hides nothing. An answer is held
    against one text at a time, for all together say what anybody might. What every learner was
    `shown` does not count.
    """

    def __init__(self, texts: Sequence[KnownText], shown: Iterable[str] = ()) -> None:
        self._names = [name for name, _ in texts]
        read = [tokenise(text)[0] for _, text in texts]
        self._stems = {token.norm: token.stem for tokens in read for token in tokens}
        self._known, self._typos = frozenset(self._stems.values()), Typos(self._stems)
        self._shown: frozenset[Pair] = frozenset()
        self._shown = frozenset(pair for text in shown for pair in self._all(tokenise(text)[0]))
        self._where: dict[Pair, list[int]] = defaultdict(list)
        for place, tokens in enumerate(read):
            for pair in self._all(tokens):
                self._where[pair].append(place)

    def taken(self, tokens: Sequence[Token]) -> Taken:
        """What an answer takes from these texts; nothing where it is too short to tell."""
        pairs = self._pairs(tokens)
        own = frozenset().union(*pairs.values())
        if len(own) < FEWEST:
            return Taken()
        whole = self._shares(own)
        shares = {number: self._shares(those) for number, those in pairs.items()}
        long = [number for number, those in pairs.items() if len(those) >= LONG]
        texts = _of_at_least(SHARE, whole).union(
            *(_of_at_least(LONG_SHARE, shares[n]) & self._of_few(pairs[n]) for n in long)
        )
        sentences = (n for n, each in shares.items() if texts & _of_at_least(ALSO_SHARE, each))
        likest = sorted(texts, key=lambda place: (-whole[place], place))
        names = dict.fromkeys(self._names[place] for place in likest)
        return Taken(frozenset(sentences), tuple(names))

    def _shares(self, pairs: frozenset[Pair]) -> dict[int, float]:
        """The share of the pairs that stands in each known text, by its place."""
        met = Counter(place for pair in pairs for place in self._where.get(pair, ()))
        return {place: count / len(pairs) for place, count in met.items()}

    def _of_few(self, pairs: frozenset[Pair]) -> set[int]:
        """The known texts that share enough pairs with a sentence which hardly another one has."""
        places = [self._where.get(pair, ()) for pair in pairs]
        met = Counter(place for found in places if len(found) <= FEW for place in found)
        return {place for place, count in met.items() if count >= RARE}

    def _all(self, tokens: Sequence[Token]) -> frozenset[Pair]:
        return frozenset().union(*self._pairs(tokens).values())

    def _pairs(self, tokens: Sequence[Token]) -> dict[int, frozenset[Pair]]:
        """The pairs of words of each sentence that nobody was shown."""
        sentences: dict[int, list[str]] = defaultdict(list)
        for token, word in zip(tokens, self._spelt(tokens), strict=True):
            sentences[token.sentence].append(word)
        return {
            number: frozenset([*pairwise(words), *zip(words, words[2:], strict=False)])
            - self._shown
            for number, words in sentences.items()
        }

    def _spelt(self, tokens: Sequence[Token]) -> list[str]:
        """The stems, of a misspelt word that of the known one it stands for."""
        right: dict[str, str] = {}
        for token in tokens:
            if token.norm not in right:
                known = token.stem in self._known or len(right) >= MOST
                near = "" if known else self._typos.nearest(token.norm)
                right[token.norm] = self._stems.get(near, token.stem)
        return [right[token.norm] for token in tokens]


def _of_at_least(share: float, shares: dict[int, float]) -> set[int]:
    return {place for place, found in shares.items() if found >= share}
