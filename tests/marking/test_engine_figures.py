"""Numbers as people type them, and the one number the first question asks for."""

import pytest
from msgspec.structs import replace

from course.judging.answer import Answer
from course.judging.rubric import load_case_rubric
from course.marking.engine import mark
from course.paths import ASSESSMENTS
from course.reading.numbers import quantities, same

CASE = load_case_rubric(ASSESSMENTS / "marsa-al-khail-contracting" / "rubric.toml")
SHARE = CASE.question("rework-share")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("2.6%", 2.6, "%"),
        ("2,6 %", 2.6, "%"),
        ("٢٫٦٪", 2.6, "%"),
        ("2.6 per cent", 2.6, "%"),
        ("2.6 بالمائة", 2.6, "%"),
        ("16.6m", 16.6e6, "AED"),
        ("AED 16.6 million", 16.6e6, "AED"),
        ("Dh 9.6 m", 9.6e6, "AED"),
        ("16,600,000 AED", 16.6e6, "AED"),
        ("١٦٫٦ مليون درهم", 16.6e6, "AED"),
        ("AED 159,000", 159e3, "AED"),
        ("six", 6, ""),
        ("23", 23, ""),
    ],
)
def test_a_number_is_read_with_its_unit(text, value, unit):
    (said,) = quantities(text)
    assert (said.value, said.unit) == (pytest.approx(value), unit)
    assert said.span == (0, len(text))


def test_a_range_shares_its_unit():
    assert [q.unit for q in quantities("from 1.1 to 2.6 %")] == ["%", "%"]
    assert [q.value for q in quantities("from 7 to 16.6 million dirhams")] == [7e6, 16.6e6]


@pytest.mark.parametrize("text", ["9.1.3", "15.12.2026"])
def test_a_clause_number_or_a_date_is_no_measure(text):
    wanted = quantities("9.1 %")[0]
    assert not any(same(wanted, said) for said in quantities(text))


@pytest.mark.parametrize(
    ("wanted", "said", "alike"),
    [
        ("AED 16.6m", "AED 16.62 million", False),
        ("AED 16.6m", "AED 17m", True),
        ("AED 16.6m", "AED 20m", False),
        ("AED 16.6m", "16.6", True),
        ("2.6 %", "3 %", False),
        ("2.6 %", "2.6", True),
        ("38 %", "38", False),
        ("2.6 %", "AED 2.6m", False),
        ("23", "23 %", False),
    ],
)
def test_rounding_keeps_two_figures(wanted, said, alike):
    assert same(quantities(wanted)[0], quantities(said)[0]) is alike


@pytest.mark.parametrize(
    "typed",
    [
        "2.6 %", "2.6%", "2,6 %", "٢٫٦٪", "about 2.6 per cent", "2.6 percent of contract value",
        "2.60%", "2.59 %", "2.6 pct", "= 2.6 %", "2.6 في المائة", "2.6 percentage",
    ],
)  # fmt: skip
def test_the_right_number_with_its_unit_earns_all(typed):
    marked = mark(SHARE, Answer(figure=typed))
    assert (marked.points, marked.route) == (2, "suggest")
    ((start, end),) = marked.criteria[0].spans
    assert "6" in typed.translate(str.maketrans("٦٩", "66")).replace("59", "6")[start:end]


@pytest.mark.parametrize("typed", ["2.6", "2,6", "٢٫٦"])
def test_without_its_unit_it_is_partly_right_where_the_form_shows_none(typed):
    strict = replace(SHARE, figure=replace(SHARE.figure, without_unit=1))
    marked = mark(strict, Answer(figure=typed))
    assert (marked.points, marked.criteria[0].reasons) == (1, ("no-unit",))
    assert mark(SHARE, Answer(figure=typed)).points == 2


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("1.1 %", "first-year"),
        ("1.1", "first-year"),
        ("1.9 %", "both-years-rounded"),
        ("2.3 %", "mean-of-percentages"),
        ("3.4 %", "last-month"),
        ("16.6", "money-for-share"),
        ("AED 16.6m", "money-for-share"),
        ("16.6m", "money-for-share"),
        ("16,620,075", "money-for-share"),
    ],
)
def test_a_usual_mistake_is_answered(typed, error):
    marked = mark(SHARE, Answer(figure=typed))
    assert marked.points == 0
    assert error in marked.criteria[0].errors


@pytest.mark.parametrize("typed", ["AED 2.6m", "26 %", "2.6.1", "0.26%", "-", "a lot", "2.7 %"])
def test_another_number_earns_nothing(typed):
    assert mark(SHARE, Answer(figure=typed)).points == 0


def test_two_numbers_are_for_the_trainer():
    marked = mark(SHARE, Answer(figure="1.1 % or 2.6 %"))
    assert (marked.points, marked.route) == (0, "trainer")


def test_no_number_typed_is_empty():
    assert mark(SHARE, Answer(text="2.6 %")).flags == ("empty",)
