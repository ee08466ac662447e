"""The words that are this company's own: its work, its customers, its place and its name."""

import re
from dataclasses import dataclass

from course.judging.policy_draft import Draft, Unit
from course.judging.policy_evidence import opens_as_order
from course.judging.policy_places import CUSTOMERS, PLACES, WORK, matches, profile_terms
from course.judging.policy_quote import joined_up, phrases
from course.judging.policy_sentence import is_sentence
from course.reading.text import Span

_CAPITALS = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*")
_LETTERS = re.compile(r"[A-Za-z]{4,}")
_TITLE_CASE = 0.6  # of the longer words; above it capitals mark no names


@dataclass(frozen=True)
class Company:
    """What the profile says of the learner's company; any of it may be empty."""

    name: str = ""
    industry: str = ""
    place: str = ""
    headcount: str = ""


@dataclass(frozen=True)
class Own:
    """The words that are this company's own, by what they name; in folded offsets."""

    work: tuple[Span, ...]
    customers: tuple[Span, ...]
    place: tuple[Span, ...]
    name: tuple[Span, ...]

    @property
    def kinds(self) -> int:
        return sum(map(bool, (self.work, self.customers, self.place or self.name)))

    @property
    def spans(self) -> list[Span]:
        return [*self.work, *self.customers, *self.place, *self.name]

    def firsts(self, draft: Draft) -> list[str]:
        """The first words of each kind."""
        groups = (self.work, self.customers, self.place, self.name)
        first = [joined_up(draft, list(group))[0] for group in groups if group]
        return phrases(draft, first)


def own_words(draft: Draft, company: Company) -> Own:
    """Work and customers count inside sentences; a name or a place also in the heading."""
    sentences = [unit for unit in draft.units if is_sentence(draft, unit)]
    industry = matches(profile_terms(company.industry, 6), draft.folded)
    place = matches(profile_terms(company.place, 12), draft.folded)
    work = [*draft.find(WORK), *industry]
    name = _names(draft, matches(profile_terms(company.name, 12), draft.folded), work)
    proper = [run for unit in sentences for run in _proper_names(draft, unit)]
    said = [s for s in _inside(work, sentences) if not _touches(draft.place(s), proper)]
    return Own(
        tuple(s for s in said if not _touches(s, name)),
        tuple(s for s in _inside(draft.find(CUSTOMERS), sentences) if not _touches(s, name)),
        (*draft.find(PLACES), *place),
        tuple(name),
    )


def _names(draft: Draft, found: list[Span], work: list[Span]) -> list[Span]:
    """Where the company is named: not "hotels" alone, though its name has that word."""
    runs = joined_up(draft, [*found, *(s for s in work if _touches(s, found))])
    telling = [s for s in found if not _touches(s, work)]
    return [run for run in runs if _touches(run, telling)]


def _proper_names(draft: Draft, unit: Unit) -> list[Span]:
    """Two capitals or more in a row, in source offsets: "Pearl Hotels" is a name, not a trade."""
    start, end = draft.place((unit.start, unit.end))
    longer = _LETTERS.findall(draft.source, start, end)
    if longer and sum(word[0].isupper() for word in longer) > _TITLE_CASE * len(longer):
        return []
    if opens_as_order(draft, unit):
        start += 1  # the capital of "Build Villas" opens the sentence
    runs = (match.span() for match in _CAPITALS.finditer(draft.source, start, end))
    return [run for run in runs if re.search("[ -]", draft.source[slice(*run)])]


def _inside(spans: list[Span], units: list[Unit]) -> list[Span]:
    return [s for s in spans if any(u.start <= s[0] and s[1] <= u.end for u in units)]


def _touches(span: Span, others: list[Span]) -> bool:
    return any(span[0] < other[1] and other[0] < span[1] for other in others)
