"""Cuts words to a stem: Snowball's for English, clitics and endings in Arabic."""

import functools
import re

import snowballstemmer

from course.reading.lexicon import concept
from course.reading.text import is_arabic

_ENGLISH = snowballstemmer.stemmer("english")
_INITIALS = re.compile(r"[b-df-hj-np-tv-xz]{2,}s")  # `NCRs`: no vowel, so Snowball leaves the s


# No word of either language is longer. Snowball goes over a word again for each of its `y`.
LONGEST = 64


def stem(word: str) -> str:
    """The stem of one normalised word; both text and lexicon pass through it."""
    return _stem(word) if len(word) <= LONGEST else word


@functools.lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    if any(map(is_arabic, word)):
        return word[1:] if word in _letters("and-not") else _arabic(word)
    word = word.removesuffix("'s")
    if not (word.isascii() and word.isalpha()):
        return word
    if _INITIALS.fullmatch(word):
        return word[:-1]
    return _own().get(word) or _ENGLISH.stemWord(word)


@functools.cache
def _own() -> dict[str, str]:
    return dict(pair.split() for pair in concept("stem-own").en)


def _letters(key: str) -> tuple[str, ...]:
    return concept(key).ar


def _arabic(word: str) -> str:
    for prefix in _letters("stem-prefix"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    else:
        word = _without_clitic(word)
    for suffix in _letters("stem-suffix"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


def _without_clitic(word: str) -> str:
    """Without the and, so, by, for before a word, and the will before a verb."""
    will, verb = _letters("letter-will")
    if len(word) > 4 and word[0] in _letters("letter-joins")[0]:
        word = word[1:]
    if len(word) > 4 and word[0] == will and word[1] in verb:
        return word[1:]
    return word[1:] if len(word) > 4 and word[0] in _letters("letter-before")[0] else word
