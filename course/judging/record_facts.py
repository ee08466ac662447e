"""What two fields are compared by: their figures, and their words of substance."""

import re
from collections.abc import Sequence
from itertools import pairwise

from course.reading import function_words, load_lexicon, tokenise, word_set, words
from course.reading.numbers import PLAIN, quantities
from course.reading.structures import due, find

WHOLE = 100  # per cent of anything
_YEAR = re.compile(r"(?<!\d)(?:19|2\d)\d\d(?!\d)")
_STOP = re.compile(r"[,;:.!?\u060c\u061b\u061f](?!\d)")
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
    both = ends(text)
    return first_number(both[1] if both else text)


def ends(text: str) -> tuple[str, str] | None:
    """Where one stands and where one arrives: `from 14 per villa to 8 by May` has both."""
    counted = set(find("amount", text))
    told = [said for said in quantities(text) if said.span in counted]
    for one, other in pairwise(told):
        between = words(text, (one.end, other.start))
        place = _turn([word.norm for word in between])
        if place is not None:
            way = between[place]
            onward = place and between[place - 1].norm in word_set("up-or-down")
            leaves = between[place - 1].start if onward else way.start
            return text[one.start : leaves].strip(" ,\u060c;"), _undated(text[way.end :])
    return None


def _turn(between: Sequence[str]) -> int | None:
    """The `to` that leads to the next figure, with nothing after it but how near one gets."""
    near = load_lexicon().words("arrive-at")
    small = function_words() | {word.norm for term in near for word in words(term)}
    for place in reversed(range(len(between))):
        if between[place] in word_set("up-to"):
            return place
        if between[place] not in small:
            return None
    return None


def _undated(text: str) -> str:
    """An arrival without the day it is due by, which has a field of its own."""
    days = (due(text, span) for span in find("period", text))
    cut = next((begins for begins in days if begins is not None), len(text))
    return text[:cut].strip(" ,\u060c;.")


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


def clauses(text: str) -> list[str]:
    """A text's parts: what is said, and what is said to come of it."""
    joiners = word_set("clause-joiner")
    told = words(text)
    starts = [word.start for word in told if word.norm in joiners]
    starts += [sign.end() for sign in _STOP.finditer(text)]
    edges = [0, *sorted(starts), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


def norms(text: str) -> set[str]:
    """The words of a text, in any order."""
    return {word.norm for word in words(text)}


def short(text: str, most: int = 70) -> str:
    """A field's words as a review quotes them."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
