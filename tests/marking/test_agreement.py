"""Agreement is told in figures that textbooks know, and confidence is held to its word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.judging.verdict import Mark
from course.marking.agreement import Bin, agree, calibration_error, kappa, pooled, reliability, work

POINTS = st.lists(st.integers(0, 10), min_size=1, max_size=30)


def test_kappa_is_that_of_the_textbook():
    """Cohen 1960: 35 of 50 alike, expected by chance 25 of 50."""
    one = [1] * 25 + [0] * 25
    other = [1] * 20 + [0] * 5 + [1] * 10 + [0] * 15
    assert kappa(one, other) == pytest.approx(0.4)


def test_chance_alone_is_no_agreement():
    assert kappa([0, 0, 1, 1], [0, 1, 0, 1]) == pytest.approx(0)
    assert agree([0, 0, 10, 10], [0, 10, 0, 10], 10).qwk == pytest.approx(0)


@given(POINTS)
def test_one_agrees_with_oneself(points):
    same = agree(points, points, 10)
    assert (same.exact, same.near, same.kappa, same.qwk, same.rmse) == (1, 1, 1, 1, 0)


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=1, max_size=30))
def test_who_is_named_first_changes_nothing(pairs):
    one, other = zip(*pairs, strict=True)
    there, back = agree(one, other, 10), agree(other, one, 10)
    assert there.kappa == pytest.approx(back.kappa)
    assert there.qwk == pytest.approx(back.qwk)
    assert there.rmse == pytest.approx(back.rmse)
    assert 0 <= there.exact <= there.near <= 1


def test_a_tenth_of_the_points_is_near_and_more_is_not():
    assert agree([5.0], [6.0], 10).near == 1
    assert agree([5.0], [6.5], 10).near == 0


def test_who_gives_everybody_the_same_has_no_correlation():
    assert agree([4, 4, 4], [1, 5, 9], 10).r == 0


def test_confidence_that_is_right_as_often_as_it_says_has_no_error():
    bins = reliability([0.75] * 4, [True, True, True, False])
    assert bins == (Bin(4, 0.75, 0.75),)
    assert calibration_error(bins) == 0


def test_boasting_and_modesty_are_both_errors():
    assert calibration_error(reliability([0.9] * 4, [False] * 4)) == pytest.approx(0.9)
    assert calibration_error(reliability([0.1] * 4, [True] * 4)) == pytest.approx(0.9)


def test_full_confidence_falls_into_the_last_bin():
    assert [each.count for each in reliability([1.0, 0.99, 0.0], [True, True, False])] == [1, 2]


def test_bins_of_two_questions_are_pooled_answer_by_answer():
    joined = pooled([(Bin(1, 0.9, 1.0),), (Bin(3, 0.9, 0.0), Bin(2, 0.1, 0.5))])
    assert [each.count for each in joined] == [2, 4]
    assert joined[1].right == pytest.approx(0.25)


def test_the_work_of_each_route_is_told_with_how_often_it_was_right():
    marks = [Mark(1, 2, (), 0.9, route) for route in ("suggest", "suggest", "trainer")]
    own, check, trainer = work(marks, [True, False, False])
    assert (own.route, own.count, own.right) == ("suggest", 2, 0.5)
    assert (check.count, check.share, check.right) == (0, 0, None)
    assert trainer.share == pytest.approx(1 / 3)
