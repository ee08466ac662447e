"""The lexicon's concepts as the reader uses them: sets of words, phrases, compiled patterns."""

import functools
import re

from course.content import ContentError
from course.reading import terms
from course.reading.lexicon import FOLDER, Concept, concept
from course.reading.text import normal


@functools.cache
def word_set(*keys: str) -> frozenset[str]:
    """The terms of some concepts as words are compared."""
    return frozenset(normal(term) for key in keys for term in concept(key).terms)


@functools.cache
def phrases(key: str) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """The terms of a concept as their words, by the first two of these.

    Of a hundred that begin with `I`, one is compared.
    """
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for term in concept(key).terms:
        words = tuple(normal(term).split())
        found.setdefault(words[:2], []).append(words)
    return found


@functools.cache
def patterns(key: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """What finds an exact concept in folded text: its English and its Arabic terms."""
    try:
        return _compiled(concept(key))
    except (terms.TermError, KeyError) as error:
        remedy = "Close each bracket, and name only concepts of the lexicon in braces."
        raise ContentError(FOLDER, f"concept {key}", str(error.args[0]), remedy) from None


def _compiled(found: Concept) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    parts = (concept(f"written-{part}").ar[0] for part in ("joins", "before", "article"))
    english = arabic = None
    if found.en:
        english = re.compile(terms.english(found.en, lambda name: concept(name).en))
    if found.ar:
        onto = terms.Onto(*parts)
        written = terms.arabic(found.ar, lambda name: concept(name).ar, onto, whole=found.whole)
        arabic = re.compile(written)
    return english, arabic
