"""Finds the known word that a misspelt one stands for."""

from collections.abc import Iterable

# Letters from which one may be wrong, and two: below, right words are too close together.
ONE, ARABIC_ONE, TWO = 5, 6, 10


class Typos:
    """Known words by what is left of them with a letter or two left out."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = {word for word in words if word.isalpha() and _allowed(word)}
        self._holes: dict[str, list[str]] = {}
        for known in sorted(self._words):
            for hole in _holes(known, _allowed(known)):
                self._holes.setdefault(hole, []).append(known)

    def nearest(self, word: str) -> str:
        """The known word closest to this one, which begins alike; empty if none is near."""
        allowed = _allowed(word) if word.isalpha() else 0
        if not allowed:
            return ""
        near: set[str] = set()
        for hole in {word, *_holes(word, allowed)}:
            near.update(self._holes.get(hole, ()))
            if hole in self._words:
                near.add(hole)
        ranked = sorted(
            (wrong, known)
            for known in near
            if known[0] == word[0]
            and (wrong := edits(known, word)) <= min(allowed, _allowed(known))
        )
        # Two wrong letters at the end are an ending: `inspector` is no misspelt `inspection`.
        plain = [known for letters, known in ranked if letters < 2 or known[-3:] == word[-3:]]
        return plain[0] if plain else ""


def _allowed(word: str) -> int:
    """How many letters of a word may be wrong."""
    arabic = "\u0600" <= word[0] <= "\u06ff"
    return (len(word) >= (ARABIC_ONE if arabic else ONE)) + (not arabic and len(word) >= TWO)


def _holes(word: str, letters: int) -> set[str]:
    found = {word[:i] + word[i + 1 :] for i in range(len(word))}
    return found if letters < 2 else found | {hole for one in found for hole in _holes(one, 1)}


def edits(a: str, b: str) -> int:
    """Letters added, dropped, changed or swapped with their neighbour; 3 stands for any more."""
    if abs(len(a) - len(b)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            best = min(before[j] + 1, row[-1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                best = min(best, older[j - 2] + 1)
            row.append(best)
    return min(row[-1], 3)
