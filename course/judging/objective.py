"""Reviews a quality objective against 6.2.1 and 6.2.2, field by field, and asks how it is cheated.

What each field must hold is data (data/rules/objective.toml, gaming.toml); here is only what two
fields say together: a target that is the baseline, a second number that is the first.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from course.content import Edition
from course.judging import record_facts as facts
from course.judging.criterion import Criterion
from course.judging.field_rules import evidence_in, judge_field
from course.judging.rulebook import rulebook
from course.judging.verdict import Verdict, at_level
from course.reading import words

ENDS = ("baseline", "target")  # of the way that an objective goes
NAMED = 5  # words of a measure; fewer are its name, and do not say what is counted
QUOTED = 3  # words of a sentence, two of them of substance, that tell it from any other
FAR = 10  # years; nobody who sets an objective answers for it longer


@dataclass(frozen=True)
class ObjectiveReview:
    """What 6.2 asks (`requirements`), and how the number is met without improving (`cheats`)."""

    requirements: tuple[Verdict, ...]
    cheats: tuple[Verdict, ...]

    @property
    def whole(self) -> bool:
        """Nothing asked for is missing, and no known trick stands open."""
        return self.whole_with(())

    def whole_with(self, claimed: Collection[str]) -> bool:
        """Nothing is missing but what the writer claims to have said in other words."""
        all_ = (*self.requirements, *self.cheats)
        return bool(all_) and all(one.state != "missing" or one.key in claimed for one in all_)


def fields() -> tuple[str, ...]:
    """The fields an objective is judged by, in the order in which they are told."""
    return tuple(rule.key for rule in rulebook("objective").criteria)


def review_objective(
    objective: Mapping[str, str], edition: Edition, policy: Sequence[str] = ()
) -> ObjectiveReview:
    """Judge one objective; `policy` are the sentences of the learner's own policy, if any."""
    given = {name: objective.get(name, "")[: facts.LONGEST].strip() for name in fields()}
    if not any(given.values()):
        return ObjectiveReview((), ())
    known = _known(given, policy)
    rules = rulebook("objective").criteria
    found = [_verdict(rule, given[rule.key], known, edition) for rule in rules]
    asked = tuple(verdict for verdict in found if verdict.clauses)
    others = tuple(verdict for verdict in found if not verdict.clauses)
    return ObjectiveReview(asked, (*_cheats(given), *others))


def aimed(objective: Mapping[str, str]) -> float | None:
    """The figure the target arrives at; None where it says none, or only how far to go."""
    text = objective.get("target", "")[: facts.LONGEST]
    said = judge_field(rulebook("objective").criterion("target"), text)
    return None if {"relative", "impossible"} & {said.reason} else facts.arrival(text)


def falls(objective: Mapping[str, str]) -> bool:
    """Whether the target lies below where one stands: less of it is better."""
    target = aimed(objective)
    now = facts.first_number(objective.get("baseline", "")[: facts.LONGEST])
    return target is not None and now is not None and target < now


def tricks(measured: str, guarded: str) -> list[tuple[str, bool]]:
    """The kinds of measure a text speaks of, each with whether the other text guards it."""
    found = []
    for rule in rulebook("gaming").criteria:
        if "measure" in evidence_in(rule, measured):
            found.append((rule.key, "guard" in evidence_in(rule, guarded)))
    return found


def _verdict(rule: Criterion, text: str, known: set[str], edition: Edition) -> Verdict:
    said = judge_field(rule, text, known)
    if said.state != "missing" and (none := judge_field("answer", text)).errors:
        said = replace(none, key=rule.key)
    return replace(said, clauses=rule.serves(edition))


def _cheats(given: Mapping[str, str]) -> list[Verdict]:
    """One verdict for each known trick."""
    measured = _measured(given["statement"], given["definition"])
    guards = f"{given['definition']} {given['counter']}"
    found = []
    for key, guarded in tricks(measured, guards):
        rule = rulebook("gaming").criterion(key)
        found.append(at_level(rule, rule.reached({"guard"} if guarded else set())[0]))
    return found


def _measured(statement: str, definition: str) -> str:
    """What is counted, and of what gets better the clauses that speak of the same thing.

    "So that the hotel opens on time" is no measure of ours where doors are inspected.
    """
    if len(words(definition)) < NAMED:
        return f"{statement}. {definition}"
    same = (part for part in facts.clauses(statement) if facts.related(part, definition))
    return ". ".join((*same, definition))


def _known(given: Mapping[str, str], policy: Sequence[str]) -> set[str]:
    """The errors that only two fields together show."""
    serves, subject = given["serves"], f"{given['statement']} {given['definition']}"
    errors = {
        "not-in-policy": bool(policy) and not _stands_in(serves, policy),
        "unrelated": not facts.related(serves, subject),
        "same": facts.norms(given["counter"]) <= facts.norms(given["definition"]),
        "told-twice": any(_within(given["definition"], given[end]) for end in ENDS),
        "both-ends": _within(given["baseline"], given["target"]),
    }
    return {reason for reason, found in (errors | _figures(given) | _years(given)).items() if found}


def _figures(given: Mapping[str, str]) -> dict[str, bool]:
    target, now = facts.arrival(given["target"]), facts.first_number(given["baseline"])
    moved = facts.amounts(given["target"]) - facts.amounts(given["baseline"])
    percent = "%" in facts.folded(given["target"])
    share = "share" in evidence_in(
        rulebook("objective").criterion("definition"), given["definition"]
    )
    others = " ".join(text for name, text in given.items() if name != "target")
    things, spent = facts.counted(given["target"]), facts.first_number(given["resources"])
    return {
        "unchanged": target is not None and target == now and not moved,
        "absolute": target == 0 or (percent and target == facts.WHOLE),
        "more-than-all": share and percent and target is not None and target > facts.WHOLE,
        "other-thing": bool(things) and things.isdisjoint(facts.roots(others)),
        "none": spent is not None and spent <= 0,
    }


def _years(given: Mapping[str, str]) -> dict[str, bool]:
    """A date is held against the figures one starts from; no rule knows what day it is."""
    began, ends = facts.years(given["baseline"]), facts.years(given["date"])
    both = bool(began and ends)
    return {
        "before": both and max(ends) < min(began),
        "far": both and max(ends) > max(began) + FAR,
    }


def _within(one: str, other: str) -> bool:
    """Whether a field says nothing that another does not say too."""
    return facts.norms(one) <= facts.norms(other)


def _stands_in(quoted: str, policy: Sequence[str]) -> bool:
    """Whether these are words of the policy, in their order: a sentence of it, or enough of one."""
    said = _norms(quoted)
    if any(said == _norms(one) for one in policy):
        return True
    enough = len(said) >= QUOTED and len(facts.roots(quoted)) > 1
    return enough and any(f" {' '.join(said)} " in f" {' '.join(_norms(one))} " for one in policy)


def _norms(text: str) -> list[str]:
    return [word.norm for word in words(text)]
