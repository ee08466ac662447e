"""Groups answers that say the same in nearly the same letters, so that one look marks many."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from course.judging import Mark
from course.judging.unread import too_long
from course.reading import Token, negation, tokenise
from course.reading.numbers import quantities

ALIKE = 0.9  # cosine of the letters, three by three
HASHES, BANDS = 32, 8
_PRIMES = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
# Fixed odd factors: the same groups on every machine.
_FACTORS = (np.arange(1, HASHES + 1, dtype=np.uint64) * _PRIMES[0]) | np.uint64(1)
_SHIFT = np.uint64(32)

Codes = npt.NDArray[np.uint64]
# Numbers, denials, points, levels; and a band of the letters.
Key = tuple[str, tuple[str, ...], float, tuple[int, ...], int, bytes]


class _Letters(NamedTuple):
    """An answer's letters three by three: which, how often, and the length of that vector."""

    kinds: Codes
    times: npt.NDArray[np.intp]
    length: float


def find_groups(texts: Sequence[str], marks: Sequence[Mark]) -> tuple[tuple[int, ...], ...]:
    """Places of answers that are alike, in groups of two or more, the largest first.

    Those of one group have the same numbers, the same denials and the same mark. A text that
    is too long to be marked is in none.
    """
    buckets: dict[Key, list[int]] = {}  # leaders by what they must have in common
    letters: dict[int, _Letters] = {}
    groups: dict[int, list[int]] = {}
    for place, (text, mark) in enumerate(zip(texts, marks, strict=True)):
        if too_long(text):
            continue
        tokens = tokenise(text)[0]
        own = _letters(" ".join(token.norm for token in tokens))
        keys = list(_keys(text, tokens, mark, own))
        leaders = {leader for key in keys for leader in buckets.get(key, ())}
        near = [leader for leader in sorted(leaders) if _cosine(letters[leader], own) >= ALIKE]
        if near:
            groups[near[0]].append(place)
            continue
        groups[place], letters[place] = [place], own
        for key in keys:
            buckets.setdefault(key, []).append(place)
    found = [tuple(group) for group in groups.values() if len(group) > 1]
    return tuple(sorted(found, key=lambda group: (-len(group), group)))


def _keys(text: str, tokens: tuple[Token, ...], mark: Mark, letters: _Letters) -> Iterator[Key]:
    """Answers that are alike have at least one of these in common."""
    numbers = tuple((q.value, q.unit) for q in quantities(text))
    negators = negation.scope(tokens)[1]
    denied = tuple(t.stem for t, is_one in zip(tokens, negators, strict=True) if is_one)
    same = (repr(numbers), denied, mark.points, tuple(c.level for c in mark.criteria))
    smallest = ((letters.kinds[None, :] * _FACTORS[:, None]) >> _SHIFT).min(axis=1)
    for band, part in enumerate(smallest.reshape(BANDS, -1)):
        yield (*same, band, part.tobytes())


def _letters(words: str) -> _Letters:
    codes = np.frombuffer(f" {words}  ".encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    threes = codes[:-2] * _PRIMES[0] + codes[1:-1] * _PRIMES[1] + codes[2:] * _PRIMES[2]
    kinds, times = np.unique(threes, return_counts=True)
    return _Letters(kinds, times, float(np.sqrt((times**2).sum())))


def _cosine(one: _Letters, other: _Letters) -> float:
    _, mine, theirs = np.intersect1d(
        one.kinds, other.kinds, assume_unique=True, return_indices=True
    )
    return float((one.times[mine] * other.times[theirs]).sum()) / (one.length * other.length)
