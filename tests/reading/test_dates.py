"""A date is read in either language, with its place, its precision, and whether it exists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.reading.dates import dates, months
from course.reading.structures import find


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("30 June", "day"),
        ("June 30th, 2027", "day"),
        ("the 1st of May", "day"),
        ("31/12/2027", "day"),
        ("2027-06-30", "day"),
        ("first Sunday of March", "day"),
        ("by June", "month"),
        ("June 2027", "month"),
        ("12/2027", "month"),
        ("mid-December", "month"),
        ("end of Q2 2027", "quarter"),
        ("by the end of the first quarter of 2027", "quarter"),
        ("end of the year", "year"),
        ("within ten working days", "day"),
        ("next week", "week"),
        ("before Ramadan", "month"),
        ("1 Ramadan 1448", "day"),
        ("٣٠ يونيو ٢٠٢٧", "day"),
        ("30 حزيران 2027", "day"),
        ("1 تشرين الأول", "day"),
        ("قبل نهاية آذار", "month"),
        ("الربع الثاني من 2027", "quarter"),
        ("أول أحد من مارس", "day"),
        ("في رمضان", "month"),
        ("15 ذو الحجة", "day"),
        ("خلال أسبوعين", "day"),
        ("نهاية العام", "year"),
        ("يُونيو", "month"),
    ],
)
def test_a_date_is_read_with_its_precision(text, precision):
    (date,) = dates(text)
    assert (date.precision, date.real, date.bare) == (precision, True, False)
    assert text.endswith(text[date.start : date.end])
    assert find("date", text) == (date.span,)


@pytest.mark.parametrize(
    "text",
    ["30 February", "31 June 2027", "29 February 2027", "32 March", "13/25/2027", "2027-13-01",
     "31 Rajab", "٣٠ فبراير", "31 نيسان"],
)  # fmt: skip
def test_a_day_no_calendar_has_is_no_date(text):
    assert [date.real for date in dates(text)] == [False]
    assert find("date", text) == ()
    assert find("impossible-date", text)


def test_a_leap_day_exists_in_its_year():
    assert all(date.real for text in ("29 February", "29 Feb 2028") for date in dates(text))


@pytest.mark.parametrize(
    "text",
    ["We may march on", "in the coming weeks", "9.1.3 and 10.2", "March 12 % of them",
     "quarter four", "in one of the sites", "في أحد المواقع", "صفر عيوب", "وفورات كل قسم",
     "2.6 % and 1.26"],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_none(text):
    assert dates(text) == ()


def test_a_year_or_a_months_name_alone_is_a_period_and_no_date():
    for text in ("2026", "January to", "H1"):
        assert [date.bare for date in dates(text)] == [True]
        assert (find("date", text), bool(find("period", text))) == ((), True)


def test_a_length_of_time_measures_something_and_a_day_does_not():
    assert find("amount", "within 30 days") == ((7, 9),)
    assert find("measure", "within 30 days") == find("amount", "on 30 June 2027") == ()
    assert find("measure", "12 % by 30 June 2027") == ((0, 4),)


def test_both_regions_names_of_a_month_are_one_month():
    assert months()["يونيو"] == months()["حزيران"] == months()["june"] == 6


@given(st.text(alphabet="30/-. يونيوُMarch of2027", max_size=80))
def test_every_date_lies_in_the_text_in_order(text):
    end = 0
    for date in dates(text):
        assert end <= date.start < date.end <= len(text)
        end = date.end
