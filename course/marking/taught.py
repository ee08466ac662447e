"""What examples have taught about one question: a small file, and the ear it makes.

The file holds straight lines through the space of meanings (what each sentence says), straight
lines through the traits of a criterion (how far up its levels an answer stands), and how sure one
may be. It names what it was made from, so that a stale one is known.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from course.marking.heads import Heads, as_whole, direction, in_context
from course.marking.manner import Manner
from course.marking.packing import unpacked
from course.marking.sureness import Sureness
from course.reading import Meanings, Span, windows

if TYPE_CHECKING:
    from course.marking.kriging import Floats


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A criterion's line: level = bias + weights · (traits - means) / spreads, and its doubt.

    `spread` is the variance about the line, `doubt` the covariance of the weights, row by row.
    What few examples teach leans to the middle; `stretch` is how much wider people's levels lie.
    """

    key: str
    weights: tuple[float, ...]
    means: tuple[float, ...]
    spreads: tuple[float, ...]
    bias: float
    stretch: float
    spread: float
    doubt: tuple[float, ...]

    def level(self, traits: "Floats") -> tuple[float, float]:
        """The level by the line, and the variance of that; traits of shape (traits,)."""
        import numpy as np

        scaled = (traits - np.array(self.means)) / np.array(self.spreads)
        doubt = np.array(self.doubt).reshape(len(scaled), len(scaled))
        level = self.bias + self.stretch * float(scaled @ np.array(self.weights))
        return level, self.spread + max(0.0, float(scaled @ doubt @ scaled))


class Taught(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question's file. `things` are what its heads hear; `seen` the sentences they learned by.

    `made_from` is the hash of the rubric, the lexicon and the examples.
    """

    question: str
    encoder: str
    made_from: str
    examples: int
    things: tuple[str, ...]
    heads: str
    seen: str
    lines: tuple[Line, ...]
    sureness: Sureness


@dataclass(frozen=True)
class Heard:
    """The windows of an answer, and how strongly each says each thing, about 0 to 1.

    `says` has shape (windows, things); `near` (windows,) is how near each is to one learned by.
    `in_all` says by thing how the answer as a whole sounds. `hollow`: it is written like texts
    that hold the words and say nothing.
    """

    spans: tuple[Span, ...]
    says: "Floats"
    near: "Floats"
    places: Mapping[str, int]
    in_all: Mapping[str, float]
    hollow: bool = False

    def of(self, thing: str) -> "Floats":
        """How strongly each window says it; shape (windows,), zeros where nobody taught it."""
        import numpy as np

        place = self.places.get(thing)
        return np.zeros(len(self.spans)) if place is None else self.says[:, place]


class Ear:
    """A question's heads, unpacked once; `manner` tells hollow answers, where it was taught."""

    def __init__(self, taught: Taught, meanings: Meanings, manner: Manner | None = None) -> None:
        self.taught, self._meanings, self._manner = taught, meanings, manner
        self._places = {name: place for place, name in enumerate(taught.things)}

    @cached_property
    def _heads(self) -> Heads:
        both = unpacked(self.taught.heads)
        return Heads(both[:, :-1], both[:, -1])

    @cached_property
    def _seen(self) -> "Floats":
        return unpacked(self.taught.seen)

    def hear(self, text: str) -> Heard:
        vectors = self._meanings.of_text(text)
        heard = heard_by(self._heads, self._seen, text, vectors, self._places)
        hollow = self._manner is not None and self._manner.hollow(text, vectors)
        return replace(heard, hollow=hollow)

    def meant(self, text: str) -> "Floats":
        """The direction of what a text's sentences mean together; shape (dimensions,)."""
        vectors = self._meanings.of_text(text)
        return direction(vectors) if len(vectors) else self._seen[0] * 0.0

    def nearest(self, text: str, meant: "Floats") -> Span | None:
        """The sentence of a text that lies nearest to what is meant."""
        spans, vectors = windows(text), self._meanings.of_text(text)
        return spans[int((vectors @ meant).argmax())] if len(spans) else None


def heard_by(
    heads: Heads, seen: "Floats", text: str, vectors: "Floats", places: Mapping[str, int]
) -> Heard:
    """A text as some heads hear it; `vectors` are those of its windows."""
    import numpy as np

    if not len(vectors):
        return Heard((), np.zeros((0, len(places))), np.zeros(0), places, {})
    # Not by BLAS: its threads wait for each other longer than so small a product takes.
    near = np.einsum("id,kd->ik", vectors, seen).max(axis=1)
    whole = heads.hear(as_whole(vectors))[0]
    in_all = {name: float(whole[place]) for name, place in places.items()}
    return Heard(windows(text), heads.hear(in_context(vectors)), near, places, in_all)
