"""Cuts words to a stem: Snowball's for English, clitics and endings in Arabic."""

import functools
import re

import snowballstemmer

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_PREFIXES = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال")
_SUFFIXES = ("هما", "ها", "هم", "هن", "كم", "نا", "ات", "ون", "ين", "ان", "ه", "ي")
_AND_NOT = frozenset({"ولا", "ولن", "ولم", "وما", "فلا", "فلن", "فلم"})
_ENGLISH = snowballstemmer.stemmer("english")
# Snowball takes these apart from, or puts them with, words they do not belong to.
_OWN = {"does": "do", "goes": "go", "news": "news"}
_INITIALS = re.compile(r"[b-df-hj-np-tv-xz]{2,}s")  # `NCRs`: no vowel, so Snowball leaves the s


# No word of either language is longer. Snowball goes over a word again for each of its `y`.
LONGEST = 64


def stem(word: str) -> str:
    """The stem of one normalised word; both text and lexicon pass through it."""
    return _stem(word) if len(word) <= LONGEST else word


@functools.lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    if _ARABIC.search(word):
        return word[1:] if word in _AND_NOT else _arabic(word)
    word = word.removesuffix("'s")
    if not (word.isascii() and word.isalpha()):
        return word
    if _INITIALS.fullmatch(word):
        return word[:-1]
    return _OWN.get(word) or _ENGLISH.stemWord(word)


def _arabic(word: str) -> str:
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    else:
        word = _without_clitic(word)
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


def _without_clitic(word: str) -> str:
    """Without the and, so, by, for before a word, and the will before a verb."""
    if len(word) > 4 and word[0] in "وف":
        word = word[1:]
    if len(word) > 4 and word[0] == "س" and word[1] in "انيت":
        return word[1:]
    return word[1:] if len(word) > 4 and word[0] in "بل" else word
