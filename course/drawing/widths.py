"""How wide words may run, whatever font a browser sets them in.

The figures are those of DejaVu Sans, in hundredths of the type size: among the fonts of a page the
widest. So what a chart leaves room for fits with any of them, and no font is loaded to know it.
"""

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
# By code point, as they stand in the middle of a word; the letters between are as wide as most.
_ARABIC = {
    45: (*range(0x621, 0x62C), *range(0x62F, 0x633), 0x648),  # hamza to theh; dal to zain; waw
    98: range(0x633, 0x637),  # seen to dad
    35: (0x644, 0x646, 0x64A, 0x60C),  # lam, noon, yeh and the comma
    0: (*range(0x64B, 0x653), 0x200E, 0x200F),  # vowel signs, and what only turns the direction
}
_WIDTHS = {letter: width for width, letters in _LATIN.items() for letter in letters}
_WIDTHS |= {chr(point): width for width, points in _ARABIC.items() for point in points}


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The room a line of text needs, in the unit of its size."""
    hundredths = sum(_WIDTHS.get(letter, _ELSE) for letter in text)
    return hundredths * size * (_BOLD if bold else 1) / 100
