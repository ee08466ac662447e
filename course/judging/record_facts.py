"""What two fields are compared by: their figures, and their words of substance."""

import re
from itertools import pairwise

from course.reading import function_words, load_lexicon, normal, tokenise, words
from course.reading.numbers import PLAIN, quantities
from course.reading.structures import find

WHOLE = 100  # per cent of anything
_YEAR = re.compile(r"(?<!\d)(?:19|2\d)\d\d(?!\d)")
LONGEST = 2_000  # characters of a field that are judged: a pasted page must not freeze the form


def folded(text: str) -> str:
    """Digits and percent signs in one form, character for character."""
    return text.translate(PLAIN)


def first_number(text: str) -> float | None:
    """The first figure of a field that says how much, as meant; None without one."""
    counted = set(find("amount", text))
    return next((q.value for q in quantities(text) if q.span in counted), None)


def amounts(text: str) -> set[float]:
    """The figures of a field that say how much."""
    counted = set(find("amount", text))
    return {q.value for q in quantities(text) if q.span in counted}


def arrival(text: str) -> float | None:
    """The figure a target arrives at: `from 61 to 90 %` arrives at 90."""
    ways = {normal(word) for word in load_lexicon().words("up-to")}
    for one, other in pairwise(quantities(text)):
        between = words(text, (one.end, other.start))
        if between and between[-1].norm in ways:
            return first_number(text[other.start :])
    return first_number(text)


def years(text: str) -> list[int]:
    """The years a field names."""
    return [int(year) for year in _YEAR.findall(folded(text))]


def counted(text: str) -> set[str]:
    """The beginning of the word after a field's first figure, if that is no unit: `3 cows`."""
    amounts = set(find("amount", text))
    first = next((q for q in quantities(text) if q.span in amounts), None)
    after = words(text, (first.end, len(text)))[:1] if first and not first.unit else ()
    things = {root for word in after for root in roots(word.norm)}
    return things - roots(" ".join(load_lexicon().words("unit-word")))


def related(one: str, other: str) -> bool:
    """Whether two texts have a word of substance in common, whatever its ending."""
    return not roots(one).isdisjoint(roots(other))


def roots(text: str) -> set[str]:
    """The beginnings of a text's words of substance."""
    tokens, _ = tokenise(text)
    said = (token for token in tokens if token.norm not in function_words())
    return {token.stem[:5] for token in said if len(token.stem) > 2 and not token.stem.isdigit()}


def norms(text: str) -> set[str]:
    """The words of a text, in any order."""
    return {word.norm for word in words(text)}


def short(text: str, most: int = 70) -> str:
    """A field's words as a review quotes them."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
