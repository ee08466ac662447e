"""Finds the known word that a misspelt one stands for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from course.reading.text import is_arabic

# Letters from which one may be wrong, and two: below, right words are too close together.
ONE, ARABIC_ONE, TWO = 5, 6, 10
MOST = 2  # letters that may be wrong in any word
_KINDS = 64  # letters are told apart by their number within so many


class _Known(NamedTuple):
    """A known word, how many of its letters may be wrong, and which letters it has."""

    word: str
    allowed: int
    letters: int


class Typos:
    """Known words by their first letter and their length.

    A word is compared only with those that begin alike and are about as long, so what a text
    costs grows with its letters, whatever they are: a word longer than any known one and the
    letters that may be wrong is compared with none.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._known: dict[tuple[str, int], list[_Known]] = defaultdict(list)
        for word in sorted({word for word in words if word.isalpha() and _allowed(word)}):
            known = _Known(word, _allowed(word), _letters(word))
            self._known[word[0], len(word)].append(known)
        self.longest = max((length for _, length in self._known), default=0) + MOST

    def nearest(self, word: str) -> str:
        """The known word closest to this one, which begins alike; empty if none is near."""
        if len(word) > self.longest or not word.isalpha():
            return ""
        ranked = sorted(self._near(word))
        # Two wrong letters at the end are an ending: `inspector` is no misspelt `inspection`.
        plain = [known for wrong, known in ranked if wrong < 2 or known[-3:] == word[-3:]]
        return plain[0] if plain else ""

    def _near(self, word: str) -> Iterator[tuple[int, str]]:
        """Known words with how many letters are wrong, where so many may be."""
        allowed, letters = _allowed(word), _letters(word)
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            for known in self._known.get((word[0], length), ()):
                most = min(allowed, known.allowed)
                # One wrong letter takes one kind of letter away and brings another.
                if (known.letters ^ letters).bit_count() > 2 * most:
                    continue
                if (wrong := edits(known.word, word)) <= most:
                    yield wrong, known.word


def _allowed(word: str) -> int:
    """How many letters of a word may be wrong."""
    arabic = is_arabic(word[0])
    return (len(word) >= (ARABIC_ONE if arabic else ONE)) + (not arabic and len(word) >= TWO)


def _letters(word: str) -> int:
    """The kinds of letters of a word as bits."""
    return sum({1 << ord(letter) % _KINDS for letter in word})


def edits(a: str, b: str, most: int = MOST) -> int:
    """Letters added, dropped, changed or swapped with their neighbour; any more are most + 1."""
    if a == b:
        return 0
    if most == 0 or abs(len(a) - len(b)) > most:
        return most + 1
    i, shorter = 0, min(len(a), len(b))
    while i < shorter and a[i] == b[i]:
        i += 1
    if i == shorter:
        return abs(len(a) - len(b))
    x, y = a[i + 1 :], b[i + 1 :]  # what stands behind the first letter that differs
    fewest = min(edits(x, y, most - 1), edits(x, b[i:], most - 1), edits(a[i:], y, most - 1))
    if x[:1] == b[i] and y[:1] == a[i]:
        fewest = min(fewest, edits(x[1:], y[1:], most - 1))
    return 1 + fewest
