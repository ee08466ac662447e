"""An authority map: who may decide what tonight, where nobody may or dares, and where two may."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from course.judging import record_facts as facts
from course.judging.field_rules import judge_field

PENALTY = "penalty"


class Map(NamedTuple):
    """Situations by their words: without anybody, without a deputy, pairs that collide, and
    those in which a mistake in good faith is punished."""

    nobody: tuple[str, ...]
    no_deputy: tuple[str, ...]
    doubles: tuple[tuple[str, str], ...]
    punished: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        return not (self.nobody or self.no_deputy or self.doubles or self.punished)


def map_of(records: Sequence[Mapping[str, str]]) -> Map:
    """Read the rows of an authority map; rows without a situation are left out.

    Two rows are doubles where they speak of the same situation and name different people.
    """
    rows = [_cut(record) for record in records if record.get("situation", "").strip()]
    nobody = [record for record in rows if not _one(record.get("who", ""))]
    alone = [record for record in rows if record not in nobody and not _stood_in_for(record)]
    punished = [r for r in rows if judge_field("backing", r.get("backed", "")).reason == PENALTY]
    doubles = [
        (one["situation"], other["situation"])
        for i, one in enumerate(rows)
        for other in rows[i + 1 :]
        if _same(one, other)
        and facts.norms(one.get("who", "")) != facts.norms(other.get("who", ""))
    ]
    return Map(
        tuple(_called(record["situation"]) for record in nobody),
        tuple(_called(record["situation"]) for record in alone),
        tuple((_called(one), _called(other)) for one, other in doubles),
        tuple(_called(record["situation"]) for record in punished),
    )


def _cut(record: Mapping[str, str]) -> dict[str, str]:
    return {name: text[: facts.LONGEST] for name, text in record.items()}


def _called(situation: str) -> str:
    return facts.short(situation, 50)


def _one(who: str) -> bool:
    """One office that can be asked, whichever it is."""
    said = judge_field("decides", who)
    return said.state != "missing" and said.reason != "several"


def _stood_in_for(record: Mapping[str, str]) -> bool:
    """Whether somebody else decides when the first is away; several may."""
    who, deputy = record.get("who", ""), record.get("deputy", "")
    if facts.norms(who) == facts.norms(deputy):
        return False
    return judge_field("decides", deputy).state != "missing"


def _same(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Most words of substance in common, whatever their order."""
    first, second = facts.roots(one["situation"]), facts.roots(other["situation"])
    return len(first & second) * 3 >= 2 * max(1, min(len(first), len(second)))
