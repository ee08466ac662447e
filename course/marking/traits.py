"""What a mark and its answer are learned from: criterion strengths, and the words used."""

import math
from collections import Counter
from typing import TYPE_CHECKING

from course.judging import Mark, Verdict
from course.reading import function_words, tokenise

if TYPE_CHECKING:
    from course.marking.kriging import Floats

LETTERS = 4  # of a piece of a word: alike in words misspelt and inflected


def strengths(mark: Mark) -> list[float]:
    """The share of points, the mean strength, and each criterion's strength; 0 to 1 each."""
    share = mark.points / mark.max_points if mark.max_points else 0.0
    whole = sum(c.max_points for c in mark.criteria) or 1.0
    mean = sum(strength(c) * c.max_points for c in mark.criteria) / whole
    return [share, mean, *(strength(c) for c in mark.criteria)]


def strength(criterion: Verdict) -> float:
    """A choice or a figure has no evidence to count: its points speak."""
    if criterion.strength or not criterion.max_points:
        return criterion.strength
    return 0.0 if criterion.spans else criterion.points / criterion.max_points


class Words:
    """The words of the marked answers, weighed by how few answers use them."""

    def __init__(self, texts: list[str]) -> None:
        counted = [_pieces(text) for text in texts]
        seen = Counter(piece for pieces in counted for piece in pieces)
        self._weights = {
            piece: math.log((1 + len(texts)) / (1 + times)) + 0.3 for piece, times in seen.items()
        }
        self._place = {piece: place for place, piece in enumerate(sorted(seen))}

    def vector(self, text: str) -> "Floats":
        """A text as a vector of length 1, over the words of the marked answers; shape (words,)."""
        import numpy as np

        vector, unknown = np.zeros(len(self._place)), 0.0
        for piece, times in _pieces(text).items():
            weight = self._weights.get(piece, 1.0) * math.sqrt(times)
            if piece in self._place:
                vector[self._place[piece]] = weight
            else:
                unknown += weight * weight
        return vector / math.sqrt(max(float(vector @ vector) + unknown, 1e-9))


def _pieces(text: str) -> Counter[str]:
    """Stems of two and more letters, and the letters in their middle."""
    found: Counter[str] = Counter()
    for token in tokenise(text)[0]:
        if token.norm in function_words():
            continue
        found[token.stem] += 2
        word = f"^{token.norm}$"
        found.update("~" + word[i : i + LETTERS] for i in range(max(1, len(word) - LETTERS + 1)))
    return found
