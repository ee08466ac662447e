"""Brings back, in a later lesson, what a learner missed in an earlier one."""

import contextlib

from course.content import ContentError, QuizItem, has_quiz, load_modules, load_quiz
from course.learner.workbook import Workbook

MOST = 2  # questions from earlier lessons in one sitting


def returning(slug: str) -> list[tuple[str, QuizItem]]:
    """Items for the objectives missed before the lesson `slug`, with the lesson each is from.

    An objective is missed while the last answer given to one of its items is wrong and none of
    its items was answered right. An item not met yet is asked before the one that was missed.
    """
    found: list[tuple[str, QuizItem]] = []
    for before in _before(slug):
        with contextlib.suppress(ContentError):  # `course check` speaks of it
            found += [(before, item) for item in _missed(before)]
    return found[:MOST]


def _before(slug: str) -> list[str]:
    """The modules that come before this one and ask questions."""
    try:
        slugs = list(load_modules())
    except ContentError:
        return []
    known = slugs[: slugs.index(slug)] if slug in slugs else slugs
    return [one for one in known if has_quiz(one)]


def _missed(slug: str) -> list[QuizItem]:
    """One item for each objective of a lesson that was missed and not made good."""
    answers, items = Workbook(f"quiz-{slug}").read(), load_quiz(slug)
    missed = []
    for objective in dict.fromkeys(item.objective for item in items):
        asked = [item for item in items if item.objective == objective]
        met = [item for item in asked if item.key in answers]
        if met and not any(answers[item.key] == _best(item) for item in met):
            fresh = [item for item in asked if item not in met]
            missed.append((fresh or met)[0])
    return missed


def _best(item: QuizItem) -> str:
    return next(option.key for option in item.options if option.right)
