"""Whose answers these are: the person they name, not the account or machine they came from."""

import itertools
from collections.abc import Iterator, Mapping

from course.answers import AnswersError, Learner
from course.grading import folders
from course.grading.handed import read_sheet
from course.grading.plain_file import is_link
from course.naming import slug
from course.scoring.text import normal


def same_person(one: Learner, other: Learner) -> bool:
    """Whether two sheets are by one person: the same profile, and names that can be one.

    Somebody who adds a family name stays the same; another name in the profile of a shared
    laptop is another person. Without an id, name and company decide.
    """
    mine, theirs = _names(one), _names(other)
    if one.id != other.id:
        return False
    if not one.id:
        return mine == theirs and normal(one.company) == normal(other.company)
    return mine <= theirs or theirs <= mine


def same_in_account(one: Learner, other: Learner) -> bool:
    """The same, for two who use one account: of one name, they are one with a new profile."""
    return same_person(one, other) or _names(one) == _names(other)


def home(account: str, learner: Learner, given: Mapping[str, Learner]) -> str:
    """The folder of a person who hands in from this account; the account's own if it is free.

    `given` are the folders that others of the account were given just now.
    """
    free_or_own = (
        name
        for name in _candidates(account, learner)
        if (here := given.get(name) or lives_in(name)) is None or same_in_account(here, learner)
    )
    return next(free_or_own)


def lives_in(student: str) -> Learner | None:
    """Whose work a folder of `submitted` holds, as far as it can be read."""
    for folder in sorted((folders.root() / "submitted" / student).glob("*")):
        try:
            if folder.is_dir() and not is_link(folder):
                return read_sheet(folder).learner
        except (AnswersError, OSError):
            continue
    return None


def _candidates(account: str, learner: Learner) -> Iterator[str]:
    second = f"{account}-{slug(learner.name)}"
    yield account
    yield second
    yield from (f"{second}-{number}" for number in itertools.count(2))


def _names(learner: Learner) -> frozenset[str]:
    return frozenset(normal(learner.name).replace("-", " ").split())
