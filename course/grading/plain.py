"""A learner's words where the course itself speaks: notes, the screen, the gradebook."""

import unicodedata
from collections.abc import Iterable

_JOINERS = "\u200c\u200d"  # part of how Arabic and Persian are written
_FORMULA = "=+-@＝＋－＠"  # a spreadsheet would run a name that begins so


def plain(text: str, most: int = 80) -> str:
    """The text on one line, without control characters, shortened to `most` letters."""
    # What is cut off need not be read: a hostile text is long.
    kept = "".join(letter if _printable(letter) else " " for letter in text[: 4 * most])
    line = " ".join(kept.split())
    return line if len(line) <= most and len(text) <= 4 * most else f"{line[: most - 1]}…"


def listed(names: Iterable[str], most: int = 5) -> str:
    """The first names, plain, and how many more there are."""
    every = list(names)
    more = f" … (+{len(every) - most})" if len(every) > most else ""
    return ", ".join(plain(name) for name in every[:most]) + more


def cell(name: str) -> str:
    """A name as it may stand in a cell of a spreadsheet."""
    return plain(name, 120).lstrip(f"{_FORMULA} ")


def _printable(letter: str) -> bool:
    return letter in _JOINERS or unicodedata.category(letter)[0] != "C"
