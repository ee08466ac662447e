"""Brings back, in a later lesson, what a learner missed in an earlier one."""

import contextlib

from course.content import ContentError, QuizItem, has_quiz, load_modules, load_quiz
from course.learner.first_answers import given, right_option, tallies

MOST = 2  # questions from earlier lessons in one sitting


def returning(slug: str) -> list[tuple[str, QuizItem]]:
    """Items for the objectives missed before the lesson `slug`, with the lesson each is from.

    An objective is missed while the first answer to one of its items was wrong and too few were
    right. An item not met yet is asked before one that was missed.
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
    first, shown, missed = given(slug), tallies(slug), []
    for objective in shown:
        asked = [item for item in load_quiz(slug) if item.objective == objective]
        wrong = [
            item for item in asked if first.get(item.key, right_option(item)) != right_option(item)
        ]
        if wrong and not shown[objective].shows:
            fresh = [item for item in asked if item.key not in first]
            missed.append((fresh or wrong)[0])
    return missed
