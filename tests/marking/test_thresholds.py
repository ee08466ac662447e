"""Where a guard begins: what lies just on either side of it."""

import pytest

from course.judging import guards
from course.judging.plan import shingles
from course.marking.twins import find_twins
from course.reading.tokens import tokenise

STORY = (
    "The yard has nine cranes and one of them has been waiting for a wire rope since the winter. "
    "Every Thursday the planner moves the lifts that it should have done to the other eight, and "
    "the night shift finishes them under lamps that two drivers have called too weak."
)
OWN = (
    "I buy the rope on Monday from my own budget whatever purchasing thinks of the price tomorrow. "
    "Nobody lifts a thing after dark until I have stood there myself and read a label by its light."
)


def words(text: str, count: int) -> str:
    return " ".join(text.split()[:count])


@pytest.mark.parametrize(("copied", "own", "flagged"), [(30, 20, True), (20, 30, False)])
def test_an_answer_is_a_copy_from_half_of_its_words_on(copied, own, flagged):
    text = f"{words(STORY, copied)}. {words(OWN, own)}"
    tokens, source = tokenise(text)[0], shingles((STORY,))
    assert guards.copies(tokens, source) is flagged
    assert abs(guards.copied(tokens, source) - copied / (copied + own)) < 0.06


@pytest.mark.parametrize(("shared", "twins"), [(30, 1), (18, 0)])
def test_two_answers_are_twins_from_half_of_the_shorter_one_on(shared, twins):
    first = f"{words(STORY, shared)} {words(OWN, 48 - shared)}"
    second = f"{words(STORY, 48)} and so it goes on until somebody at the top decides otherwise"
    assert len(find_twins([first, second])) == twins
