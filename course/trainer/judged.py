"""Quality policies and objectives that people judged: they teach the desks' second look.

Written for this, by writers who had not seen the rules, and judged by two readers on their own.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Literal, get_args

import msgspec

from course.content import by_key, load
from course.disk import SHARED, write_whole
from course.judging import Company, State, Verdict, claims, review_objective, review_policy
from course.marking import second_look
from course.reading import Meanings, windows
from course.trainer import folders

Kind = Literal["policy", "objective"]
KINDS: tuple[Kind, ...] = get_args(Kind)
OVERLAP = 0.3  # of the shorter of window and quotation, from which they are the same


class Judged(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text and, by reader and requirement, its state and the words that carry it."""

    key: str
    writer: str
    part: Literal["teach", "prove"]
    language: str
    company: str
    text: str
    states: dict[str, dict[str, State]]
    said: dict[str, dict[str, str]] = {}

    def people(self, thing: str) -> tuple[State, ...]:
        """What each reader says of one requirement."""
        return tuple(states[thing] for states in self.states.values())

    def words(self, thing: str) -> str:
        """The words that carry it, by the first reader who names any."""
        return next((said[thing] for said in self.said.values() if thing in said), "")


def judged(kind: Kind) -> tuple[Judged, ...]:
    """The texts that come with the course; ContentError says what is wrong and where."""
    path = folders.judged(kind)
    found = load(path, dict[Kind, tuple[Judged, ...]]).get(kind, ())
    by_key(found, lambda one: one.key, path, kind)
    return found


def things(texts: Iterable[Judged]) -> tuple[str, ...]:
    """The requirements that the readers judged, in their order."""
    readings = (states for one in texts for states in one.states.values())
    return tuple(dict.fromkeys(key for states in readings for key in states))


def teach(kind: Kind, meanings: Meanings) -> second_look.Look:
    """Teach the second look, and keep what was taught beside the course's data."""
    held = [one for one in judged(kind) if one.part == "teach"]
    look = second_look.learn(list(map(_told, held)), things(held), meanings, made_from(kind))
    data = msgspec.json.format(msgspec.json.encode(look), indent=1) + b"\n"
    write_whole(second_look.file(kind), data, SHARED)
    return look


def made_from(kind: Kind) -> str:
    """A hash of what the second look is taught by."""
    return hashlib.sha256(folders.judged(kind).read_bytes()).hexdigest()[:16]


class Hit(msgspec.Struct, frozen=True):
    """One requirement of one text: what people, patterns and the second look say of it."""

    text: str
    key: str
    people: tuple[State, ...]
    found: State
    asked: bool
    right_sentence: bool

    @property
    def right(self) -> bool:
        """The patterns' state is a reader's, or what a reader found is asked after."""
        return self.found in self.people or (self.asked and "missing" not in self.people)


def proved(kind: Kind, meanings: Meanings) -> Iterable[Hit]:
    """Each requirement of the texts that taught nothing."""
    look = second_look.SecondLook(
        msgspec.json.decode(second_look.file(kind).read_bytes(), type=second_look.Look), meanings
    )
    for one in judged(kind):
        if one.part == "prove":
            found = _found(kind, one)
            open_ = [k for k in things([one]) if k not in found or claims.is_open(found[k])]
            asks = look.asks(one.text, open_)
            said, spans = _told(one).said, windows(one.text)
            for key in things([one]):
                state = found[key].state if key in found else "missing"
                right = key in asks and spans.index(asks[key]) in said.get(key, {})
                yield Hit(one.key, key, one.people(key), state, key in asks, right)


def _found(kind: Kind, one: Judged) -> Mapping[str, Verdict]:
    """What the patterns find: in a policy's text; in an objective's fields.

    A field holds the words that a reader named for it, as if the writer had filled it in.
    """
    if kind == "policy":
        verdicts = review_policy(one.text, Company()).requirements
    else:
        record = {key: one.words(key) for key in things([one])}
        verdicts = review_objective(record, "2015").requirements
    return {verdict.key: verdict for verdict in verdicts}


def _told(one: Judged) -> second_look.Told:
    said: dict[str, dict[int, float]] = {}
    for quotes in one.said.values():
        for key, quote in quotes.items():
            for number in _windows_of(one.text, quote):
                of = said.setdefault(key, {})
                of[number] = of.get(number, 0.0) + 1 / len(one.states)
    lacks = frozenset(key for key in things([one]) if set(one.people(key)) == {"missing"})
    return second_look.Told(one.writer, one.text, said, lacks)


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
