"""What a step of a page has its reader do, as the forms in it tell."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from course.content.page import load_page
from course.content.pieces import kind_of, load_piece
from course.content.toml import ContentError

Act = Literal["workshop", "quiz", "exercise", "story"]
ACTS: tuple[Act, ...] = get_args(Act)  # of several in one step, the first names it
_TRIED_OUT = ("sorter", "tree", "mix", "costs")  # what is made with any other tool is kept
_CALL = re.compile(r'show\.([a-z_]+)\("([a-z0-9-]+)"\)')


def act_of(calls: Iterable[str]) -> Act | None:
    """The act of a step in which these calls stand; nothing for one that is only read."""
    found = {act for act, _ in _acts(calls)}
    return next((act for act in ACTS if act in found), None)


def step_with(slug: str, act: str) -> str:
    """The key of the step in which an act counts as done, in any language; or nothing."""
    step, first = "", ""
    for cell in load_page(slug).cells:
        if cell.begins_step:
            step = cell.name
        for done, key in _acts([cell.source] if cell.kind == "show" else []):
            if done == act and _counts(done, key):
                return step
            first = first or (step if done == act else "")
    return first


def _acts(calls: Iterable[str]) -> Iterator[tuple[Act, str]]:
    for call in calls:
        found = _CALL.fullmatch(call)
        if not found:
            continue
        name, key = found.groups()
        if name == "workshop" and _is_tried_out(key):
            name = "exercise"
        for act in ACTS:
            if name == act:
                yield act, key


def _is_tried_out(key: str) -> bool:
    try:
        return kind_of(key)[1] in _TRIED_OUT
    except ContentError:  # the form says so where it would stand
        return False


def _counts(act: Act, key: str) -> bool:
    """A lesson may have a second tool, which shows none of its objectives."""
    return act != "workshop" or getattr(load_piece(key), "shows", True) is True
