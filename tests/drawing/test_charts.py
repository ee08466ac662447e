"""Charts lose no text, leave the finding to whom it is asked of, and can be heard, too."""

import itertools
import re
import subprocess
import sys

import msgspec
import pytest
from chart_words import boxes

from course.content import LANGUAGES, ContentError, house, load_case, wording
from course.content import Words as WordsOf
from course.content.amounts import number
from course.content.cases import Event, Exhibit, Measure
from course.content.desks import MixDesk, load_desk
from course.content.exhibits import months_in, projects_in, rows_of
from course.content.figures import load_figure
from course.content.pieces import all_of
from course.drawing import figures as lesson_figures
from course.drawing.bars import shares
from course.drawing.captions import describe
from course.drawing.charts import compose, draw_exhibit
from course.drawing.figures import draw_figure, table_figure
from course.drawing.marks import Box, Words
from course.drawing.mix_views import draw_view
from course.drawing.views import periods, table_exhibit, view_of

WIDTHS = ["wide", "narrow"]
SEEN = "seen-is-not-understood"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def figures() -> Exhibit:
    case = load_case("marsa-al-khail-contracting")
    return next(e for e in case.exhibits if e.kind == "data")


def texts(chart) -> list[str]:
    return [mark.text for mark in chart.marks if isinstance(mark, Words)]


def over(view) -> list[float | None]:
    """The measure before the event, and from it on."""
    return [view.over(months) for months in view.split()]


# ------------------------------------------------------------------ the title


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_of_an_exhibit_names_what_is_drawn_and_tells_no_finding(figures, language):
    """Finding it is what an assessed case asks for; the words say which months, not what moved."""
    for measure in figures.measures:
        chart = draw_exhibit(figures, measure.key, language=language)
        assert chart.title.startswith(measure.title[language])
        numbers = set(re.findall(r"\d+", chart.title))
        assert numbers == {"2024", "2026"}


def test_the_title_tells_which_months_are_in_view(figures):
    after = periods(figures, "en")[2][1]
    chart = draw_exhibit(figures, "rework-share", months=after)
    assert chart.title == "Rework as a share of contract value, October 2025 to September 2026"
    arabic = draw_exhibit(figures, "rework-share", months=after, language="ar")
    assert arabic.title.endswith("أكتوبر 2025 إلى سبتمبر 2026")


def test_the_share_that_a_case_asks_for_is_not_written_on_its_chart(figures):
    """What adds up is added up; a share of two sums is the reader's to work out."""
    assert any("16.6 m" in text for text in texts(draw_exhibit(figures, "rework-aed")))
    share = draw_exhibit(figures, "rework-share")
    whole = view_of(figures, "rework-share")
    for months in whole.split():
        assert not any(whole.say(whole.over(months)) in text for text in texts(share))


def test_arabic_counts_months_in_the_right_form(figures):
    three = months_in(figures)[-3:]
    assert any("3 أشهر" in t for t in texts(draw_exhibit(figures, "rework-aed", (), three, "ar")))


@pytest.mark.parametrize("key", ["customer-lab"])
def test_no_view_of_the_lab_tells_the_catch_in_its_title(key):
    desk = load_desk(key, MixDesk)
    for view, language in itertools.product(desk.views, LANGUAGES):
        numbers = re.findall(r"\d+", draw_view(desk, view, language).title)
        assert set(numbers) <= {"2024", "24", "30"}, view.key


def test_a_number_is_never_minus_nought():
    assert number(-0.04, 1) == "0.0"
    assert number(-0.06, 1) == "-0.1"


# ------------------------------------------------------------------ adding up


def test_a_rate_never_averages_other_rates(figures):
    """The two kinds of mean differ here, so a slip would show."""
    after = over(view_of(figures, "rework-share"))[1]
    each = [
        over(view_of(figures, "rework-share", [project]))[1] for project in projects_in(figures)
    ]
    assert round(after, 1) == 2.6
    assert round(sum(each) / len(each), 1) == 2.3


def test_the_summary_and_the_table_tell_the_same_months(figures):
    view = view_of(figures, "ncr-raised")
    heading, *table = table_exhibit(view)
    assert heading == ("Month", "NCRs raised")
    counts = [int(text.split()[0].replace(",", "")) for _, text in table]
    assert len(table) == 24
    assert [sum(counts[:12]), sum(counts[12:])] == over(view)
    assert table[0][0] == "October 2024"
    assert table_exhibit(view_of(figures, "ncr-raised", language="ar"))[1][0] == "أكتوبر 2024"


def test_the_line_beside_one_project_is_in_the_table_too(figures):
    heading, first, *_ = table_exhibit(view_of(figures, "snags-per-unit", ["ghaf-court"]))
    assert heading[2] == "all 9 projects"
    assert first[2] == table_exhibit(view_of(figures, "snags-per-unit"))[1][1]


def test_a_month_without_units_has_no_figure_and_no_bar(figures):
    rows = rows_of(figures)
    empty = rows[rows["units_handed_over"] == 0].iloc[0]
    view = view_of(figures, "snags-per-unit", [empty["project"]])
    at = view.months.index(empty["month"])
    assert view.monthly()[at] is None
    assert table_exhibit(view)[1 + at][1] == wording("en")("chart.none")
    bars = [mark for mark in compose(view, "wide").marks if isinstance(mark, Box)]
    assert len(bars) == 24 - view.monthly().count(None)


def test_a_small_project_is_not_rounded_to_nothing(figures):
    view = view_of(figures, "rework-aed", ["depot-k12"])
    assert all(float(row[1].split()[1]) > 0 for row in table_exhibit(view)[1:])
    assert view.say(over(view)[0]) == "AED 0.44 m"


def test_periods_on_offer_meet_at_the_event(figures):
    choices = [months for _, months in periods(figures, "en")]
    assert [len(months) for months in choices] == [24, 12, 12, 12]
    assert choices[1][-1] == "2025-09"
    assert choices[2][0] == choices[3][6] == "2025-10"
    assert periods(figures, "ar")[1][0] == "أكتوبر 2024 إلى سبتمبر 2025"


# ------------------------------------------------------------------ refusals


def test_an_unknown_measure_is_refused_with_the_known_ones(figures):
    with pytest.raises(ContentError, match="ncr-raised, rework-aed"):
        draw_exhibit(figures, "ncr-rased")


def test_a_column_that_is_not_there_is_named(figures):
    words = WordsOf(en="x", ar="س")
    wrong = Measure(key="x", title=words, unit=words, column="rework_usd", how="sum")
    exhibit = msgspec.structs.replace(figures, measures=(wrong,))
    with pytest.raises(ContentError, match="rework_usd"):
        view_of(exhibit, "x")


def test_a_file_that_is_not_there_is_named(figures):
    with pytest.raises(ContentError, match=r"gone\.csv"):
        projects_in(msgspec.structs.replace(figures, file="cases/gone.csv"))


def test_an_unknown_figure_is_refused_by_its_file():
    with pytest.raises(ContentError, match=r"seen\.toml: no lesson has this file"):
        draw_figure("seen")


# ------------------------------------------------------------------ the picture


def drawings(figures):
    """Every measure, one project of each kind, every period, every figure of a lesson."""
    single = (projects_in(figures)[1],)
    for measure, language, width in itertools.product(figures.measures, LANGUAGES, WIDTHS):
        yield compose(view_of(figures, measure.key, (), (), language), width)
        yield compose(view_of(figures, measure.key, single, (), language), width)
    for (_, months), language, width in itertools.product(
        periods(figures, "en"), LANGUAGES, WIDTHS
    ):
        yield compose(view_of(figures, "rework-aed", (), months, language), width)
    for language, width in itertools.product(LANGUAGES, WIDTHS):
        for project in projects_in(figures):
            yield compose(view_of(figures, "contract-value", (project,), (), language), width)
        for key in all_of("lines", "bars"):
            yield lesson_figures.compose(load_figure(key), language, width)


def test_no_text_leaves_the_picture_or_covers_another(figures):
    for canvas in drawings(figures):
        found = list(boxes(canvas))
        for text, left, top, right, bottom in found:
            assert left >= 0, (canvas.title, text)
            assert top >= 0, (canvas.title, text)
            assert right <= canvas.width, (canvas.title, text)
            assert bottom <= canvas.height, (canvas.title, text)
        for (text, *one), (other, *two) in itertools.combinations(found, 2):
            apart = one[0] >= two[2] or two[0] >= one[2] or one[1] >= two[3] or two[1] >= one[3]
            assert apart, (canvas.title, text, other)


def test_the_check_would_see_a_text_that_leaves_the_picture(figures):
    """A near miss for the test above: a title set without wrapping runs out on the right."""
    canvas = compose(view_of(figures, "rework-share"), "narrow")
    canvas.write(14, 100, canvas.title, size=15, bold=True)
    assert any(right > canvas.width for *_, right, _ in boxes(canvas))


def test_bars_start_at_zero_and_stay_below_the_words(figures):
    for measure in figures.measures:
        canvas = compose(view_of(figures, measure.key, ("ghaf-court",)), "wide")
        bars = [mark for mark in canvas.marks if isinstance(mark, Box)]
        assert len({round(bar.y + bar.height, 3) for bar in bars}) == 1
        highest = min(bar.y for bar in bars)
        (event,) = [m for m in canvas.marks if isinstance(m, Words) and "bonus" in m.text]
        assert highest > event.y + 15


def test_before_the_event_is_grey_and_after_it_teal(figures):
    def fills(*months):
        marks = compose(view_of(figures, "ncr-raised", (), months), "wide").marks
        return [mark.fill for mark in marks if isinstance(mark, Box)]

    assert fills() == [house.REST] * 12 + [house.TEAL] * 12
    assert set(fills(*months_in(figures)[12:])) == {house.TEAL}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_event_is_marked_with_words_only_where_it_is_in_view(figures, language):
    words = figures.event.words[language]
    assert words in texts(draw_exhibit(figures, "ncr-raised", (), (), language))
    after = months_in(figures)[12:]
    assert words not in texts(draw_exhibit(figures, "ncr-raised", (), after, language))


def test_the_event_can_be_another_month(figures):
    """Nothing in the drawing knows of month 12: the case says where the break is."""
    event = Event("2025-04", WordsOf(en="Moved", ar="نُقل"))
    moved = msgspec.structs.replace(figures, event=event)
    assert [len(part) for part in view_of(moved, "ncr-raised").split()] == [6, 18]


def test_an_exhibit_without_event_is_drawn_too(figures):
    plain = msgspec.structs.replace(figures, event=None)
    assert "24 months: 1,923 NCRs" in texts(draw_exhibit(plain, "ncr-raised"))


@pytest.mark.parametrize("width", WIDTHS)
def test_on_paper_a_chart_is_drawn_twice_as_large_as_shown(figures, width):
    chart = draw_exhibit(figures, "ncr-raised", width=width)
    size = tuple(int.from_bytes(chart.png[at : at + 4], "big") for at in (16, 20))
    assert chart.png.startswith(PNG)
    assert (chart.width, chart.height) == house.CHART_PX[width]
    assert size == (2 * chart.width, 2 * chart.height)


def test_the_same_view_gives_the_same_bytes(figures):
    one, two = (draw_exhibit(figures, "ncr-raised") for _ in range(2))
    assert (one.svg, one.png) == (two.svg, two.png)


def test_a_dollar_sign_in_a_name_is_text_and_not_a_formula(figures):
    """matplotlib reads $...$ as mathematics, and would refuse or mangle a title with two."""
    title = WordsOf(en="Paid in US$ and in $_^", ar="س")
    odd = msgspec.structs.replace(
        figures, measures=(msgspec.structs.replace(figures.measures[0], title=title),)
    )
    assert draw_exhibit(odd, "ncr-raised").png.startswith(PNG)


# ------------------------------------------------------------------ for those who hear it


def test_the_description_has_range_and_event_and_leaves_the_finding_open(figures):
    chart = draw_exhibit(figures, "rework-share")
    assert chart.alt.startswith(f"{chart.title}. ")
    assert "lowest 1.0 % in October 2024, highest 3.4 % in September 2026" in chart.description
    assert "NCR bonus starts in October 2025." in chart.description
    assert not re.search("rose|fell|against|2.6", chart.alt, re.I)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_wording_of_one_language_has_no_word_of_the_other(figures, language):
    for measure in figures.measures:
        alt = describe(view_of(figures, measure.key, language=language))
        assert any("\u0600" <= c <= "\u06ff" for c in alt) == (language == "ar")
        assert "{" not in alt


def test_the_languages_agree_on_the_entries_of_the_charts():
    english, arabic = ({n for n in wording(x).names() if n.startswith("chart.")} for x in LANGUAGES)
    assert english == arabic


# ------------------------------------------------------------------ the lesson's figure


@pytest.mark.parametrize(
    ("language", "numbers"), [("en", ("92 %", "34 %")), ("ar", ("92%", "34%"))]
)
def test_the_lesson_figure_says_seen_and_understood(language, numbers):
    chart = draw_figure(SEEN, language)
    assert all(n in chart.title for n in numbers)
    assert chart.alt.startswith(chart.title)


def test_its_groups_stand_from_most_to_least_understood():
    inner = {name: inner for name, (_, inner) in shares(load_figure(SEEN)).items()}
    assert list(inner.values()) == sorted(inner.values(), reverse=True)
    assert next(iter(inner)) == "english"


def test_its_table_has_the_same_numbers():
    heading, first, *rest = table_figure(SEEN)
    assert heading == ("First language", "have seen it", "can explain it")
    assert first == ("English", "97 %", "61 %")
    assert len(rest) == 5


# ------------------------------------------------------------------ cost


def test_a_table_is_read_when_it_is_needed_and_a_page_needs_no_matplotlib():
    code = (
        "import sys, course.drawing.charts, course.drawing.figures, course.content.tables;"
        "assert not {'matplotlib', 'pandas', 'numpy', 'ipywidgets'} & set(sys.modules);"
        f"course.drawing.figures.table_figure('{SEEN}');"
        f"course.drawing.figures.draw_figure('{SEEN}').svg;"
        "assert not {'matplotlib', 'ipywidgets'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
