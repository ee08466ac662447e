"""The learner's quality policy as a Word document, ready to be approved and signed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.shared import Cm, Pt

from course.content import Edition, Language, Wording, label, load_clauses, wording
from course.judging import Verdict, title_entry
from course.judging.claims import Claimable
from course.judging.deeds import DeedReview
from course.papers.documents import (
    add,
    apart,
    at_start,
    blank,
    facts,
    foot,
    head,
    tighten_tables,
    to_bytes,
    together,
)
from course.papers.runs import printable

if TYPE_CHECKING:
    from docx.document import Document


@dataclass(frozen=True)
class PolicyText:
    """What the learner wrote; anything but the edition may be empty.

    `lines` are what is done around the policy, each with its label; `found` and `deeds` are the
    review of both.
    """

    company: str
    text: str
    edition: Edition
    scope: str = ""
    owner: str = ""
    version: str = ""
    date: str = ""
    lines: Sequence[tuple[str, str]] = ()
    found: Sequence[Claimable] = ()
    deeds: Sequence[DeedReview] = ()

    @property
    def reviewed(self) -> list[Claimable]:
        """Every requirement with what the review says of it."""
        return [*self.found, *(Claimable(deed.whole) for deed in self.deeds)]


def policy_document(policy: PolicyText, language: Language = "en") -> bytes:
    """The document; the same policy gives the same bytes."""
    say = wording(language)
    title = say("document.policy.title")
    document = blank(f"{title} {policy.company}".strip(), policy.owner, language)
    _tighten(document)
    head(document, policy.company, title, language)
    if policy.company.strip():
        at_start(document.add_paragraph(style="Subtitle"), policy.company, language)
    add(document, title, "Title", language)
    for line in _lines(policy.text):
        last = add(document, line, "Normal", language)
        last.paragraph_format.keep_with_next = False
    last.paragraph_format.keep_with_next = True  # no signature on a sheet without any policy
    facts(document, _facts(policy, say), language)
    if policy.lines:
        add(document, say("document.policy.around"), "Heading 1", language)
        facts(document, list(policy.lines), language)
    tighten_tables(document)
    pages = "NUMPAGES"
    if policy.reviewed:
        pages = _add_review(document, policy, say)
    foot(document, _foot_facts(policy, say), _page(say), language, pages)
    return to_bytes(document)


def _add_review(document: "Document", policy: PolicyText, say: Wording) -> str:
    """What the review says, on pages of its own; returns the field that counts the others."""
    language, note = say.language, say("document.review.not_part")
    pages = apart(document, say("document.review.title"), language)
    add(document, say("document.review.title"), "Heading 1", language)
    add(document, note, "Caption", language)
    facts(document, list(_review(policy.reviewed, say)), language)
    if _unverified(policy.reviewed):
        add(document, say("document.unverified"), "Caption", language)
    return pages


def _tighten(document: "Document") -> None:
    """Eight sentences, what is done around them and a signature belong on one sheet."""
    normal = document.styles["Normal"].paragraph_format
    normal.line_spacing, normal.space_after = 1.1, Pt(7)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(12)
    document.styles["Heading 1"].paragraph_format.space_after = Pt(2)
    document.styles["Title"].paragraph_format.space_after = Pt(8)
    document.sections[0].top_margin = Cm(2.5)
    document.sections[0].bottom_margin = Cm(2.2)


def _lines(text: str) -> list[str]:
    """Each line is a paragraph with space around it, so that one can point at a sentence."""
    return [line.rstrip() for line in printable(text).split("\n") if line.strip()]


def _facts(policy: PolicyText, say: Wording) -> list[tuple[str, str]]:
    """What stands below the policy; the signature is always given by hand."""
    given = {name: getattr(policy, name) for name in ("scope", "version", "date", "owner")}
    unnamed = {} if policy.company.strip() else {"company": ""}
    rows = unnamed | given | {"signature": ""}
    return [(say(f"document.policy.{name}"), fact) for name, fact in rows.items()]


def _review(reviewed: Sequence[Claimable], say: Wording) -> Iterator[tuple[str, str]]:
    """What the review found, what the director claims, and what is open: each where there is any.

    That nothing was found is said; that nothing is open needs no line.
    """
    met = [_named(one.verdict, say) for one in reviewed if one.verdict.met]
    claimed = [
        say("document.review.quoted", named=_named(one.verdict, say), words=one.claimed)
        for one in reviewed
        if one.claimed
    ]
    rest = [one.verdict for one in reviewed if not (one.verdict.met or one.claimed)]
    open_ = [
        say("document.review.partly", named=_named(one, say))
        if one.state == "partly"
        else _named(one, say)
        for one in rest
    ]
    yield say("document.review.found"), "\n".join(met) or say("document.review.nothing")
    if claimed:
        yield say("document.review.claimed"), "\n".join(claimed)
    if open_:
        yield say("document.review.open"), "\n".join(open_)


def _named(finding: Verdict, say: Wording) -> str:
    cited = together(label(finding.clauses, say.language), say.language)
    return f"{cited} {say(title_entry(finding))}"


def _unverified(reviewed: Sequence[Claimable]) -> bool:
    clauses = load_clauses()
    return any(not clauses[ref].verified for one in reviewed for ref in one.verdict.clauses)


def _foot_facts(policy: PolicyText, say: Wording) -> list[str]:
    version = policy.version.strip()
    return [policy.owner, policy.date, say("document.version", version=version) if version else ""]


def _page(say: Wording) -> str:
    return say("document.page", page="{page}", pages="{pages}")
