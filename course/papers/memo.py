"""One record of a tool as a Word page: a decision that can be filed, sent and held up again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.shared import Cm, Pt

from course.content import Edition, Group, Language, Tool, Wording, wording
from course.papers.documents import (
    add,
    at_start,
    blank,
    facts,
    foot,
    head,
    tighten_tables,
    to_bytes,
)
from course.papers.serves import serves

if TYPE_CHECKING:
    from docx.document import Document


@dataclass(frozen=True)
class Memo:
    """The tool and what was written in it; company, owner, version and date may be empty.

    `extra` are further rows for the facts, for example figures the tool worked out.
    """

    tool: Tool
    record: Mapping[str, str]
    company: str
    edition: Edition
    owner: str = ""
    version: str = ""
    date: str = ""
    extra: Sequence[tuple[str, str]] = ()


def memo_document(memo: Memo, language: Language = "en") -> bytes:
    """The document; the same memo gives the same bytes."""
    say, title = wording(language), memo.tool.document[language]
    document = blank(f"{title} {memo.company}".strip(), memo.owner, language)
    _tighten(document)
    head(document, memo.company, title, language)
    version = say("document.version", version=memo.version) if memo.version.strip() else ""
    page = say("document.page", page="{page}", pages="{pages}")
    foot(document, [memo.owner, memo.date, version], page, language)
    if memo.company.strip():
        at_start(document.add_paragraph(style="Subtitle"), memo.company, language)
    add(document, title, "Title", language)
    for group in memo.tool.groups:
        _group(document, memo, group, say)
    add(document, say("document.memo.issue"), "Heading 1", language)
    facts(document, [*memo.extra, *_issue(memo, version, say)], language)
    tighten_tables(document)
    return to_bytes(document)


def _issue(memo: Memo, version: str, say: Wording) -> list[tuple[str, str]]:
    """Who issued it, when; the signature is always given by hand."""
    when = say("document.between").join(fact for fact in (memo.date, version) if fact.strip())
    rows = [(say("document.memo.by"), memo.owner), (say("tool.date"), when)]
    return [*rows, (say("document.policy.signature"), "")]


def _tighten(document: "Document") -> None:
    """A decision belongs on one page: the house style, set closer."""
    document.styles["Normal"].paragraph_format.line_spacing = 1.05
    document.styles["Heading 1"].paragraph_format.space_before = Pt(11)
    document.styles["Heading 1"].paragraph_format.space_after = Pt(2)
    document.styles["Title"].paragraph_format.space_after = Pt(2)
    document.sections[0].top_margin = Cm(2.5)
    document.sections[0].bottom_margin = Cm(2.2)
    document.styles["Caption"].paragraph_format.space_before = Pt(4)


def _group(document: "Document", memo: Memo, group: Group, say: Wording) -> None:
    """A heading, what was written below it, and the line that says which clause it serves."""
    language = say.language
    shown = [
        ((field.column or field.label)[language], memo.tool.shown(field, text, language))
        for field in group.fields
        if (text := memo.record.get(field.key, "").strip())
    ]
    if not shown:
        return
    add(document, group.heading[language], "Heading 1", language)
    facts(document, shown, language)
    for ref in group.serves:
        if ref.edition == memo.edition:
            add(document, serves(ref, say), "Caption", language)
