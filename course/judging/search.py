"""Looks in a reading for all that a criterion names: evidence, usual mistakes, what is counted."""

import functools
from collections.abc import Collection, Iterator

from course.judging.criterion import CommonError, Criterion, Evidence
from course.judging.measures import measures
from course.judging.meetings import Meetings
from course.judging.noted import Measures, Noted
from course.judging.own_words import Company
from course.judging.pattern import Pattern
from course.judging.places import Places
from course.reading import Hit, Reading, Span, function_words
from course.reading.numbers import Quantity


class Search:
    """What one reading shows of a criterion.

    `facts`: the figures of the case. `company`: the one whose words may be counted.
    """

    def __init__(
        self,
        reading: Reading,
        facts: tuple[Quantity, ...] = (),
        company: Company | None = None,
    ) -> None:
        self._reading, self._company = reading, company or Company()
        self._places, self._meetings = Places(reading), Meetings(reading, facts)

    @functools.cached_property
    def _measures(self) -> Measures:
        return measures(self._reading, self._company)

    def note(self, criterion: Criterion) -> Noted:
        """Each piece of a criterion's evidence that is there, or is denied."""
        found, taken = Noted(), list[Hit]()
        for piece in criterion.evidence:
            if piece.measure:
                found.count(piece.key, self._measures[piece.measure]())
            else:
                taken += self._look(piece, found, taken)
        return found

    def errors(
        self, criterion: Criterion, level: int, words: int, known: Collection[str] = ()
    ) -> Iterator[CommonError]:
        """The usual mistakes of a text that reached this level; some are known beforehand."""
        for error in criterion.common_errors:
            if error.fits(level, words) and (
                error.reason in known or self.shows(error.any_of) or self._holds_only(error.only)
            ):
                yield error

    def shows(self, patterns: tuple[Pattern, ...]) -> bool:
        """Whether one of the patterns is met."""
        found = Noted()
        self._look(Evidence("", patterns), found, [])
        return bool(found.keys)

    def spans(self, found: Noted) -> list[Span]:
        """Where all that was found stands in the text."""
        return [span for key in found.keys for span in found.places(key, self._reading)]

    def _look(self, piece: Evidence, found: Noted, taken: list[Hit]) -> list[Hit]:
        """Note what a piece finds, and give the places it took."""
        places = self._places.look(piece, found, taken)
        self._meetings.look(piece, found)
        return places

    def _holds_only(self, concepts: tuple[str, ...]) -> bool:
        """Whether nothing stands there but these concepts and small words."""
        hits = [hit for concept in concepts for hit in self._reading.hits.get(concept, ())]
        covered = {i for hit in hits for i in range(hit.first, hit.last + 1)}
        return bool(covered) and all(
            i in covered or token.norm in function_words()
            for i, token in enumerate(self._reading.tokens)
        )
