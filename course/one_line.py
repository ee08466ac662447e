"""Words of others where the course itself speaks: one line, short, nothing a screen would obey."""

import unicodedata

JOINERS = "\u200c\u200d"  # part of how Arabic and Persian are written


def one_line(text: str, most: int = 80) -> str:
    """The text on one line, without control characters, shortened to `most` letters."""
    # What is cut off need not be read: a hostile text is long.
    kept = "".join(letter if _printable(letter) else " " for letter in text[: 4 * most])
    line = " ".join(kept.split())
    return line if len(line) <= most and len(text) <= 4 * most else f"{line[: most - 1]}…"


def _printable(letter: str) -> bool:
    return letter in JOINERS or unicodedata.category(letter)[0] != "C"
