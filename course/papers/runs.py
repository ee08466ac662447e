"""Puts a person's words into a Word paragraph: nothing lost, each script in its direction."""

import re
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from course.content import Language
from course.reading import arabic_share

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

# XML has no way to write these, a lone surrogate has no bytes, and a pasted direction mark
# would turn the words that follow it, the page number among them.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
# Latin words and what stands between them keep their order inside an Arabic sentence.
_LATIN = re.compile(
    r"(?:\d[\d.,:/ -]*)?[A-Za-z\u00c0-\u024f](?:[^\u0590-\u08ff\n]*[A-Za-z\u00c0-\u024f0-9%)])?"
)


def printable(text: str) -> str:
    """The text without the characters a Word file cannot hold."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def direction(text: str, language: Language) -> Language:
    """The language whose direction a paragraph takes: its own letters decide."""
    letters = [c for c in text if c.isalpha()]
    if not letters:
        return language
    return "ar" if arabic_share(text) > 0.5 else "en"


def write(paragraph: "Paragraph", text: str, language: Language) -> None:
    """Add the text to the paragraph, right to left where the language asks for it."""
    text = printable(text)
    if language != "ar":
        paragraph.add_run(text)
        return
    turn(paragraph)
    for piece, latin in _pieces(text):
        run = paragraph.add_run(piece)
        run.font.rtl = None if latin else True


def turn(paragraph: "Paragraph") -> None:
    """Make the paragraph run right to left."""
    properties = paragraph._p.get_or_add_pPr()
    if properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)


# The schema fixes the order of a paragraph's properties; Word refuses another.
_AFTER_BIDI = (
    *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing"),
    *("w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment"),
    *("w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr"),
    "w:pPrChange",
)


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The text cut where its script changes: (piece, whether it is Latin)."""
    pieces, at = [], 0
    for found in _LATIN.finditer(text):
        pieces += [(text[at : found.start()], False), (found.group(), True)]
        at = found.end()
    return [(piece, latin) for piece, latin in [*pieces, (text[at:], False)] if piece]
