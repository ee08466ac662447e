"""What looking at the places of an idea notes down: what meets there, said and denied."""

from dataclasses import dataclass, field

from course.judging.names import alternatives
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


@dataclass
class Noted:
    """Words by the piece of evidence they are; `denials` run from the denying word on."""

    said: dict[str, list[Hit]] = field(default_factory=dict)
    denied: dict[str, list[Hit]] = field(default_factory=dict)
    denials: list[Hit] = field(default_factory=list)
    spans: dict[str, list[Span]] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)

    def holds(self, asked: str) -> bool:
        """Whether one of `a | not b | contradicted c | no d` is so."""
        return any(self._is(one) for one in alternatives(asked))

    def places(self, key: str, reading: Reading) -> list[Span]:
        """Where a piece of evidence stands in the text."""
        return self.spans.get(key) or [reading.span(hit) for hit in self.said.get(key, ())]

    def _is(self, one: str) -> bool:
        way, _, key = one.rpartition(" ")
        said, denied = key in self.said or key in self.spans, key in self.denied
        ways = {
            "": said,
            "not": denied and not said,
            "no": not said,
            "contradicted": said and denied,
        }
        return ways[way]
