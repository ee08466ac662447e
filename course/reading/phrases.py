"""Finds out which of some phrases begins at a word, in the time that one takes."""

from collections import defaultdict
from collections.abc import Sequence

from course.reading.tokens import Token


class Phrases:
    """Phrases by their first two words: of a hundred that begin with `I`, one is compared."""

    def __init__(self, lines: str) -> None:
        self.phrases = tuple(tuple(line.split()) for line in lines.strip().splitlines())
        self._beginning: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
        for phrase in self.phrases:
            self._beginning[phrase[:2]].append(phrase)
        self.firsts = frozenset(phrase[0] for phrase in self.phrases)

    def length_at(self, tokens: Sequence[Token], i: int, end: int) -> int:
        """How many words the first phrase has that begins at `i` and ends by `end`; 0 for none."""
        if tokens[i].norm not in self.firsts:
            return 0
        words = tuple(token.norm for token in tokens[i : min(i + 2, end)])
        known = (*self._beginning.get(words, ()), *self._beginning.get(words[:1], ()))
        return next((len(p) for p in known if self._says(tokens, i, end, p)), 0)

    def _says(self, tokens: Sequence[Token], i: int, end: int, phrase: tuple[str, ...]) -> bool:
        return tuple(token.norm for token in tokens[i : min(i + len(phrase), end)]) == phrase
