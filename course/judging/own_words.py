"""The words that are this company's own: its work, its customers, its place and its name."""

import functools
import re
from dataclasses import dataclass

from course.judging.made import Made
from course.judging.noted import Measured
from course.reading import Reading, Span, concept, joined, normal, word_set

_CAPITALS = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*")
_LETTERS = re.compile(r"[A-Za-z]{4,}")
_TITLE_CASE = 0.6  # of the longer words; above it capitals mark no names
_TERMS = 12  # words of a profile field
_LONG, _SHORT = 12, 6  # letters by which a name and a trade are known: "construct" is construction


@dataclass(frozen=True)
class Company:
    """What the profile says of the learner's company; any of it may be empty."""

    name: str = ""
    industry: str = ""
    place: str = ""
    headcount: str = ""


class OwnWords:
    """Work and customers count inside sentences; a name or a place also in the heading."""

    def __init__(self, reading: Reading, company: Company) -> None:
        self._reading, self._company = reading, company

    def work(self) -> Measured:
        said = [span for span in self._said(self._work) if not _touches(span, self._proper)]
        said += self._said(self._made.things)
        return _found([span for span in said if not _touches(span, self._name)])

    def customers(self) -> Measured:
        spans = self._said([*self._spans("customer-kind"), *self._made.receivers])
        return _found([span for span in spans if not _touches(span, self._name)])

    def place(self) -> Measured:
        named = self._said(self._made.places)
        return _found([*self._spans("place"), *named, *self._profile(self._company.place, _LONG)])

    def name(self) -> Measured:
        return _found(self._name)

    def where(self) -> Measured:
        return _found([*(self.place().spans or ()), *self._name])

    @functools.cached_property
    def _made(self) -> Made:
        return Made(self._reading, self._name)

    @functools.cached_property
    def _work(self) -> list[Span]:
        return [*self._spans("trade"), *self._profile(self._company.industry, _SHORT)]

    @functools.cached_property
    def _name(self) -> list[Span]:
        """Where the company is named: not "hotels" alone, though its name has that word."""
        found = self._profile(self._company.name, _LONG)
        near = [span for span in self._work if _touches(span, found)]
        runs = joined([*found, *near], self._reading.text)
        telling = [span for span in found if not _touches(span, self._work)]
        return [run for run in runs if _touches(run, telling)]

    @functools.cached_property
    def _proper(self) -> list[Span]:
        """Two capitals or more in a row: "Pearl Hotels" is a name, not a trade."""
        return [run for number in self._sentences for run in self._proper_names(number)]

    def _proper_names(self, number: int) -> list[Span]:
        start, end = self._reading.sentences[number]
        longer = _LETTERS.findall(self._reading.text, start, end)
        if longer and sum(word[0].isupper() for word in longer) > _TITLE_CASE * len(longer):
            return []
        if self._reading.grammar.orders(number):
            start += 1  # the capital of "Build Villas" opens the sentence
        runs = (match.span() for match in _CAPITALS.finditer(self._reading.text, start, end))
        return [run for run in runs if re.search("[ -]", self._reading.text[slice(*run)])]

    @functools.cached_property
    def _sentences(self) -> list[int]:
        numbers = range(len(self._reading.sentences))
        return [number for number in numbers if self._reading.grammar.says(number)]

    def _spans(self, key: str) -> list[Span]:
        return [self._reading.span(hit) for hit in self._reading.find(key)]

    def _said(self, spans: list[Span]) -> list[Span]:
        held = [self._reading.sentences[number] for number in self._sentences]
        return [s for s in spans if any(start <= s[0] and s[1] <= end for start, end in held)]

    def _profile(self, words: str, letters: int) -> list[Span]:
        """Where the telling words of a profile field stand in the text."""
        pattern = _telling(words, letters)
        page = self._reading.page
        return (
            [page.place(match.span()) for match in pattern.finditer(page.folded)] if pattern else []
        )


@functools.lru_cache(maxsize=64)
def _telling(words: str, letters: int) -> re.Pattern[str] | None:
    """Long words match by their first letters, so that "construction" finds "construct"."""
    article = concept("written-article").ar[0]
    plain = re.sub(rf"\b(?:{article.split('|')[0]})", "", normal(words))[:200]
    forms = word_set("legal-form")
    telling = [word for word in re.findall(r"[\w.]{3,}", plain) if word not in forms][:_TERMS]
    if not telling:
        return None
    stems = "|".join(re.escape(word[:letters]) for word in telling)
    joins = concept("written-before").ar[0]
    return re.compile(rf"\b[{joins}]?(?:{article})?(?:{stems})\w*")


def _found(spans: list[Span]) -> Measured:
    return Measured(spans or None)


def _touches(span: Span, others: list[Span]) -> bool:
    return any(span[0] < other[1] and other[0] < span[1] for other in others)
