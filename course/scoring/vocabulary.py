"""Finds a rubric's concepts in words: terms of one or more words, one letter wrong allowed."""

from collections.abc import Iterator
from typing import NamedTuple

from course.scoring.functionwords import FUNCTION_WORDS
from course.scoring.lexicon import Concept
from course.scoring.stems import stem
from course.scoring.text import normal
from course.scoring.tokens import Token, tokenise

# Letters from which one may be wrong: below, right words are too close together.
SHORTEST, ARABIC_SHORTEST = 5, 6
# Small words that may stand inside a term: `I handed` is not `I will hand`.
_SLIGHT = FUNCTION_WORDS - {
    "will",
    "shall",
    "would",
    "should",
    "must",
    "can",
    "could",
    "may",
    "might",
}


class Term(NamedTuple):
    concept: str
    stems: tuple[str, ...]


class Vocabulary:
    """The terms of some concepts, ready to be looked up."""

    def __init__(self, concepts: dict[str, Concept], not_typos: tuple[str, ...] = ()) -> None:
        self._terms: dict[str, list[Term]] = {}
        self._stems: set[str] = set()
        for key, concept in concepts.items():
            for words in concept.terms:
                self._add(Term(key, _stems(words)))
        self._right = {stem(normal(word)) for word in not_typos}
        self._holes: dict[str, list[str]] = {}
        for known in sorted(self._stems):
            if _long(known):
                for hole in _holes(known):
                    self._holes.setdefault(hole, []).append(known)
        self._seen: dict[str, str] = {}

    def _add(self, term: Term) -> None:
        terms = self._terms.setdefault(term.stems[0], [])
        if term not in terms:
            terms.append(term)
            terms.sort(key=lambda t: (-len(t.stems), t))
        self._stems.update(term.stems)

    def find(self, tokens: tuple[Token, ...]) -> Iterator[tuple[str, int, int, bool]]:
        """Each concept's place: key, first word, last word, whether a letter was wrong."""
        known = [self._known(token.stem) for token in tokens]
        for i, word in enumerate(known):
            for term in self._terms.get(word, ()):
                last = self._follow(tokens, known, i, term.stems)
                if last is not None:
                    fuzzy = any(known[j] != tokens[j].stem for j in range(i, last + 1))
                    yield term.concept, i, last, fuzzy

    def _follow(
        self, tokens: tuple[Token, ...], known: list[str], i: int, stems: tuple[str, ...]
    ) -> int | None:
        """The last word of a term that starts at `i`; one small word may stand between two."""
        for wanted in stems[1:]:
            i += 1
            if i < len(known) and known[i] != wanted and tokens[i].norm in _SLIGHT:
                i += 1
            if i >= len(known) or known[i] != wanted:
                return None
        return i

    def _known(self, word: str) -> str:
        if word in self._stems or not _long(word) or word in self._right:
            return word
        if word not in self._seen:
            if len(self._seen) > 20_000:
                self._seen.clear()
            self._seen[word] = self._nearest(word)
        return self._seen[word]

    def _nearest(self, word: str) -> str:
        """The known stem one letter away that begins alike, or the word itself."""
        if not word.isalpha():
            return word
        for near in (word, *_holes(word)):
            for known in ([near] if near in self._stems else []) + self._holes.get(near, []):
                if _long(known) and known[0] == word[0] and one_edit(known, word):
                    return known
        return word


def _stems(words: str) -> tuple[str, ...]:
    """The stems of a term, cut as an answer's words are."""
    return tuple(token.stem for token in tokenise(words)[0])


def _long(word: str) -> bool:
    return len(word) >= (ARABIC_SHORTEST if "\u0600" <= word[0] <= "\u06ff" else SHORTEST)


def _holes(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(len(word))]


def one_edit(a: str, b: str) -> bool:
    """Whether one letter added, dropped, changed or swapped with its neighbour makes b of a."""
    if abs(len(a) - len(b)) > 1:
        return False
    i = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if a[i + 1 :] == b[i + 1 :] or a[i + 1 :] == b[i:] or a[i:] == b[i + 1 :]:
        return True
    return a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :]
