"""A trainer's marks teach by what answers mean, too; and say which marked answer is the reason."""

from dataclasses import replace

import pytest
from kinds_of_answer import EXAMPLES, RUBRIC, Toy

from course.content import wording
from course.marking import mark, taught, teaching
from course.marking.calibration import _surely, calibrate
from course.marking.views import Example
from course.reading import Meanings

# What says nothing by the examples, and yet a trainer gives points for it.
UNHEARD = [f"The canteen serves rice ({number})." for number in range(24)]


@pytest.fixture(scope="module")
def ear():
    meanings = Meanings(Toy())
    return taught.Ear(teaching.teach(RUBRIC, EXAMPLES, meanings), meanings)


def learned(ear, points):
    return calibrate(RUBRIC, [(text, points) for text in UNHEARD], lock="learned", ear=ear)


def test_an_answer_without_a_listed_word_is_raised_and_the_reason_is_shown(ear):
    text = "The canteen serves rice (99)."
    assert not any(c.spans for c in mark(RUBRIC, text, ear=ear).criteria)
    found = learned(ear, 2.0).mark(text, ear=ear)
    (why,) = [c for c in found.criteria if c.key == "marks"]
    assert why.reasons == ("like-marked",)
    assert why.spans
    assert why.facts["text"].startswith("The canteen")
    assert why.facts.keys() == wording("en").facts("grading.reason.like-marked")
    assert 0 < found.points <= 2
    assert found.route == "check"


def test_it_is_raised_no_higher_than_the_marked_one(ear):
    assert learned(ear, 1.0).mark("The canteen serves rice (99).", ear=ear).points <= 1


def test_an_answer_like_none_that_was_marked_stays_as_it_is(ear):
    text = "The lift is red (7)."
    assert learned(ear, 2.0).mark(text, ear=ear).points == mark(RUBRIC, text, ear=ear).points


def test_without_an_ear_nothing_is_raised_without_words():
    marker = calibrate(RUBRIC, [(text, 2.0) for text in UNHEARD], lock="learned")
    assert marker.mark("The canteen serves rice (99).").points == 0


@pytest.mark.parametrize(
    ("before", "after", "sure"),
    [
        ([0.0] * 10, [2.0] * 10, True),
        ([0.0] * 10, [0.0] * 10, False),
        ([0.0] * 10, [2.0, *[0.0] * 9], False),  # one mark nearer may be chance
        ([2.0] * 10, [0.0] * 10, False),
    ],
)
def test_a_gain_that_may_be_chance_is_none(before, after, sure):
    assert _surely(before, after, [2.0] * 10) is sure


def test_no_marks_of_others_raise_a_text_that_only_holds_the_words(ear):
    """Held back, it stays with the trainer, whatever they gave for answers like it."""
    hollow = replace(mark(RUBRIC, "I stop the bonus tomorrow.", ear=ear), flags=("hollow",))
    held = replace(hollow, points=0.0, confidence=0.3, route="trainer")
    marker = learned(ear, 2.0)
    made = marker._blend.correct(held, Example.of(held, "I stop the bonus tomorrow.", ear))
    assert made.points == 0
    assert made.route == "trainer"
