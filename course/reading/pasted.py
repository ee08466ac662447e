"""Takes out of a pasted answer what nobody typed, and finds the way back to it."""

import re
from dataclasses import dataclass

from course.reading.text import Span

# Soft hyphens and zero-width signs (but not the joiners of other scripts), and spaces in a row.
_UNSEEN = re.compile(
    "[\u00ad\u200b\u200e\u200f\u2060\ufeff]|(?<=[ \t\u00a0\u202f])[ \t\u00a0\u202f]+"
)


@dataclass(frozen=True)
class Clean:
    """`text` without them; `places` says where each of its characters stood, None: as it was."""

    text: str
    places: tuple[int, ...] | None = None

    def back(self, span: Span) -> Span:
        """The same words in the answer as it was handed in."""
        if self.places is None:
            return span
        return self.places[span[0]], self.places[span[1] - 1] + 1


def clean(text: str) -> Clean:
    """Read by a person, both texts are the same."""
    # A sign between two spaces leaves two: the spaces are then looked at again.
    first = _without(Clean(text))
    return _without(first) if first.places else first


def _without(given: Clean) -> Clean:
    found = list(_UNSEEN.finditer(given.text))
    if not found:
        return given
    kept: list[int] = []
    last = 0
    for match in found:
        kept.extend(range(last, match.start()))
        last = match.end()
    kept.extend(range(last, len(given.text)))
    places = tuple(kept if given.places is None else (given.places[at] for at in kept))
    return Clean("".join(given.text[at] for at in kept), places)
