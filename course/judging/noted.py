"""What looking at the places of an idea notes down: what meets there, said and denied."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from course.judging.criterion import Measure
from course.reading import Hit, Reading, Span


@dataclass(frozen=True)
class Meeting:
    """A place, and what meets it there."""

    of: Hit
    before: list[Hit]
    after: list[Hit]
    beside: list[Hit]

    @property
    def all(self) -> list[Hit]:
        return [*self.before, self.of, *self.after, *self.beside]

    @property
    def here(self) -> list[Hit]:
        """Without what stands in a list's lead."""
        return [self.of, *self.after, *self.beside]


class Measured(NamedTuple):
    """What a measure counted: the words it speaks of, if it found any, and facts for the advice."""

    spans: list[Span] | None
    facts: dict[str, str] = {}


Measures = dict[Measure, Callable[[], Measured]]


@dataclass
class Noted:
    """What was found for a criterion, by the piece of evidence it is.

    `said`, `denied`: places of an idea; `denials` run from the denying word on. `spans`: what was
    found otherwise. `facts` are for the advice; `fuzzy`: a word of it was misspelt.
    """

    said: dict[str, list[Hit]] = field(default_factory=dict)
    denied: dict[str, list[Hit]] = field(default_factory=dict)
    denials: list[Hit] = field(default_factory=list)
    spans: dict[str, list[Span]] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    fuzzy: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The pieces of evidence that were found."""
        return frozenset(self.said) | frozenset(self.spans)

    def count(self, key: str, measured: Measured) -> None:
        """Note what a measure found."""
        self.facts |= measured.facts
        if measured.spans is not None:
            self.spans[key] = measured.spans

    def places(self, key: str, reading: Reading) -> list[Span]:
        """Where a piece of evidence stands in the text."""
        return self.spans.get(key) or [reading.span(hit) for hit in self.said.get(key, ())]
