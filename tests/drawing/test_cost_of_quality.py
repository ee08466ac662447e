"""The cost of quality desk: arithmetic one can check by hand, nothing said without figures."""

import pytest

from course.drawing.cost import Costs, amount, break_even, saved
from course.forms.cost_desk import CostDesk
from course.learner.workbook import Workbook

CASE = Costs(310e6, 1.86e6, 5.89e6, 13.02e6, 4.34e6)


def test_the_cases_figures_add_up():
    assert CASE.total == pytest.approx(25.11e6)
    assert CASE.failure == pytest.approx(17.36e6)
    assert CASE.of_sales(CASE.failure) == pytest.approx(5.6)
    assert CASE.gaps() == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [("AED 1.86m", 1.86e6), ("1,860,000", 1.86e6), ("٥٠٠ ألف", 5e5), ("0", 0), ("unknown", None)],
)
def test_amounts_are_read_as_people_type_them(text, value):
    assert amount(text) == value


@pytest.mark.parametrize(
    ("costs", "gap"),
    [
        (Costs(1e6, 1e3, 1e3, 1e3, None), "external"),
        (Costs(1e6, 1e3, 1e3, 1e3, 0), "no-external"),
        (Costs(1e3, 1e3, 1e3, 1e3, 1e3), "more-than-sales"),
    ],
)
def test_what_an_honest_account_would_ask_is_asked(costs, gap):
    assert costs.gaps() == (gap,)


def test_a_cut_is_lost_once_failure_rises_by_its_share():
    assert break_even(CASE, 0.5e6) == pytest.approx(2.88, abs=0.01)
    assert break_even(Costs(prevention=1), 1) is None


def test_what_is_saved_before_the_lag_is_paid_after_it():
    path = saved(400, follows=2, lag=2)
    assert path[:4] == [100, 200, 100, 0]
    assert saved(400, follows=1, lag=2)[-1] == 200


def test_the_desk_keeps_figures_and_fills_only_empty_fields():
    desk = CostDesk("cost-of-quality")
    desk.forms["sales"].value = "AED 100m"
    desk.use_case()
    assert CostDesk("cost-of-quality").forms["sales"].value == "AED 100m"
    assert Workbook("cost-of-quality").get("internal") == "13.02m"


def test_the_desk_speaks_before_there_are_figures(monkeypatch):
    monkeypatch.setenv("COURSE_STRICT", "1")
    assert "Write one amount" in CostDesk("cost-of-quality").shown.value
