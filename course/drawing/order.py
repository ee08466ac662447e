"""Numbers in Arabic words: a sign, or the parts of a month such as 2026-09, keep their places."""

import re

from course.reading import is_arabic

_FROM_THE_LEFT, _FROM_THE_RIGHT = "\u200e", "\u200f"
_NUMBER = re.compile(r"(?<![\w.,])(?=-\d|\d+-\d)")


def in_order(text: str) -> str:
    """The text, with a mark before each number whose parts would else change places."""
    if not any(map(is_arabic, text)):
        return text
    marked = _NUMBER.sub(_FROM_THE_LEFT, text)
    # What begins with such a mark would be taken for a line that runs from the left.
    return f"{_FROM_THE_RIGHT}{marked}" if marked.startswith(_FROM_THE_LEFT) else marked
