"""The learner's quality policy as a Word document, ready to be approved and signed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.content import ClauseRef, Edition, Language, Wording, wording
from course.papers.documents import add, at_start, blank, facts, foot, head, to_bytes
from course.papers.runs import printable
from course.papers.serves import serves

if TYPE_CHECKING:
    from docx.document import Document


@dataclass(frozen=True)
class PolicyText:
    """What the learner wrote; anything but the edition may be empty."""

    company: str
    text: str
    edition: Edition
    scope: str = ""
    owner: str = ""
    version: str = ""
    date: str = ""


def policy_document(policy: PolicyText, language: Language = "en") -> bytes:
    """The document; the same policy gives the same bytes."""
    say = wording(language)
    title = say("document.policy.title")
    document = blank(f"{title} {policy.company}".strip(), policy.owner, language)
    head(document, policy.company, title, language)
    foot(document, _foot_facts(policy, say), _page(say), language)
    if policy.company.strip():
        at_start(document.add_paragraph(style="Subtitle"), policy.company, language)
    add(document, title, "Title", language)
    for paragraph in _paragraphs(policy.text):
        add(document, paragraph, "Normal", language)
    _serves(document, "5.2.1", policy.edition, say)
    add(document, say("document.policy.issue"), "Heading 1", language)
    facts(document, _facts(policy, say), language)
    _serves(document, "5.2.2", policy.edition, say)
    return to_bytes(document)


def _paragraphs(text: str) -> list[str]:
    """A blank line begins a paragraph; a single line break stays one."""
    blocks, block = [], []
    for line in [*printable(text).split("\n"), ""]:
        if line.strip():
            block.append(line.rstrip())
        elif block:
            blocks.append("\n".join(block))
            block = []
    return blocks


def _facts(policy: PolicyText, say: Wording) -> list[tuple[str, str]]:
    """What stands below the policy; the last two are always filled in by hand."""
    given = {name: getattr(policy, name) for name in ("scope", "version", "date", "owner")}
    unnamed = {} if policy.company.strip() else {"company": ""}
    rows = unnamed | given | {"signature": "", "place": ""}
    return [(say(f"document.policy.{name}"), fact) for name, fact in rows.items()]


def _serves(document: "Document", number: str, edition: Edition, say: Wording) -> None:
    add(document, serves(ClauseRef(edition, number), say), "Caption", say.language)


def _foot_facts(policy: PolicyText, say: Wording) -> list[str]:
    version = policy.version.strip()
    return [policy.owner, say("document.version", version=version) if version else "", policy.date]


def _page(say: Wording) -> str:
    return say("document.page", page="{page}", pages="{pages}")
