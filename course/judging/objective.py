"""Reviews a quality objective against 6.2.1 and 6.2.2, field by field, and asks how it is cheated.

The rules look for what a reader could check: a figure with its period, what counts, one person,
a day, money, a second number. They never reward length.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from course.content.clauses import ClauseRef, Edition
from course.judging import record_facts as facts
from course.judging import record_words as said
from course.judging.field_rules import judge, verdict_of
from course.judging.finding import Finding, Verdict
from course.judging.objective_definition import definition_reason
from course.judging.objective_gaming import tricks
from course.reading.text import words

FIELDS = (
    "serves", "statement", "definition", "baseline", "target", "date", "owner", "resources",
    "actions", "judged", "told", "counter",
)  # fmt: skip


@dataclass(frozen=True)
class ObjectiveReview:
    """What 6.2 asks (`requirements`), and how the number is met without improving (`cheats`)."""

    requirements: tuple[Finding, ...]
    cheats: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Nothing asked for is missing, and no known trick stands open."""
        all_ = (*self.requirements, *self.cheats)
        return bool(all_) and all(finding.verdict != "missing" for finding in all_)


def review_objective(
    objective: Mapping[str, str], edition: Edition, policy: Sequence[str] = ()
) -> ObjectiveReview:
    """Judge one objective; `policy` are the sentences of the learner's own policy, if any."""
    given = {name: objective.get(name, "")[: facts.LONGEST].strip() for name in FIELDS}
    if not any(given.values()):
        return ObjectiveReview((), ())
    asked = [
        ("serves", "6.2.1", _serves(given, policy)),
        ("statement", "6.2.1", _statement(given)),
        ("definition", "6.2.1", definition_reason(given["definition"])),
        ("baseline", "6.2.1", _baseline(given)),
        ("target", "6.2.1", _target(given)),
        ("told", "6.2.1", _told(given)),
        ("actions", "6.2.2", _actions(given)),
        ("resources", "6.2.2", judge("means", given["resources"])),
        ("owner", "6.2.2", judge("owner", given["owner"])),
        ("date", "6.2.2", judge("date", given["date"])),
        ("judged", "6.2.2", _judged(given)),
    ]
    requirements = (
        Finding(
            key, verdict_of(reason), reason, facts=_facts(given, key),
            clauses=(ClauseRef(edition, number),),
        )
        for key, number, reason in asked
    )  # fmt: skip
    return ObjectiveReview(tuple(requirements), tuple(_cheats(given)))


def _facts(given: Mapping[str, str], key: str) -> dict[str, str]:
    return {"words": facts.short(given[key])} if given[key] else {}


def _serves(given: Mapping[str, str], policy: Sequence[str]) -> str:
    serves = given["serves"]
    if facts.empty(serves):
        return "missing"
    if policy and not any(_same(serves, sentence) for sentence in policy):
        return "not-in-policy"
    if not facts.related(serves, f"{given['statement']} {given['definition']}"):
        return "unrelated"
    return "met"


def _same(one: str, other: str) -> bool:
    return [w.norm for w in words(one)] == [w.norm for w in words(other)]


def _statement(given: Mapping[str, str]) -> str:
    statement = given["statement"]
    if facts.empty(statement):
        return "missing"
    if len(words(statement)) < 4:
        return "thin"
    return "met" if facts.says(said.RECEIVER, statement) else "for-nobody"


def _baseline(given: Mapping[str, str]) -> str:
    baseline = given["baseline"]
    if facts.empty(baseline):
        return "missing"
    if not facts.has_number(baseline):
        return "missing-number"
    return "met" if facts.has_period(baseline) else "no-period"


def _target(given: Mapping[str, str]) -> str:
    target, now = facts.arrival(given["target"]), facts.first_number(given["baseline"])
    if facts.empty(given["target"]):
        return "missing"
    if target is None:
        return "missing-number"
    if target == now:
        return "unchanged"
    percent = "%" in facts.folded(given["target"])
    if target == 0 or (percent and target == 100):
        return "absolute"
    # "10 % fewer" says how far to go, not where one arrives.
    return "relative" if facts.says_change(given["target"]) else "met"


def _actions(given: Mapping[str, str]) -> str:
    actions = given["actions"]
    if facts.empty(actions):
        return "missing"
    if facts.only_reminds(actions):
        return "reminders"
    return "met" if len(words(actions)) >= 4 else "thin"


def _judged(given: Mapping[str, str]) -> str:
    judged = given["judged"]
    if facts.empty(judged):
        return "missing"
    if not facts.has_pace(judged) and not facts.has_date(judged):
        return "no-pace"
    return "met" if facts.says(said.FOLLOWS, judged) else "no-consequence"


def _told(given: Mapping[str, str]) -> str:
    told = given["told"]
    if facts.empty(told):
        return "missing"
    return "met" if facts.says(said.PEOPLE, told) else "nobody"


def _cheats(given: Mapping[str, str]) -> list[Finding]:
    """One finding for each known trick, and one for the second number."""
    measured = f"{given['statement']} {given['definition']}"
    guards = f"{given['definition']} {given['counter']}"
    found = [
        Finding(kind, "met" if guarded else "missing", "guarded" if guarded else "open")
        for kind, guarded in tricks(measured, guards)
    ]
    verdict, reason = _counter(given)
    return [*found, Finding("counter", verdict, reason, facts=_facts(given, "counter"))]


def _counter(given: Mapping[str, str]) -> tuple[Verdict, str]:
    counter = given["counter"]
    if facts.empty(counter) or facts.says_none(counter):
        return "missing", "missing"
    if len(words(counter)) < 3:
        return "partly", "thin"
    measure = [w.norm for w in words(given["definition"])]
    same = [w.norm for w in words(counter)]
    return ("partly", "same") if set(same) <= set(measure) else ("met", "met")
