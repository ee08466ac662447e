"""A suggestion is a promise: it is made only where answers of other writers bear it out."""

import numpy as np
import pytest

from course.marking import sureness


def test_a_promise_that_is_not_borne_out_is_not_made():
    chance = np.linspace(0.99, 0.01, 40)
    never, mostly = np.zeros(40), np.ones(40)
    mostly[30:] = 0.0
    assert sureness.promised(chance, never) == (2.0, 0, 0)
    threshold, count, right = sureness.promised(chance, mostly)
    assert right >= sureness.PROMISE * count
    assert count >= 30
    assert threshold == pytest.approx(chance[count - 1], abs=1e-3)


def test_too_few_examples_bear_no_promise():
    few = sureness.SHOWN - 1
    assert sureness.promised(np.linspace(0.9, 0.5, few), np.ones(few)) == (2.0, 0, 0)


def test_what_is_promised_is_promised_by_writers_left_out():
    """Signs that only look telling on those who taught them bear no promise."""
    rng = np.random.default_rng(4)
    noise = [(rng.normal(size=60), bool(rng.integers(2))) for _ in range(80)]
    writers = [f"w{number}" for number in range(80)]
    assert sureness.fitted(noise, writers).suggest > 1
    telling = [(np.array([float(not right), 0.0]), right) for _, right in noise]
    found = sureness.fitted(telling, writers)
    assert found.suggest <= 1
    assert found.right >= sureness.PROMISE * found.count
