"""The records of a tool as an Excel register: a row each, a column a field."""

from collections.abc import Mapping, Sequence

from course.content import ClauseRef, Edition, Language, Tool
from course.papers.register_book import Issue, Sheet, register_book


def tool_sheet(
    tool: Tool,
    records: Sequence[Mapping[str, str]],
    edition: Edition,
    language: Language,
    notes: Sequence[str] = (),
) -> Sheet:
    """One sheet of a register; `notes` stand below the table."""
    columns = [(f.heading[language], f.share) for f in tool.fields]
    rows = [
        [tool.shown(field, record.get(field.key, ""), language) for field in tool.fields]
        for record in records
    ]
    return Sheet(tool.document[language], columns, rows, served(tool, edition), notes)


def served(tool: Tool, edition: Edition) -> list[ClauseRef]:
    """The clauses the tool's parts serve, in one edition, each once."""
    refs = (ref for group in tool.groups for ref in group.serves if ref.edition == edition)
    return list(dict.fromkeys(refs))


def tool_register(
    sheets: Sequence[Sheet], company: str, issue: Mapping[str, str], language: Language = "en"
) -> bytes:
    """The workbook; `issue` holds owner, version and date."""
    return register_book(sheets, Issue(company=company, **issue), language)
