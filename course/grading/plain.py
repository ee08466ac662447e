"""A learner's words where the course itself speaks: notes, the screen, the gradebook."""

import unicodedata
from collections.abc import Iterable

_JOINERS = "\u200c\u200d"  # part of how Arabic and Persian are written
_FORMULA = "=+-@＝＋－＠"  # a spreadsheet would run a name that begins so
# Every apostrophe becomes the typographic one: it reads right in O’Brien, and closes no
# attribute and no quotation of a page or a program. Two people who sign together stay two.
_IN_A_NAME = str.maketrans(dict.fromkeys("'`´‘", "’") | {"&": "+"})
_BETWEEN_LETTERS = frozenset(" ’.,-–()/·+،_" + _JOINERS)


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


def person(name: str) -> str:
    """A name as the gradebook may hold it: letters, digits and what stands between them.

    Whoever shows it need not escape it. Signs that mean something in a page are left out and
    not replaced by others that look alike: a name holds none, and the answer shows them.
    """
    # Composed, é is one letter; and no sign is left that becomes another when it is composed.
    composed = unicodedata.normalize("NFKC", name[:500].translate(_IN_A_NAME))
    kept = (letter if _in_a_name(letter) else " " for letter in composed.translate(_IN_A_NAME))
    return cell("".join(kept))


def _in_a_name(letter: str) -> bool:
    return letter in _BETWEEN_LETTERS or unicodedata.category(letter)[0] in "LMN"


def _printable(letter: str) -> bool:
    return letter in _JOINERS or unicodedata.category(letter)[0] != "C"
