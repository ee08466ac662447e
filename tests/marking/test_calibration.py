"""Marks teach cut-offs first and words later, only where they help, and never past a guard."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.judging.answer import Answer
from course.judging.rubric import Rubric
from course.marking.calibration import calibrate
from course.marking.engine import mark

IDEAS = {
    "skin": "The skin is a barrier.",
    "acid": "Acid in the stomach kills them.",
    "tears": "Tears wash them out of the eye.",
    "fever": "A fever slows them down.",
    "scab": "A scab closes the wound.",
    "cough": "We cough them out.",
}


def rubric(*asks):
    levels = [{"points": n, "asks": asked} for n, asked in enumerate(asks, 1)]
    pieces = [f"'{idea}'" for idea in IDEAS]
    return Rubric.from_dict(
        {
            "question": "How does the body defend itself?",
            "criterion": [{"evidence": pieces, "level": levels}],
        }
    )


def answer(*ideas):
    return " ".join(IDEAS[idea] for idea in ideas)


NAMES = list(IDEAS)
# So many of each number of ideas, always other ones, as a class writes them.
TEXTS = [answer(*(NAMES * 2)[start : start + count]) for count in range(1, 6) for start in range(5)]


def lenient(text):
    """A trainer who gives the second point at three ideas and the third at four."""
    return float(sum((sum(IDEAS[i] in text for i in IDEAS) >= asked) for asked in (1, 3, 4)))


STRICT = rubric(2, 4, 6)
MARKS = [(text, lenient(text)) for text in TEXTS]


@pytest.mark.parametrize("count", range(5))
def test_below_five_marks_the_authors_cut_offs_stand(count):
    marker = calibrate(STRICT, MARKS[:count])
    assert marker.learned.stage == "authored"
    assert not marker.learned.used
    assert marker.mark(TEXTS[-1]) == mark(STRICT, TEXTS[-1])


def test_a_class_of_marks_moves_cut_offs_that_were_too_strict():
    marker = calibrate(STRICT, MARKS[::2])
    left = MARKS[1::2]
    before = sum(mark(STRICT, text).points == points for text, points in left)
    after = sum(marker.mark(text).points == points for text, points in left)
    assert after > before
    assert after >= 0.7 * len(left)


def test_what_does_not_improve_is_not_used():
    right = rubric(1, 3, 4)
    marker = calibrate(right, MARKS)
    assert marker.learned.before.exact == 1
    assert not marker.learned.used
    assert all(marker.mark(text) == mark(right, text) for text in TEXTS)


def test_figures_say_what_would_change():
    learned = calibrate(STRICT, MARKS[:12]).learned
    assert learned.marks == 12
    assert learned.stage == "cut-offs"
    assert learned.weight == 0
    assert learned.after.qwk > learned.before.qwk
    assert learned.after.gap < learned.before.gap


def test_from_twenty_marks_on_words_count_by_their_number():
    learned = calibrate(STRICT, MARKS[:24]).learned
    assert learned.stage == "blend"
    assert learned.weight == pytest.approx(24 / 84)


def test_a_lock_holds_whatever_the_figures_say():
    assert not calibrate(STRICT, MARKS, lock="authored").learned.used
    assert calibrate(rubric(1, 3, 4), MARKS, lock="learned").learned.used


def test_the_same_marks_in_any_order_teach_the_same():
    one, other = calibrate(STRICT, MARKS), calibrate(STRICT, MARKS[::-1])
    assert repr([one.mark(t) for t in TEXTS]) == repr([other.mark(t) for t in TEXTS])
    assert one.learned == other.learned


@pytest.mark.parametrize("points", [-1, 3.5, float("nan")])
def test_points_the_question_cannot_give_are_refused(points):
    with pytest.raises(ValueError, match="not between 0 and 3"):
        calibrate(STRICT, [*MARKS, ("The skin.", points)])


def test_a_correction_stands_as_a_line_of_its_own_with_words_behind_it():
    marked = calibrate(STRICT, MARKS).mark(answer("skin", "acid", "tears", "fever"))
    *authored, moved = marked.criteria
    assert moved.key == "marks"
    assert moved.points > 0
    assert moved.spans
    assert marked.points == sum(c.points for c in authored) + moved.points


GENEROUS = calibrate(STRICT, [(text, 3.0) for text in TEXTS] + [("No idea.", 3.0)], lock="learned")


def test_no_words_no_points_however_generous_the_marks():
    assert GENEROUS.mark("No idea.").points == 0
    assert GENEROUS.mark("").points == 0
    assert GENEROUS.mark("").route != "suggest"


def test_a_guard_outweighs_what_was_learned():
    soup = "skin barrier acid stomach tears eye fever scab wound cough virus germ pathogen body"
    plain = mark(STRICT, soup)
    assert "keyword-list" in plain.flags
    assert GENEROUS.mark(soup).points <= plain.points
    assert GENEROUS.mark(soup).route != "suggest"


@settings(max_examples=60)
@given(st.lists(st.sampled_from(TEXTS) | st.text(max_size=60), max_size=4).map(" ".join))
def test_whatever_is_written_points_keep_to_the_scale_and_have_words(text):
    for marker in (calibrate(STRICT, MARKS), GENEROUS):
        marked = marker.mark(Answer(text=text))
        assert 0 <= marked.points <= marked.max_points
        assert marked.points == pytest.approx(sum(c.points for c in marked.criteria))
        assert 0 <= marked.confidence <= 1
        for criterion in marked.criteria:
            assert criterion.spans or criterion.points <= 0
            assert all(0 <= a < b <= len(text) for a, b in criterion.spans)


REFERENCE = Rubric.from_dict(
    {
        "question": "Why does ice float?",
        "reference_answers": ["Ice is less dense than water."],
        "points": 5,
    }
)


def test_marked_answers_lift_a_question_without_criteria():
    right = ["Ice is less dense", "it is less dense than the water", "less dense so it floats"]
    light = ["It weighs less for its size", "it is lighter for its size", "a litre weighs less"]
    wrong = ["Ice is cold", "it is frozen", "because the water is cold", "ice is a solid"]
    marks = [(text, 5.0) for text in (*right, *light)] + [(text, 0.0) for text in wrong]
    marker = calibrate(REFERENCE, marks)
    assert marker.learned.after.gap < marker.learned.before.gap
    assert marker.mark("less dense, I think").points > marker.mark("the ice is very cold").points
