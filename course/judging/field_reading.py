"""Reads a field with the words of all its rulebooks, ready to be looked in for their evidence."""

import functools
from dataclasses import replace

from course.judging.criterion import Keys, Stance
from course.judging.record_facts import LONGEST
from course.judging.rulebook import rulebook
from course.judging.search import Search
from course.reading import (
    Concept,
    Hit,
    Reading,
    Token,
    Vocabulary,
    function_words,
    load_lexicon,
    normal,
    read,
    tokenise,
)
from course.reading.negation import CONTRADICTED, DIRECT

FIELD_BOOKS = ("fields", "objective", "gaming")
REFUSALS, DOUBTS = ("make-end", "costly"), "scarcely"


def searched(text: str, stance: Stance) -> Search:
    """A field, read; where the writer decides, what is only supposed counts as denied."""
    return _searched(text[:LONGEST], stance == "decision")


@functools.lru_cache(maxsize=64)
def _searched(text: str, decides: bool) -> Search:
    reading = _doubting(_refusing(read(text, _vocabulary(), decides=decides)))
    forms = _forms()
    hits = {
        key: [hit for hit in found if _as_written(reading, hit, forms.get(key))]
        for key, found in reading.hits.items()
    }
    return Search(replace(reading, hits=hits))


def _refusing(reading: Reading) -> Reading:
    """In a field of one's own, `I refuse …` is what one does, and denies nothing of it."""
    found = (hit for key in REFUSALS for hit in reading.hits.get(key, ()))
    return _said(reading, {reading.sentence(hit) for hit in found if _opens(reading, hit)}, 0)


def _doubting(reading: Reading) -> Reading:
    """`I do not think that we stop it`: what is doubted is denied like any other word."""
    return _said(reading, {reading.sentence(hit) for hit in reading.hits.get(DOUBTS, ())}, DIRECT)


def _said(reading: Reading, sentences: set[int], how: int) -> Reading:
    """With another denial in place of that of these whole sentences."""
    denied = tuple(
        how if old >= CONTRADICTED and token.sentence in sentences else old
        for old, token in zip(reading.denied, reading.tokens, strict=True)
    )
    hits = {
        key: [
            hit._replace(denied=how)
            if hit.denied >= CONTRADICTED and reading.sentence(hit) in sentences
            else hit
            for hit in found
        ]
        for key, found in reading.hits.items()
    }
    return replace(reading, denied=denied, hits=hits)


def _opens(reading: Reading, hit: Hit) -> bool:
    """Whether the denial of a sentence begins with this word, or with who says it."""
    if hit.denied < CONTRADICTED:
        return False
    speaks = hit.first and reading.tokens[hit.first - 1].norm in _speakers()
    first = hit.first - 1 if speaks else hit.first
    return first == 0 or reading.denied[first - 1] == 0


@functools.cache
def _speakers() -> Keys:
    return frozenset(normal(word) for word in load_lexicon().words("speaker"))


def _as_written(reading: Reading, hit: Hit, forms: Keys | None) -> bool:
    """Arabic words always are: so much is written onto them."""
    norms = (token.norm for token in reading.tokens[hit.first : hit.last + 1])
    fit = (forms or frozenset()) | function_words()
    return forms is None or all(
        norm in fit or norm.removesuffix("s").removesuffix("'") in fit or not norm.isascii()
        for norm in norms
    )


@functools.cache
def _forms() -> dict[str, Keys]:
    """The words of each concept that counts only as it is written."""
    written = ((key, one) for key, one in load_lexicon().concept.items() if one.written)
    return {
        key: frozenset(token.norm for term in one.terms for token in tokenise(term)[0])
        for key, one in written
    }


class _Words(Vocabulary):
    """Words as they are spelt: a field is short, and a word it only resembles says another thing.

    An Arabic word may have an ending that its stem keeps.
    """

    def __init__(self, concepts: dict[str, Concept]) -> None:
        super().__init__(concepts)
        self._endings = load_lexicon().words("noun-ending")

    def _known(self, token: Token) -> str:
        if token.stem in self._stems or token.stem.isascii():
            return token.stem
        shorter = (token.stem.removesuffix(ending) for ending in self._endings)
        return next((stem for stem in shorter if stem in self._stems), token.stem)


@functools.cache
def _vocabulary() -> _Words:
    """The words of every concept that the fields' rulebooks name."""
    concepts = load_lexicon().concept
    criteria = [one for book in FIELD_BOOKS for one in rulebook(book).criteria]
    named = {name for one in criteria for pattern in one.patterns for name in pattern.concepts}
    named |= {name for one in criteria for error in one.common_errors for name in error.only}
    return _Words({name: concepts[name] for name in sorted(named)})
