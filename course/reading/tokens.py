"""Cuts an answer into words, each with its stem, its sentence and its clause."""

import re
from bisect import bisect_right
from typing import NamedTuple

from course.reading import text as prose
from course.reading.stems import stem
from course.reading.text import Span

# Parts of a compound are words of their own: "re-baseline", "first-pass", "retrain/remind".
_PART = re.compile(r"[^\-/]+")


class Token(NamedTuple):
    """A word: its place, as compared, its stem, and its sentence and clause by number."""

    start: int
    end: int
    norm: str
    stem: str
    sentence: int
    clause: int


def tokenise(text: str) -> tuple[tuple[Token, ...], tuple[Span, ...]]:
    """The words of a text with their sentence and clause, and the sentences' spans."""
    sentences = prose.sentences(text)
    clauses = prose.clauses(text)
    sentence_starts = [start for start, _ in sentences]
    clause_starts = [start for start, _ in clauses]
    tokens = []
    for word in prose.words(text):
        sentence = bisect_right(sentence_starts, word.start) - 1
        clause = bisect_right(clause_starts, word.start) - 1
        for start, end, norm in _parts(text, word):
            tokens.append(Token(start, end, norm, stem(norm), sentence, clause))
    return tuple(tokens), sentences


def _parts(text: str, word: prose.Word) -> list[tuple[int, int, str]]:
    if "-" not in word.norm and "/" not in word.norm:
        return [tuple(word)]
    parts = _PART.finditer(text, word.start, word.end)
    return [(m.start(), m.end(), norm) for m in parts if (norm := prose.normal(m[0]))]
