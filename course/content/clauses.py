"""The clause map: what each edition asks, in our words, and what an auditor can check."""

import functools
from typing import Literal

import msgspec

from course.content.toml import by_key, load
from course.content.words import Language, Words
from course.paths import DATA

Edition = Literal["2015", "2026"]
EDITIONS: tuple[Edition, ...] = ("2015", "2026")


class ClauseRef(msgspec.Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """A clause is always an edition and a number."""

    edition: Edition
    number: str

    def __str__(self) -> str:
        return f"{self.number} ({self.edition})"


class Counterpart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a clause stands to the other edition."""

    relation: Literal["same", "extended", "reworded", "split", "merged", "moved", "new", "removed"]
    number: str | None = None
    note: Words | None = None


class Clause(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One clause: paraphrase, relation to the other edition, evidence, trust.

    `trust` is the tag of the source: A official or peer-reviewed, B trade press or
    certification body, C consultant or one public register, M general knowledge.
    A clause that is not `verified` is taught as unverified.
    """

    edition: Edition
    number: str
    title: Words
    paraphrase: Words
    evidence: Words
    counterpart: Counterpart
    trust: Literal["A", "B", "C", "M"]
    verified: bool

    @property
    def ref(self) -> ClauseRef:
        return ClauseRef(self.edition, self.number)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    clause: tuple[Clause, ...]


@functools.cache
def load_clauses() -> dict[ClauseRef, Clause]:
    """Every clause by (edition, number)."""
    path = DATA / "clauses.toml"
    return by_key(load(path, _File).clause, lambda clause: clause.ref, path, "clause")


def label(refs: tuple[ClauseRef, ...], language: Language = "en") -> str:
    """Clauses as a reader cites them: `5.2.1 (2015, 2026)`; editions of one number together."""
    editions: dict[str, list[str]] = {}
    for ref in refs:
        editions.setdefault(ref.number, []).append(ref.edition)
    comma = "، " if language == "ar" else ", "
    return " · ".join(f"{number} ({comma.join(years)})" for number, years in editions.items())
