"""Terms: the words a rule looks for, in English and in Arabic, as one compiled pattern each."""

import re

from course.scoring.text import Span, normal

_SPACE = r"\w{0,3} [وفبلك]{0,2}(?:ال|ل)?"


class Terms:
    """Alternatives a line, each a small pattern; found in folded text only.

    An Arabic word takes its proclitics, its article and a short suffix by itself: write stems.
    """

    def __init__(self, english: str = "", arabic: str = "") -> None:
        self._english = re.compile(rf"\b(?:{_lines(english)})(?!\w)") if english else None
        self._arabic = _arabic(arabic) if arabic else None

    def find(self, folded: str, latin: bool, arabic: bool) -> list[Span]:
        spans: list[Span] = []
        if self._english and latin:
            spans += [match.span() for match in self._english.finditer(folded)]
        if self._arabic and arabic:
            spans += [match.span() for match in self._arabic.finditer(folded)]
        return sorted(spans) if self._english and self._arabic else spans


def _lines(block: str) -> str:
    return "|".join(line.strip() for line in block.strip().splitlines())


def _arabic(block: str) -> re.Pattern[str]:
    stems = normal(_lines(block)).replace(" ", _SPACE)
    return re.compile(rf"\b[وفبلكس]{{0,2}}(?:ال|ل)?(?:{stems})\w{{0,3}}\b")
