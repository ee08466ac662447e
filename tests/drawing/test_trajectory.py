"""A target against the past: luck, work, and a leap are told apart; files are read or refused."""

import pytest

from course.content.folders import in_a_lesson
from course.content.series import as_typed, in_words, read_series, share, typed_series
from course.content.tables import UnreadableTable
from course.drawing.trajectory import outlook, past_of
from course.drawing.trajectory_chart import trajectory_facts

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


@pytest.mark.parametrize(("target", "up", "end"), [(8, False, "low"), (140, True, "high")])
def test_a_first_step_is_nearer_to_the_end_of_the_band_that_lies_on_the_way(target, up, end):
    series = read_series("\n".join(map(str, WEATHER)).encode())
    seen = outlook(series.values, target, higher_is_better=up)
    facts = trajectory_facts(series, seen)
    assert seen.reason == "leap"
    assert facts["near"] == facts[end]


@pytest.mark.parametrize("count", [1, 6, 11])
def test_less_than_a_year_says_nothing(count):
    assert reason(85, WEATHER[:count]) == "few"
    assert reason(74, WEATHER[:count]) == "few"


def test_what_was_never_met_is_not_called_an_ordinary_success():
    """Nor luck: no month has reached 76, though one may."""
    assert reason(76) == "within"
    assert reason(67, up=False) == "within"
    assert reason(75) == "ordinary"


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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("14, 12, 13.5, 11", (14, 12, 13.5, 11)),
        ("14,12,13", (14, 12, 13)),
        ("14 12 13", (14, 12, 13)),
        ("14,5; 12,5", (14.5, 12.5)),
        ("١٤، ١٢، ١٣", (14, 12, 13)),
        ("Oct 2025\t14\nNov 2025\t12", (14, 12)),
        ("Oct 2025, 14", (14,)),
        ("Jan 12\nFeb 15", (12, 15)),
        ("Jan: 12\nFeb: 1,250", (12, 1250)),
        ("Jan 2026 12\nFeb 2026 15", (12, 15)),
        ("فبراير 15\nمارس 2026 16", (15, 16)),
        ("1,250\n1,300", (1250, 1300)),
    ],
)
def test_figures_are_read_as_people_type_or_paste_them(text, values):
    assert typed_series(text).values == values


@pytest.mark.parametrize("text", ["soon", "14, 12, many", "\ud83d", "7\n" * 500])
def test_what_is_typed_and_holds_no_figures_is_refused(text):
    with pytest.raises(UnreadableTable):
        typed_series(text)


def test_a_row_that_cannot_be_read_is_called_by_the_line_it_stands_in():
    with pytest.raises(UnreadableTable) as error:
        typed_series("month, late\nJan, 12\nFeb, many")
    assert error.value.facts["row"] == 3


def test_a_table_says_the_same_when_it_stands_where_one_types():
    series = read_series(b"month;snags\n2025-10;12,5\nNov; 13")
    assert typed_series(as_typed(series)).values == series.values
    assert typed_series(as_typed(series)).labels == series.labels


@pytest.mark.parametrize(("language", "month"), [("en", "October 2024"), ("ar", "أكتوبر 2024")])
def test_months_are_written_as_a_reader_says_them(language, month):
    series = read_series(b"2024-10,1\n2024-13,2\nOct 24,3")
    assert in_words(series, language).labels == (month, "2024-13", "Oct 24")


def test_the_case_shows_what_its_story_says():
    orders = in_a_lesson("khalidiyah-extrusions.csv")
    current = share(orders, "on_current_date", "shipped").values
    original = share(orders, "on_original_date", "shipped").values
    assert min(current) >= 95  # "met in every single month"
    assert max(original) < min(current)
