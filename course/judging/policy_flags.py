"""Flags: what kind of text this is, where a verdict by requirement would mislead."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from course.judging.verdict import Verdict
from course.reading import Reading, concept, is_arabic

_AGAIN = 3  # twice may be a slip of the hand
_SHORT = 12  # words
_HEADINGS = 3


def language_flags(reading: Reading) -> tuple[str, ...]:
    """Flags that make a verdict impossible come alone."""
    letters = [c for c in reading.page.folded if c.isalpha()]
    if not letters:
        return ("empty",)
    latin = sum(map(_latin, letters)) / len(letters)
    arabic = sum(is_arabic(c) or c >= "\ufb50" for c in letters) / len(letters)
    if latin + arabic < 0.5:
        return ("other-script",)
    if _other_language(reading, letters, latin, arabic):
        return ("other-language",)
    return ("mixed-language",) if min(latin, arabic) >= 0.2 else ()


def _latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith(("LATIN", "FULLWIDTH LATIN"))


def _other_language(reading: Reading, letters: list[str], latin: float, arabic: float) -> bool:
    if arabic > latin:
        odd = sum(c in concept("letters-not-arabic").ar[0] for c in letters)
        return odd / len(letters) > 0.04
    count = len(reading.page.folded.split())
    foreign, english = len(reading.page.find("foreign-word")), len(reading.page.find("small-word"))
    return count >= 4 and foreign / count > 0.1 and foreign > 2 * english


def kind_flags(
    reading: Reading, requirements: Sequence[Verdict], *, recited: bool
) -> tuple[str, ...]:
    says = [reading.grammar.says(number) for number in range(len(reading.sentences))]
    listed = sum(verdict.reason == "keyword-list" for verdict in requirements)
    headings = [h for h in reading.find("clause-heading") if not says[reading.sentence(h)]]
    seen = {
        "keyword-list": listed >= 2 or (listed and not any(says)),
        "clause-headings": len(headings) >= _HEADINGS,
        "template-blanks": _blanks(reading.text),
        "clause-text": recited,
        "repeated": _repeated(reading),
        "short": len(reading.page.folded.split()) < _SHORT,
    }
    return tuple(flag for flag, up in seen.items() if up)


def _blanks(text: str) -> bool:
    """Whether a template's blanks are left: "[Company name]"."""
    return any(re.search(blank, text, re.IGNORECASE) for blank in concept("template-blank").terms)


def _repeated(reading: Reading) -> bool:
    page = reading.page
    said = Counter(" ".join(page.folded[unit.start : unit.end].split()) for unit in page.units)
    return any(times >= _AGAIN and len(words.split()) > 2 for words, times in said.items())
