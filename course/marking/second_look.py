"""A second look at a learner's own text: which sentence may say what no pattern found.

It asks and never judges: "Is it this sentence?" is the writer's to answer.
"""

import functools
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from course.log import log
from course.marking.folds import folds
from course.marking.heads import Heads, in_context
from course.marking.packing import packed, unpacked
from course.paths import DATA
from course.reading import Meanings, Span, encoder, windows

if TYPE_CHECKING:
    from course.marking.kriging import Floats

LEAST = 0.4  # how strongly a sentence must say a thing before it is asked after
SPARED = 0.75  # of the texts that lack a thing, the share that is not asked after it


class Look(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What texts have taught: a head for each thing, and from where on one asks.

    `heads` (things, 2 * dimensions + 1) ends with the bias; `made_from` names what taught it.
    """

    encoder: str
    made_from: str
    texts: int
    things: tuple[str, ...]
    bounds: tuple[float, ...]
    heads: str


@dataclass(frozen=True)
class Told:
    """A text to learn by: who wrote it, which windows say what, and what it lacks.

    `said`: by thing, the windows that say it, counted from 0, with the share of readers.
    """

    writer: str
    text: str
    said: dict[str, dict[int, float]]
    lacks: frozenset[str]


class SecondLook:
    """Hears which sentence may say a thing; what it has read once costs nothing again."""

    def __init__(self, look: Look, meanings: Meanings) -> None:
        self._look, self._meanings = look, meanings

    @functools.cached_property
    def _heads(self) -> Heads:
        both = unpacked(self._look.heads)
        return Heads(both[:, :-1], both[:, -1])

    def asks(self, text: str, keys: Collection[str]) -> dict[str, Span]:
        """For each of the keys, the sentence that may say it, where one is near enough.

        The first call loads the encoder, which takes a second.
        """
        spans, vectors = windows(text), self._meanings.of_text(text)
        if not len(vectors):
            return {}
        heard = self._heads.hear(in_context(vectors))
        found = {}
        for place, thing in enumerate(self._look.things):
            best = int(heard[:, place].argmax())
            if thing in keys and heard[best, place] >= self._look.bounds[place]:
                found[thing] = spans[best]
        return found


@functools.cache
def second_look(kind: str = "policy") -> SecondLook | None:
    """The second look at one kind of text; None where nothing was taught, or it is out of date."""
    try:
        look = msgspec.json.decode(file(kind).read_bytes(), type=Look)
        if look.encoder != encoder().name:
            return None
    except (OSError, ImportError, msgspec.DecodeError) as error:
        log().warning("there is no second look at a %s", kind, exc_info=error)
        return None
    return SecondLook(look, Meanings(encoder()))


def file(kind: str) -> Path:
    return DATA / "taught" / f"{kind}.json"


def learn(told: Sequence[Told], things: Sequence[str], meanings: Meanings, made_from: str) -> Look:
    """From texts of which people said what they hold, and in which sentence."""
    import numpy as np

    held = sorted(told, key=lambda one: one.writer)
    vectors = [in_context(meanings.of_text(one.text)) for one in held]
    wanted = [_wanted(one, len(v), things) for one, v in zip(held, vectors, strict=True)]
    best = np.zeros((len(held), len(things)))
    for kept, out in folds([one.writer for one in held]):
        heads = _heads([vectors[i] for i in kept], [wanted[i] for i in kept])
        for place in out:
            best[place] = heads.hear(vectors[place]).max(axis=0)
    heads = _heads(vectors, wanted)
    return Look(
        encoder=meanings.encoder,
        made_from=made_from,
        texts=len(held),
        things=tuple(things),
        bounds=tuple(_bound(thing, held, best[:, n]) for n, thing in enumerate(things)),
        heads=packed(np.hstack([heads.weights, heads.bias[:, None]])),
    )


def _heads(vectors: Sequence["Floats"], wanted: Sequence["Floats"]) -> Heads:
    import numpy as np

    return Heads.taught(np.vstack(vectors), np.vstack(wanted))


def _wanted(one: Told, count: int, things: Sequence[str]) -> "Floats":
    import numpy as np

    wanted = np.zeros((count, len(things)))
    for place, thing in enumerate(things):
        for number, share in one.said.get(thing, {}).items():
            wanted[number, place] = share
    return wanted


def _bound(thing: str, held: Sequence[Told], best: "Floats") -> float:
    """From where on one asks: most of the texts that lack the thing stay below it."""
    import numpy as np

    lacking = [float(b) for one, b in zip(held, best, strict=True) if thing in one.lacks]
    return round(max(LEAST, float(np.quantile(lacking, SPARED)) if lacking else LEAST), 4)
