"""What quiz answers show of their objectives: the first given to each question counts.

Once the reason was read, the right answer is no judgement any more. A question that a later lesson
asks again is answered anew.
"""

import contextlib
from typing import NamedTuple

from course.content import ContentError, QuizItem, has_quiz, load_quiz
from course.learner.opened import changed
from course.learner.replaced import words
from course.learner.workbook import Workbook

ENOUGH = 2  # questions of an objective: one may be guessed
_FIRST = "first/"


class Tally(NamedTuple):
    """How many questions of an objective were right at the first answer, and how many it takes."""

    right: int
    enough: int

    @property
    def shows(self) -> bool:
        return self.right >= self.enough


def keep_answer(slug: str, question: str, option: str, *, anew: bool = False) -> str:
    """Keep what was chosen, and whether it was the first choice; returns the time as HH:MM."""
    book, first = Workbook(f"quiz-{slug}"), f"{_FIRST}{question}"
    with book.changing() as fields:
        fields[question] = option
        if anew or not words(fields, first):
            fields[first] = option
    changed()
    return book.saved_at()


def given(slug: str) -> dict[str, str]:
    """By question, the option chosen first."""
    saved = Workbook(f"quiz-{slug}").read()
    return {n.removeprefix(_FIRST): words(saved, n) for n in saved if n.startswith(_FIRST)}


def tallies(slug: str) -> dict[str, Tally]:
    """By the objective that questions ask for; nothing where a lesson has no quiz to be read."""
    items: tuple[QuizItem, ...] = ()
    if has_quiz(slug):
        with contextlib.suppress(ContentError):  # `course check` speaks of it
            items = load_quiz(slug)
    first, found = given(slug), {}
    for objective in dict.fromkeys(item.objective for item in items):
        asked = [item for item in items if item.objective == objective]
        right = sum(first.get(item.key) == right_option(item) for item in asked)
        found[objective] = Tally(right, min(ENOUGH, len(asked)))
    return found


def right_option(item: QuizItem) -> str:
    return next(option.key for option in item.options if option.right)
