"""Quality policies that people judged: they teach the policy desk's second look.

Written for this, by writers who had not seen the rules, and judged by two readers on their own.
"""

import hashlib
from collections.abc import Iterable
from typing import Literal

import msgspec

from course.content import by_key, load
from course.disk import SHARED, write_whole
from course.judging import Company, State, review_policy
from course.marking import second_look
from course.reading import Meanings, windows
from course.trainer import folders

KIND = "policy"
OVERLAP = 0.3  # of the shorter of window and quotation, from which they are the same


class Judged(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A policy and, by reader and requirement, its state and the words that carry it."""

    key: str
    writer: str
    part: Literal["teach", "prove"]
    language: str
    company: str
    text: str
    states: dict[str, dict[str, State]]
    said: dict[str, dict[str, str]] = {}


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    policies: tuple[Judged, ...] = msgspec.field(name="policy")


def judged() -> tuple[Judged, ...]:
    """The policies that come with the course; ContentError says what is wrong and where."""
    path = folders.policies()
    found = load(path, _File).policies
    by_key(found, lambda policy: policy.key, path, "policy")
    return found


def things(policies: Iterable[Judged]) -> tuple[str, ...]:
    """The requirements that the readers judged, in their order."""
    return tuple(dict.fromkeys(k for p in policies for states in p.states.values() for k in states))


def teach(meanings: Meanings) -> second_look.Look:
    """Teach the second look, and keep what was taught beside the course's data."""
    held = [policy for policy in judged() if policy.part == "teach"]
    look = second_look.learn(list(map(_told, held)), things(held), meanings, made_from())
    data = msgspec.json.format(msgspec.json.encode(look), indent=1) + b"\n"
    write_whole(second_look.file(KIND), data, SHARED)
    return look


def made_from() -> str:
    """A hash of what the second look is taught by."""
    return hashlib.sha256(folders.policies().read_bytes()).hexdigest()[:16]


class Hit(msgspec.Struct, frozen=True):
    """One requirement of one policy: what people, patterns and the second look say of it."""

    policy: str
    key: str
    people: tuple[State, ...]
    found: State
    asked: bool
    right_sentence: bool

    @property
    def right(self) -> bool:
        """The patterns' state is a reader's, or what a reader found is asked after."""
        return self.found in self.people or (self.asked and "missing" not in self.people)


def proved(meanings: Meanings) -> Iterable[Hit]:
    """Each requirement of the policies that taught nothing."""
    look = second_look.SecondLook(
        msgspec.json.decode(second_look.file(KIND).read_bytes(), type=second_look.Look), meanings
    )
    for policy in judged():
        if policy.part == "prove":
            review = review_policy(policy.text, Company())
            found = {one.key: one for one in review.requirements}
            asked_of = things([policy])
            open_ = [k for k in asked_of if k not in found or not found[k].met]
            asks = look.asks(policy.text, open_)
            told = _told(policy)
            spans = windows(policy.text)
            for key in asked_of:
                people = tuple(states[key] for states in policy.states.values())
                yield Hit(
                    policy.key,
                    key,
                    people,
                    found[key].state if key in found else "missing",
                    key in asks,
                    key in asks and spans.index(asks[key]) in told.said.get(key, {}),
                )


def _told(policy: Judged) -> second_look.Told:
    said: dict[str, dict[int, float]] = {}
    for quotes in policy.said.values():
        for key, quote in quotes.items():
            for number in _windows_of(policy.text, quote):
                of = said.setdefault(key, {})
                of[number] = of.get(number, 0.0) + 1 / len(policy.states)
    lacks = frozenset(
        key for key in things([policy]) if all(s[key] == "missing" for s in policy.states.values())
    )
    return second_look.Told(policy.writer, policy.text, said, lacks)


def _windows_of(text: str, quote: str) -> list[int]:
    """The windows a quotation lies in, counted from 0."""
    start = text.find(quote.strip())
    if start < 0 or not quote.strip():
        return []
    end = start + len(quote.strip())
    return [
        number
        for number, (a, b) in enumerate(windows(text))
        if min(b, end) - max(a, start) > OVERLAP * min(b - a, end - start)
    ]
