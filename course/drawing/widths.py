"""How wide words may run, whatever font a browser sets them in.

The figures are those of DejaVu Sans, in hundredths of the type size: among the fonts of a page the
widest. So what a chart leaves room for fits with any of them, and no font is loaded to know it.
"""

from itertools import chain

_BOLD = 1.13
_ELSE = 65
_LATIN = {
    30: "ijl'J",
    35: " ,.:;I·\u00a0",
    40: "ft()-/[]\\",
    45: "r!",
    50: '"_`–“”’',
    55: "csz?",
    60: "kvxyFL*|",
    70: "ABCKRVXZ",
    80: "DGHNOQU&",
    85: "#+<=>^w~×±",
    100: "mMW%@—…",
}
_ARABIC = {  # as they stand in the middle of a word
    0: "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u200e\u200f",
    30: "اأإآلء",
    35: "بتثنيئ،؛",
    45: "دذةرزوؤ",
    60: "جحخطظعغفقكمهى",
    98: "سشصض",
}
_WIDTHS = {
    letter: width for width, letters in chain(_LATIN.items(), _ARABIC.items()) for letter in letters
}


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The room a line of text needs, in the unit of its size."""
    hundredths = sum(_WIDTHS.get(letter, _ELSE) for letter in text)
    return hundredths * size * (_BOLD if bold else 1) / 100
