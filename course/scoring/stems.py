"""Cuts words to a stem, lightly: plural and tense in English, clitics in Arabic."""

import functools
import re

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_PREFIXES = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال")
_SUFFIXES = ("هما", "ها", "هم", "هن", "كم", "نا", "ات", "ون", "ين", "ان", "ه", "ي")
_AND_NOT = frozenset({"ولا", "ولن", "ولم", "وما", "فلا", "فلن", "فلم"})
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")


@functools.lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The stem of one normalised word; both text and lexicon pass through it."""
    if _ARABIC.search(word):
        return word[1:] if word in _AND_NOT else _arabic(word)
    return _english(word) if word.isascii() and word.isalpha() else word.removesuffix("'s")


def _english(word: str) -> str:
    if len(word) > 4 and word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = _DOUBLED.sub(r"\1", word[: -len(ending)])
            break
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


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
