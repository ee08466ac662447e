"""Looks in a reading for the words of a pattern that meet, within how many words."""

import functools
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from course.judging.criterion import Evidence
from course.judging.criterion_checks import CASE_FACT
from course.judging.names import Side, Sided, alternatives, sided
from course.judging.nearest import Neighbours
from course.judging.noted import Noted
from course.judging.pattern import Pattern
from course.reading import Hit, Reading, Span, structures
from course.reading.negation import CONTRADICTED, DIRECT
from course.reading.numbers import Quantity, quantities, same

_H = TypeVar("_H", bound=Hashable)
Kinds = tuple[Sided, tuple[Quantity, ...]]  # of facts, and the figures of the case


@dataclass(frozen=True)
class Compiled:
    """A pattern with its groups taken apart once."""

    concepts: tuple[Sided, ...]
    figures: tuple[tuple[Quantity, ...], ...]
    facts: tuple[Quantity, ...]
    needs: tuple[Sided, ...]
    within: int
    across: bool
    unless: Sided
    ahead: bool


@functools.lru_cache(maxsize=4096)
def compiled(pattern: Pattern, facts: tuple[Quantity, ...] = ()) -> Compiled:
    """`facts`: the figures of the case, for a pattern that needs one of them."""
    concepts = tuple(sided(group) for group in pattern.all_of)
    figures = tuple(
        tuple(quantities(one)[0] for one in alternatives(group)) for group in pattern.figures
    )
    needs = tuple(sided(group) for group in pattern.needs)
    unless = tuple(one for group in pattern.unless for one in sided(group))
    within, across, ahead = pattern.within, pattern.across, pattern.ahead
    return Compiled(concepts, figures, facts, needs, within, across, unless, ahead)


class Meetings:
    """The words of one reading that meet; what patterns share is looked up once.

    `facts`: the figures of the case.
    """

    def __init__(self, reading: Reading, facts: tuple[Quantity, ...] = ()) -> None:
        self._reading, self._case = reading, facts
        self._facts: dict[str, list[Hit]] = {}
        self._numbers: list[tuple[Quantity, Hit]] | None = None
        self._neighbours: dict[Hashable, Neighbours] = {}
        self._undoing: dict[Hashable, frozenset[int]] = {}

    def look(self, piece: Evidence, found: Noted) -> None:
        """Note what meets for a piece; what is denied matters where nothing is said."""
        if piece.key in found.said:
            return
        if hits := self._met(piece, denied=False):
            found.spans[piece.key] = sorted({self._span(hit) for hit in hits})
            found.fuzzy |= any(hit.fuzzy for hit in hits)
        elif hits := self._met(piece, denied=True):
            found.denied.setdefault(piece.key, []).extend(hits)

    def _met(self, piece: Evidence, *, denied: bool) -> list[Hit] | None:
        """The words of the first pattern that is met, or would be, were it not denied."""
        patterns = (compiled(p, self._case) for p in piece.any_of if not p.of)
        return next((hits for p in patterns if (hits := self._meet(p, denied=denied))), None)

    def _meet(self, pattern: Compiled, *, denied: bool) -> list[Hit] | None:
        groups = self._groups(pattern, denied)
        if groups is None:
            return None
        anchor = min(groups, key=lambda places: places.count)
        others = [places for places in groups if places is not anchor]
        best: tuple[int, list[Hit]] | None = None
        for hit in anchor.hits:
            chosen = self._around(hit, others, pattern)
            if not chosen or (pattern.unless and self._undone(chosen, pattern, denied)):
                continue
            if best is None or _width(chosen) < best[0]:
                best = (_width(chosen), chosen)
        return best[1] if best else None

    def _groups(self, pattern: Compiled, denied: bool) -> list[Neighbours] | None:
        """The hits of each group, or None when a group has none."""
        groups = []
        for group in self._each(pattern, denied):
            if not group.count:
                return None
            groups.append(group)
        return groups

    def _each(self, pattern: Compiled, denied: bool) -> Iterator[Neighbours]:
        for concepts in pattern.concepts:
            yield self._located(self._concepts, concepts, denied, pattern.ahead)
        for wanted in pattern.figures:
            yield self._located(self._stated, wanted, denied, pattern.ahead)
        for kinds in pattern.needs:
            yield self._located(self._needed, (kinds, pattern.facts), denied, pattern.ahead)

    def _located(
        self, look: Callable[[_H, bool], list[Hit]], what: _H, denied: bool, ahead: bool
    ) -> Neighbours:
        """What is found by looking for `what`, once for all patterns."""
        key = (look.__name__, what, denied, ahead)
        if key not in self._neighbours:
            hits = [hit for hit in look(what, denied) if not (ahead and self._past(hit))]
            self._neighbours[key] = Neighbours(hits)
        return self._neighbours[key]

    def _past(self, hit: Hit) -> bool:
        return self._reading.tokens[hit.first].clause in self._reading.past

    def _undone(self, chosen: list[Hit], pattern: Compiled, denied: bool) -> bool:
        """Whether a concept stands beside these hits that takes back what they say."""
        # A refusal that takes it back is a denial, which the trainer hears of.
        beside = tuple(one for one in pattern.unless if not (denied and one[0] == "denied"))
        undone = self._parts(beside, pattern.across)
        here = (self._part(i, pattern.across) for hit in chosen for i in (hit.first, hit.last))
        return any(part in undone for part in here)

    def _parts(self, concepts: Sided, across: bool) -> frozenset[int]:
        """The sentences, or else the clauses, in which one of these concepts stands."""
        key = (concepts, across)
        if key not in self._undoing:
            hits = self._concepts(concepts, denied=False)
            self._undoing[key] = frozenset(self._part(hit.first, across) for hit in hits)
        return self._undoing[key]

    def _part(self, word: int, across: bool) -> int:
        token = self._reading.tokens[word]
        return token.sentence if across else token.clause

    def _concepts(self, concepts: Sided, denied: bool) -> list[Hit]:
        return [
            hit
            for side, concept in concepts
            for hit in self._reading.find(concept)
            if _sided(hit, side, denied) and self._counts(hit)
        ]

    def _stated(self, wanted: tuple[Quantity, ...], denied: bool) -> list[Hit]:
        return [hit for hit in self._figures(wanted) if denied or not hit.denied]

    def _needed(self, what: Kinds, denied: bool) -> list[Hit]:
        kinds, facts = what
        hits = (h for side, kind in kinds for h in self._kind(kind, facts) if _fact(h, side))
        return [hit for hit in hits if denied or hit.denied < CONTRADICTED]

    def _figures(self, wanted: tuple[Quantity, ...]) -> list[Hit]:
        if self._numbers is None:
            placed = ((q, self._reading.place(q.span)) for q in quantities(self._reading.text))
            self._numbers = [(q, hit) for q, hit in placed if hit and self._counts(hit)]
        return [hit for said, hit in self._numbers if any(same(one, said) for one in wanted)]

    def _kind(self, kind: str, facts: tuple[Quantity, ...]) -> list[Hit]:
        if kind == CASE_FACT:
            return [*self._concepts((("plain", CASE_FACT),), denied=False), *self._figures(facts)]
        if kind not in self._facts:
            placed = map(self._reading.place, structures.find(kind, self._reading.text))
            self._facts[kind] = [hit for hit in placed if hit and self._counts(hit)]
        return self._facts[kind]

    def _counts(self, hit: Hit) -> bool:
        return self._reading.sentence(hit) not in self._reading.blank

    def _around(self, hit: Hit, others: list[Neighbours], pattern: Compiled) -> list[Hit] | None:
        """The nearest hit of every other group, when all lie close enough."""
        chosen = [hit]
        for places in others:
            together = (h for h in places.beside(hit) if self._together(hit, h, pattern.across))
            near = next(together, None)
            if near is None:
                return None
            chosen.append(near)
        return chosen if _width(chosen) <= pattern.within else None

    def _together(self, one: Hit, other: Hit, across: bool) -> bool:
        gap = abs(self._reading.sentence(one) - self._reading.sentence(other))
        return gap <= (1 if across else 0)

    def _span(self, hit: Hit) -> Span:
        """The words of a hit, with the negator it is meant with: `not paid`."""
        first = hit.first
        if hit.denied == DIRECT:
            negators = self._reading.negators
            first = next((i for i in range(first - 1, -1, -1) if negators[i]), first)
        return self._reading.span(hit._replace(first=first))


def _fact(hit: Hit, side: Side) -> bool:
    """Whether a fact counts on its side."""
    if side == "said":
        return not hit.denied
    return side != "denied" or 0 < hit.denied < CONTRADICTED


def _sided(hit: Hit, side: Side, denied: bool) -> bool:
    """Whether a hit counts on its side; `denied` also lets pass what is denied."""
    if side == "denied":
        return hit.denied == DIRECT or (denied and hit.denied > DIRECT)
    return denied or not hit.denied or (side == "either" and hit.denied < CONTRADICTED)


def _width(hits: list[Hit]) -> int:
    return max(hit.last for hit in hits) - min(hit.first for hit in hits)
