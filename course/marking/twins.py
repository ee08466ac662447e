"""Finds answers of two learners that share their sentences, not only their opinion."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from course.judging.guards import Trigrams, trigrams
from course.judging.unread import too_long
from course.reading import Token, tokenise

# Three words of one sentence in a row. Two people who argue alike share one in ten of them.
SHARE = 0.5
FEWEST = 16  # runs of an answer's own: below, honest answers are alike by their shortness
CROWD = 8  # answers with the same run from which they are compared in a chain, not each with each

# Of one answer: the distinct runs of words as numbers, sorted; shape (n,).
Runs = npt.NDArray[np.uint32]


class Twins(NamedTuple):
    """Two answers by place, `share` of the shorter one's runs of words stands in the other."""

    first: int
    second: int
    share: float


def find_twins(texts: Sequence[str], shown: Trigrams = frozenset()) -> tuple[Twins, ...]:
    """Pairs of answers that share half of their sentences; what both were `shown` does not count.

    Of a crowd that all share one passage, each is paired with some, not with all. A text that
    is too long to be marked is not compared.
    """
    runs = [own_runs(() if too_long(text) else tokenise(text)[0], shown) for text in texts]
    found = []
    for first, second in sorted(_candidates(runs)):
        shared = len(np.intersect1d(runs[first], runs[second], assume_unique=True))
        share = shared / min(len(runs[first]), len(runs[second]))
        if share >= SHARE:
            found.append(Twins(first, second, round(share, 3)))
    return tuple(found)


def nearest(twins: Iterable[Twins]) -> dict[int, Twins]:
    """For each answer that has a twin, the pair with the largest share."""
    best: dict[int, Twins] = {}
    for pair in twins:
        for one in (pair.first, pair.second):
            if one not in best or pair.share > best[one].share:
                best[one] = pair
    return best


def own_runs(tokens: tuple[Token, ...], shown: Trigrams) -> Runs:
    """The runs of three words of an answer's own, as numbers that are the same on every machine."""
    sentences: dict[int, list[Token]] = {}
    for token in tokens:
        sentences.setdefault(token.sentence, []).append(token)
    runs = {run for words in sentences.values() for run in trigrams(words)} - shown
    return np.array(sorted(crc32(" ".join(run).encode()) for run in runs), dtype=np.uint32)


def _candidates(runs: list[Runs]) -> set[tuple[int, int]]:
    """Pairs that share a run of words; linear in the words, however large the crowd."""
    long_enough = [place for place, each in enumerate(runs) if len(each) >= FEWEST]
    if not long_enough:
        return set()
    words = np.concatenate([runs[place] for place in long_enough])
    places = np.repeat(long_enough, [len(runs[place]) for place in long_enough])
    order = np.argsort(words, kind="stable")
    edges = np.flatnonzero(np.diff(words[order])) + 1
    pairs: dict[tuple[int, int], int] = {}
    for crowd in np.split(places[order], edges):
        if len(crowd) > 1:
            for pair in _paired(crowd.tolist()):
                pairs[pair] = pairs.get(pair, 0) + 1
    # A pair compared in a chain was not met at every run it shares, so half of that will do.
    least = {place: SHARE * len(runs[place]) / 2 for place in long_enough}
    return {(a, b) for (a, b), met in pairs.items() if met >= min(least[a], least[b], CROWD)}


def _paired(crowd: list[int]) -> Iterator[tuple[int, int]]:
    if len(crowd) <= CROWD:
        for i, first in enumerate(crowd):
            for second in crowd[i + 1 :]:
                yield first, second
        return
    for before, after in pairwise(crowd):
        yield before, after
        if before != crowd[0]:
            yield crowd[0], after
