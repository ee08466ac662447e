"""Whose answers these are, among people who hand in from one account: the name they give."""

import itertools
from collections.abc import Iterator, Mapping

from course.learner import AnswersError, Learner
from course.learner.naming import folded, slug
from course.learner.trust import has_account
from course.trainer import folders
from course.trainer.submitted_sheet import read_sheet


def home(account: str, learner: Learner, given: Mapping[str, Learner]) -> str:
    """The folder of a person who hands in from this account; the account's own if it is free.

    Never one that another account's work would come into. `given` are the folders that others of
    the account were given just now.
    """
    for name in _candidates(account, learner):
        if name != account and has_account(name):
            continue
        here = given.get(name) or lives_in(name)
        if here is None or folded(here.name) == folded(learner.name):
            return name
    raise AssertionError("candidates never end")


def lives_in(student: str) -> Learner | None:
    """Whose work a folder of `submitted` holds, as far as it can be read."""
    for folder in sorted((folders.root() / "submitted" / student).glob("*")):
        try:
            if folder.is_dir() and not folders.leads_elsewhere(folder):
                return read_sheet(folder).learner
        except (AnswersError, OSError):
            continue
    return None


def _candidates(account: str, learner: Learner) -> Iterator[str]:
    second = f"{account}-{slug(learner.name)}"
    yield account
    yield second
    yield from (f"{second}-{number}" for number in itertools.count(2))
