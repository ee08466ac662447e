"""The house style of every Word document: page, type, header, footer, and bytes that repeat."""

import io
import zipfile
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_DIRECTION
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from course.content import Language, house, wording
from course.papers.document_look import as_rgb, edge, font_table, line, restyle_all
from course.papers.runs import direction, printable, turn, write

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

WIDTH, HEIGHT, MARGIN = Cm(21), Cm(29.7), Cm(2.5)
TEXT_WIDTH = WIDTH - 2 * MARGIN
_COLUMNS = (Cm(4.4), TEXT_WIDTH - Cm(4.4))
_LAST = "last"  # a bookmark on the last page that counts
# One date for all: the document says its own, and a file's must not change its bytes.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def blank(title: str, author: str, language: Language) -> "Document":
    """An empty A4 document in the house style."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = WIDTH, HEIGHT
    section.left_margin = section.right_margin = MARGIN
    section.top_margin, section.bottom_margin = Cm(3), Cm(2.6)
    section.header_distance = section.footer_distance = Cm(1.3)
    restyle_all(document)
    # The Arabic font brings taller lines of its own.
    document.styles["Normal"].paragraph_format.line_spacing = 1.1 if language == "ar" else 1.35
    if language == "ar":
        section._sectPr.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")
    _describe(document, title, author, language)
    return document


def add(where: "Document", text: str, style: str, language: Language) -> "Paragraph":
    """A paragraph of the text in its own direction."""
    paragraph = where.add_paragraph(style=style)
    write(paragraph, text, direction(text, language))
    return paragraph


def at_start(paragraph: "Paragraph", text: str, language: Language) -> None:
    """Write a name or fact in its own direction, at the side where the document's lines begin."""
    own = direction(text, language)
    write(paragraph, text.strip(), own)
    if own != language:
        # "Right" is the end of a line: of an Arabic line, its left.
        paragraph.alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT


def head(document: "Document", first: str, second: str, language: Language) -> None:
    """The header: two short texts at either side, a thin line below."""
    paragraph = _sides(document.sections[0].header.paragraphs[0], language)
    write(paragraph, f"{short(first)}\t{second}", language)
    line(paragraph._p.get_or_add_pPr(), "bottom", house.TEAL)


def foot(
    document: "Document", facts: list[str], page: str, language: Language, pages: str = "NUMPAGES"
) -> None:
    """The footer: facts at one side; at the other `page`, with {page} and {pages} in it.

    `pages` is the field that counts them, where not all of the file's are counted.
    """
    paragraph = _sides(document.sections[0].footer.paragraphs[0], language)
    kept = [together(short(fact, 40), language) for fact in facts if fact.strip()]
    write(paragraph, wording(language)("document.between").join(kept) + "\t", language)
    before, _, rest = page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    write(paragraph, before, language)
    _field(paragraph, "PAGE")
    write(paragraph, between, language)
    _field(paragraph, pages)
    write(paragraph, after, language)
    line(paragraph._p.get_or_add_pPr(), "top", house.GRID)


def apart(document: "Document", note: str, language: Language) -> str:
    """Begin pages that do not count among those before, with `note` at their foot.

    Returns the field that counts those before.
    """
    section = document.add_section(WD_SECTION.NEW_PAGE)
    last = document.paragraphs[-1]  # it holds the break, and must not need a page of its own
    last.paragraph_format.line_spacing, last.paragraph_format.space_after = Pt(1), Pt(0)
    start = parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="1" w:name="{_LAST}"/>')
    end = parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="1"/>')
    last._p.extend([start, end])
    section.footer.is_linked_to_previous = False
    paragraph = section.footer.paragraphs[0]
    write(paragraph, note, language)
    line(paragraph._p.get_or_add_pPr(), "top", house.GRID)
    return f"PAGEREF {_LAST}"


def short(text: str, most: int = 50) -> str:
    """One line's worth of a text that stands in full elsewhere."""
    words = " ".join(printable(text).split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def facts(document: "Document", rows: list[tuple[str, str]], language: Language) -> "Table":
    """A table of labels and facts; a fact not given is a line to fill in."""
    table: Table = document.add_table(rows=0, cols=2)
    table.autofit = False
    if language == "ar":
        table.table_direction = WD_TABLE_DIRECTION.RTL
    flush = '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    margins = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{flush}</w:tblCellMar>")
    table._tblPr.insert_element_before(margins, "w:tblLook")
    for column, width in zip(table.columns, _COLUMNS, strict=True):
        column.width = width
    for label, fact in rows:
        _row(table, label, fact, language)
    for cell in table.rows[-1].cells:  # the rows stand together, and apart from what follows
        cell.paragraphs[0].paragraph_format.keep_with_next = False
    return table


def tighten_tables(document: "Document") -> None:
    """Set the rows closer, where a document belongs on one page."""
    for table in document.tables:
        for cell in (cell for row in table.rows for cell in row.cells):
            look = cell.paragraphs[0].paragraph_format
            look.space_before = look.space_after = Pt(2)


def to_bytes(document: "Document") -> bytes:
    """The file; the same document gives the same bytes."""
    saved, stable = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(stable, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return stable.getvalue()


def _row(table: "Table", label: str, fact: str, language: Language) -> None:
    row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx gives it none
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    given = bool(printable(fact).strip())
    if not given:
        properties.append(parse_xml(f'<w:trHeight {nsdecls("w")} w:val="540" w:hRule="atLeast"/>'))
    name, value = row.cells
    edge(value._tc.get_or_add_tcPr(), house.GRID if given else house.FIELD_LINE)
    at_start(name.paragraphs[0], label, language)
    at_start(value.paragraphs[0], fact, language)
    for run in name.paragraphs[0].runs:
        run.font.color.rgb = as_rgb(house.MUTED)
    for cell, width in zip(row.cells, _COLUMNS, strict=True):
        cell.width = width
        cell.vertical_alignment = None if given else WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
        look = cell.paragraphs[0].paragraph_format
        look.space_before = look.space_after = Pt(4)
        look.keep_with_next = True


def together(fact: str, language: Language) -> str:
    """Keep a Latin fact's figures in order between Arabic ones."""
    mark = "\u200e" if language == "ar" and direction(fact, "en") == "en" else ""
    return f"{mark}{fact}{mark}"


def _sides(paragraph: "Paragraph", language: Language) -> "Paragraph":
    """A paragraph with one text at each side."""
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    if language == "ar":
        turn(paragraph)
    return paragraph


def _field(paragraph: "Paragraph", what: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)


def _describe(document: "Document", title: str, author: str, language: Language) -> None:
    """What the file says of itself: its title and language, and no date it cannot know."""
    about = document.core_properties
    for old in list(about._element):
        about._element.remove(old)
    about.title, about.author = short(title), short(author)
    about.language = {"en": "en-GB", "ar": "ar-AE"}[language]
    spoken = f'<w:lang {nsdecls("w")} w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-AE"/>'
    document.styles["Normal"].element.rPr.append(parse_xml(spoken))
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]
    for part in package.iter_parts():
        if part.partname == "/word/fontTable.xml":
            part._blob = font_table()
