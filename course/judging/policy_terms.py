"""Terms: the words a rule looks for, in English and in Arabic, as one compiled pattern each."""

import re

from course.reading.text import Span, normal

_SPACE = r"\w{0,3} [وفبلك]{0,2}(?:ال|ل)?"


class Terms:
    """Alternatives a line, each a small pattern; found in folded text only.

    An Arabic word takes its proclitics, its article and a short suffix by itself: write stems,
    except where `whole` asks for the word as it stands.
    """

    def __init__(self, english: str = "", arabic: str = "", *, whole: bool = False) -> None:
        self._english = re.compile(rf"\b(?:{_lines(english)})(?!\w)") if english else None
        self._arabic = _arabic(arabic, whole) if arabic else None

    def find(self, folded: str, latin: bool, arabic: bool) -> list[Span]:
        spans: list[Span] = []
        if self._english and latin:
            spans += [match.span() for match in self._english.finditer(folded)]
        if self._arabic and arabic:
            spans += [match.span() for match in self._arabic.finditer(folded)]
        return sorted(spans) if self._english and self._arabic else spans


def _lines(block: str) -> str:
    """Lines are alternatives; one that opens with a bar goes on from the line above."""
    return "|".join(line.strip() for line in block.strip().splitlines()).replace("||", "|")


def _arabic(block: str, whole: bool) -> re.Pattern[str]:
    if whole:
        return re.compile(rf"\b[وف]?(?:{normal(_lines(block))})\b")
    stems = normal(_lines(block)).replace(" ", _SPACE)
    return re.compile(rf"\b[وفبلكس]{{0,2}}(?:ال|ل)?(?:{stems})\w{{0,3}}(?!\w)")
