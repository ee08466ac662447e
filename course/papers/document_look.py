"""The type, colours and lines of a Word document, as the styles and XML Word keeps them in."""

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from course.content import house

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle

_LATIN, _ARABIC = "Noto Sans", "Noto Naskh Arabic"
_INSTEAD = {_LATIN: "Segoe UI", _ARABIC: "Sakkal Majalla"}  # where a machine has no Noto
_ARABIC_LARGER = 1  # point: its letters are smaller at the same size
# Name: points, colour, bold, space before, space after.
_STYLES = {
    "Normal": (11, house.INK, False, 0, 8),
    "Title": (24, house.INK, True, 0, 14),
    "Subtitle": (12, house.TEAL, True, 0, 2),
    "Heading 1": (13, house.TEAL, True, 20, 6),
    "Caption": (9, house.MUTED, False, 8, 0),
    "Header": (9, house.MUTED, False, 0, 0),
    "Footer": (9, house.MUTED, False, 0, 0),
}


def restyle_all(document: "Document") -> None:
    """Give the styles of the empty document the house look."""
    for name, look in _STYLES.items():
        _restyle(document.styles[name], *look)


def line(properties: "BaseOxmlElement", side: str, colour: str) -> None:
    drawn = f'<w:{side} w:val="single" w:sz="6" w:space="6" w:color="{colour[1:]}"/>'
    borders = parse_xml(f"<w:pBdr {nsdecls('w')}>{drawn}</w:pBdr>")
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:bidi", "w:spacing", "w:jc")


def edge(properties: "BaseOxmlElement", colour: str) -> None:
    drawn = f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{colour[1:]}"/>'
    properties.append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{drawn}</w:tcBorders>"))


def as_rgb(value: str) -> RGBColor:
    return RGBColor.from_string(value[1:])


def font_table() -> bytes:
    """The fonts by name, and what Word may use instead; none is carried in the file."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>'
        for name, other in _INSTEAD.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:fonts {nsdecls("w")}>{fonts}</w:fonts>'.encode()
    )


def _restyle(
    style: "ParagraphStyle", size: float, ink: str, bold: bool, before: float, after: float
) -> None:
    for old in style.element.findall(qn("w:rPr")) + style.element.findall(qn("w:pPr")):
        style.element.remove(old)
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, as_rgb(ink)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.keep_with_next = style.name in ("Title", "Subtitle", "Heading 1")
    fonts = style.element.rPr.get_or_add_rFonts()
    for use, name in {"ascii": _LATIN, "hAnsi": _LATIN, "eastAsia": _LATIN, "cs": _ARABIC}.items():
        fonts.set(qn(f"w:{use}"), name)
    _complex_script(style.element.rPr, size, bold)
    if style.name == "Heading 1":
        level = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="0"/>')
        style.element.pPr.append(level)


def _complex_script(properties: "BaseOxmlElement", size: float, bold: bool) -> None:
    """Arabic takes its size and weight from entries of its own."""
    half_points = int(2 * (size + _ARABIC_LARGER))
    extra = f'<w:szCs {nsdecls("w")} w:val="{half_points}"/>'
    properties.find(qn("w:sz")).addnext(parse_xml(extra))
    if bold:
        properties.find(qn("w:b")).addnext(OxmlElement("w:bCs"))
