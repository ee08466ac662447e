"""A learner's words where the trainer reads: notes, lists, the gradebook."""

import unicodedata
from collections.abc import Iterable

from course.one_line import JOINERS, one_line

_FORMULA = "=+-@＝＋－＠"  # a spreadsheet would run a name that begins so
# Every apostrophe becomes the typographic one: it reads right in O’Brien, and closes no
# attribute and no quotation of a page or a program. Two people who sign together stay two.
_IN_A_NAME = str.maketrans(dict.fromkeys("'`´‘", "’") | {"&": "+"})
_BETWEEN_LETTERS = frozenset(" ’.,-–()/·+،_" + JOINERS)


def listed(names: Iterable[str], most: int = 5) -> str:
    """The first names, plain, and how many more there are."""
    every = list(names)
    more = f" … (+{len(every) - most})" if len(every) > most else ""
    return ", ".join(one_line(name) for name in every[:most]) + more


def cell(name: str) -> str:
    """A name as it may stand in a cell of a spreadsheet."""
    return one_line(name, 120).lstrip(f"{_FORMULA} ")


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
