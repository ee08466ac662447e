"""A target against the past: luck, work, and a leap are told apart; files are read or refused."""

import pytest

from course.content.folders import in_a_lesson
from course.content.series import read_series, share
from course.content.tables import UnreadableTable
from course.drawing.trajectory import outlook, past_of

WEATHER = [70, 74, 68, 72, 75, 69, 71, 73, 70, 72, 68, 74]


def reason(target, values=WEATHER, up=True):
    return outlook(values, target, higher_is_better=up).reason


@pytest.mark.parametrize(
    ("target", "expected"),
    [(60, "away"), (72, "reached"), (74, "ordinary"), (85, "step"), (110, "leap")],
)
def test_targets_are_told_apart_by_the_past(target, expected):
    assert reason(target) == expected


def test_less_may_be_better():
    assert reason(68, up=False) == "ordinary"
    assert reason(80, up=False) == "away"


def test_a_handful_of_figures_says_nothing():
    assert reason(85, WEATHER[:5]) == "few"


def test_figures_that_never_moved_make_any_other_target_a_leap():
    assert reason(51, [50.0] * 12) == "leap"
    assert reason(50, [50.0] * 12) == "reached"


def test_the_range_is_that_of_an_individuals_chart():
    past = past_of([10, 12, 10, 12])
    assert past.mean == 11
    assert past.high - past.mean == pytest.approx(2.66 * 2)


def test_a_shift_is_seen_and_weather_is_not():
    assert past_of([50] * 12 + [60] * 7).drifting
    assert not past_of(WEATHER).drifting


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("month,figure\nJan,12.5\nFeb,13", (12.5, 13)),
        ("Jan;12,5\nFeb;13 %", (12.5, 13)),
        ("شهر;قيمة\nيناير;١٢٫٥\nفبراير;١٣", (12.5, 13)),
        ("Jan\t1,250\nFeb\t1 300", (1250, 1300)),
        ("12\n13\n\n14", (12, 13, 14)),
    ],
)
def test_tables_are_read_as_people_write_them(text, values):
    assert read_series(text.encode("utf-8-sig")).values == values


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04\x00\x00", "not-text"),
        (b"", "no-rows"),
        (b"month,figure\n", "no-rows"),
        (b"Jan,1\nFeb,none", "not-a-number"),
        (b"\n".join(b"d,%d" % n for n in range(500)), "too-long"),
        (b"Jan,1\nFeb,1e400", "not-a-number"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_reason(data, reason):
    with pytest.raises(UnreadableTable) as error:
        read_series(data)
    assert error.value.reason == reason


def test_the_case_shows_what_its_story_says():
    orders = in_a_lesson("khalidiyah-extrusions.csv")
    current = share(orders, "on_current_date", "shipped").values
    original = share(orders, "on_original_date", "shipped").values
    assert min(current) >= 95  # "met in every single month"
    assert max(original) < min(current)
