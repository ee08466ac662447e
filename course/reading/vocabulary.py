"""Finds a rubric's concepts in words: terms of one or more words, misspellings allowed."""

import functools
from collections.abc import Iterator
from typing import NamedTuple

from course.reading.functionwords import function_words
from course.reading.lexicon import Concept
from course.reading.stems import stem
from course.reading.text import normal
from course.reading.tokens import Token, tokenise
from course.reading.typos import Typos
from course.reading.wordlists import word_set


class Term(NamedTuple):
    """The stems of a term in a row; a quoted one has its words, which must be those."""

    concept: str
    stems: tuple[str, ...]
    quoted: tuple[str, ...] = ()


class Vocabulary:
    """The terms of some concepts, ready to be looked up."""

    def __init__(self, concepts: dict[str, Concept], not_typos: tuple[str, ...] = ()) -> None:
        self._terms: dict[str, list[Term]] = {}
        self._spellings: dict[str, str] = {}  # each word as written, and its stem
        for key, concept in concepts.items():
            for term in () if concept.exact else concept.terms:
                self._add(key, tokenise(term)[0], quoted=concept.quoted)
        self._stems = set(self._spellings.values())
        self._right = {normal(word) for word in not_typos}
        self._right |= {stem(word) for word in self._right}
        self._typos = Typos(self._spellings)
        self._seen: dict[str, str] = {}

    def _add(self, key: str, words: tuple[Token, ...], *, quoted: bool) -> None:
        norms = tuple(word.norm for word in words) if quoted else ()
        term = Term(key, tuple(word.stem for word in words), norms)
        terms = self._terms.setdefault(term.stems[0], [])
        if term not in terms:
            terms.append(term)
            terms.sort(key=lambda t: (-len(t.stems), t))
        self._spellings |= {word.norm: word.stem for word in words}
        self._spellings |= {word.stem: word.stem for word in words}

    def find(self, tokens: tuple[Token, ...]) -> Iterator[tuple[str, int, int, bool]]:
        """Each concept's place: key, first word, last word, whether a letter was wrong."""
        known = [self._known(token) for token in tokens]
        for i, word in enumerate(known):
            following = known[i + 1 : i + 3]
            for term in self._terms.get(word, ()):
                if len(term.stems) > 1 and term.stems[1] not in following:
                    continue
                last = self._follow(tokens, known, i, term.stems)
                if last is not None and _is_said(term, tokens[i : last + 1]):
                    fuzzy = any(known[j] != tokens[j].stem for j in range(i, last + 1))
                    yield term.concept, i, last, fuzzy

    def _follow(
        self, tokens: tuple[Token, ...], known: list[str], i: int, stems: tuple[str, ...]
    ) -> int | None:
        """The last word of a term that starts at `i`; one small word may stand between two.

        No term goes on in the next sentence.
        """
        sentence = tokens[i].sentence
        for wanted in stems[1:]:
            i += 1
            if i < len(known) and known[i] != wanted and tokens[i].norm in _slight():
                i += 1
            if i >= len(known) or known[i] != wanted or tokens[i].sentence != sentence:
                return None
        return i

    def _known(self, token: Token) -> str:
        """The stem a word stands for: its own, or that of the term it misspells."""
        word = token.norm
        if token.stem in self._stems or word in self._right or token.stem in self._right:
            return token.stem
        if len(token.stem) > self._typos.longest:
            return token.stem
        if word not in self._seen:
            if len(self._seen) > 20_000:
                self._seen.clear()
            tried = (self._typos.nearest(form) for form in dict.fromkeys((word, token.stem)))
            self._seen[word] = self._spellings.get(next(filter(None, tried), ""), token.stem)
        return self._seen[word]


def _is_said(term: Term, words: tuple[Token, ...]) -> bool:
    """Whether a quoted term stands there in its own words, small ones between them aside."""
    if not term.quoted:
        return True
    said = [word.norm for word in words]
    return all(norm in said for norm in term.quoted)


@functools.cache
def _slight() -> frozenset[str]:
    """Small words that may stand inside a term: `I handed` is not `I will hand`."""
    return function_words() - word_set("modal")
