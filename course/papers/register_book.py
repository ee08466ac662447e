"""The house style of every Excel register: one landscape page wide, headed, dated, numbered."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

import xlsxwriter

from course.content import ClauseRef, Language, Wording, house, wording
from course.papers.runs import printable
from course.papers.serves import serves

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_WIDTH = 148  # characters over a landscape A4 page at the sheet's size
_MADE = datetime(2026, 9, 16)  # one date for all: the register says its own


@dataclass(frozen=True)
class Sheet:
    """One table: its columns with their share of the width, its rows, the clauses it serves."""

    title: str
    columns: Sequence[tuple[str, float]]
    rows: Sequence[Sequence[str]]
    serves: Sequence[ClauseRef] = ()
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class Issue:
    """Whose register it is; any of it may be empty."""

    company: str = ""
    owner: str = ""
    version: str = ""
    date: str = ""
    extra: Sequence[str] = field(default_factory=tuple)


def register_book(sheets: Sequence[Sheet], issue: Issue, language: Language = "en") -> bytes:
    """The workbook; the same register gives the same bytes. No cell is ever a formula."""
    page = io.BytesIO()
    say = wording(language)
    quiet = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(page, quiet) as book:
        book.set_properties(
            {"title": sheets[0].title, "author": issue.company[:100], "created": _MADE}
        )
        looks = _looks(book, language)
        for sheet in sheets:
            _write(book, sheet, issue, looks, say)
    return page.getvalue()


def _looks(book: xlsxwriter.Workbook, language: Language) -> dict[str, "Format"]:
    base = {
        "font_name": "Noto Sans" if language == "en" else "Noto Naskh Arabic",
        "font_size": 10, "font_color": house.INK, "valign": "top", "text_wrap": True,
        "reading_order": 2 if language == "ar" else 1,
    }  # fmt: skip
    line = {"bottom": 1, "bottom_color": house.GRID}
    return {
        "title": book.add_format(base | {"bold": True, "font_size": 16, "text_wrap": False}),
        "company": book.add_format(
            base | {"bold": True, "font_color": house.TEAL, "text_wrap": False}
        ),
        "head": book.add_format(
            base | {"bold": True, "font_color": house.PAPER, "bg_color": house.TEAL}
        ),
        "cell": book.add_format(base | line),
        "small": book.add_format(
            base | {"font_size": 9, "font_color": house.MUTED, "text_wrap": False}
        ),
    }


def _write(
    book: xlsxwriter.Workbook, sheet: Sheet, issue: Issue, looks: dict[str, "Format"], say: Wording
) -> None:
    page = book.add_worksheet(_tab(sheet.title))
    page.hide_gridlines(2)
    if say.language == "ar":
        page.right_to_left()
    whole = sum(share for _, share in sheet.columns)
    for place, (_, share) in enumerate(sheet.columns):
        page.set_column(place, place, round(_WIDTH * share / whole, 1))
    page.set_row(1, 26)
    page.write_string(0, 0, _clean(issue.company), looks["company"])
    page.write_string(1, 0, sheet.title, looks["title"])
    page.write_string(2, 0, " · ".join(_facts(issue, say)), looks["small"])
    names = [name for name, _ in sheet.columns]
    page.set_row(4, _height(names, sheet.columns, whole))
    for place, (name, _) in enumerate(sheet.columns):
        page.write_string(4, place, name, looks["head"])
    for down, row in enumerate(sheet.rows, 5):
        page.set_row(down, _height(row, sheet.columns, whole))
        for place, text in enumerate(row):
            page.write_string(down, place, _clean(text), looks["cell"])
    below = 6 + len(sheet.rows)
    for text in [*sheet.notes, *(serves(ref, say) for ref in sheet.serves)]:
        page.write_string(below, 0, text, looks["small"])
        below += 1
    _paper(page, issue, say)


def _paper(page: "Worksheet", issue: Issue, say: Wording) -> None:
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_margins(0.5, 0.5, 0.6, 0.7)
    page.repeat_rows(4)
    page.freeze_panes(5, 0)
    numbered = say("document.page", page="&P", pages="&N")
    facts = " · ".join(_facts(issue, say)).replace("&", "&&")
    page.set_footer(f"&L&9{facts[:150]}&R&9{numbered}")


def _facts(issue: Issue, say: Wording) -> list[str]:
    version = say("document.version", version=issue.version) if issue.version.strip() else ""
    given = (issue.owner, version, issue.date, *issue.extra)
    return [_clean(fact) for fact in given if fact.strip()]


def _height(row: Sequence[str], columns: Sequence[tuple[str, float]], whole: float) -> float:
    """Points for the tallest cell: neither LibreOffice nor Excel fits a row that a file names."""
    lines = 1
    for text, (_, share) in zip(row, columns, strict=True):
        room = max(6, int(_WIDTH * share / whole * 0.85))
        lines = max(lines, sum(-(-max(1, len(part)) // room) for part in text.split("\n")))
    return min(400, 15 * lines + 4)


def _clean(text: str) -> str:
    return printable(text).strip()[:8000]


def _tab(title: str) -> str:
    """A sheet's name: at most 31 characters, none of those a spreadsheet forbids."""
    return "".join(" " if c in "[]:*?/\\" else c for c in title).strip("' ")[:31]
