"""Cuts an answer into words, each with its stem, its sentence and its clause."""

import re
from bisect import bisect_right
from typing import NamedTuple

from course.reading import layout
from course.reading import text as prose
from course.reading.stems import stem
from course.reading.text import Span

# Parts of a compound are words of their own: "re-baseline", "first-pass", "retrain/remind".
_ANNOUNCES = re.compile(r"(?:[:–—]|\s-)\s+")
_PART = re.compile(r"[^\-/]+")


class Token(NamedTuple):
    """A word: its place, as compared, its stem, and its sentence and clause by number.

    `after_colon`: it opens what a colon or a dash announces.
    """

    start: int
    end: int
    norm: str
    stem: str
    sentence: int
    clause: int
    after_colon: bool = False


def tokenise(text: str) -> tuple[tuple[Token, ...], tuple[Span, ...]]:
    """The words of a text with their sentence and clause, and the sentences' spans."""
    plain = layout.page(text).plain
    sentences = layout.sentences(text)
    clauses = layout.clauses(text)
    sentence_starts = [start for start, _ in sentences]
    clause_starts = [start for start, _ in clauses]
    announced = {match.end() for match in _ANNOUNCES.finditer(plain)}
    tokens = []
    for word in prose.words(plain):
        sentence = bisect_right(sentence_starts, word.start) - 1
        if sentence < 0 or word.start >= sentences[sentence][1]:
            continue  # the number of a list item is none of its words
        clause = bisect_right(clause_starts, word.start) - 1
        for start, end, norm in _parts(plain, word):
            tokens.append(Token(start, end, norm, stem(norm), sentence, clause, start in announced))
    return tuple(tokens), sentences


def _parts(text: str, word: prose.Word) -> list[tuple[int, int, str]]:
    if "-" not in word.norm and "/" not in word.norm:
        return [(word.start, word.end, word.norm)]
    parts = _PART.finditer(text, word.start, word.end)
    return [
        (m.start(), m.end(), norm) for m in parts if (norm := prose.normal(m[0][: prose.LONGEST]))
    ]
