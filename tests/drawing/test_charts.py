"""Charts state what the figures show, lose no text, and can be heard as well as seen."""

import itertools
import subprocess
import sys

import msgspec
import pytest

from course.content import LANGUAGES, ContentError, Words, house, load_case, wording
from course.content.amounts import direction, number
from course.content.cases import Event, Exhibit, Measure
from course.content.exhibits import months_in, projects_in, rows_of
from course.content.figures import load_figure
from course.drawing import figures as lesson_figures
from course.drawing.bars import shares
from course.drawing.captions import describe, finding
from course.drawing.charts import FILL, compose, draw_exhibit
from course.drawing.figures import draw_figure, table_figure
from course.drawing.views import periods, summarise, table_exhibit, view_of

WIDTHS = ["wide", "narrow"]
SEEN = "seen-is-not-understood"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def figures() -> Exhibit:
    case = load_case("marsa-al-khail-contracting")
    return next(e for e in case.exhibits if e.kind == "data")


def said(figures, measure, projects=(), months=(), language="en") -> str:
    return finding(view_of(figures, measure, projects, months, language))


# ------------------------------------------------------------------ the finding


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        ("ncr-raised", "NCRs raised fell 38 %, from 1,187 to 736"),
        ("rework-aed", "Rework cost rose 138 %, from AED 7.0 m to AED 16.6 m"),
        ("rework-share", "Rework as a share of contract value rose from 1.1 % to 2.6 %"),
        ("first-inspection-pass", "First inspections passed fell from 91 % to 84 %"),
        ("snags-per-unit", "Snags per unit handed over rose from 14 to 23 snags"),
        ("handover-delay", "Expected handover delay rose from 21 to 31 days"),
        ("contract-value", "Contract value executed hardly moved: AED 637.3 m, then AED 641.8 m"),
    ],
)
def test_the_title_is_the_finding_of_what_is_in_view(figures, measure, words):
    assert said(figures, measure) == words


def test_the_finding_changes_with_the_project(figures):
    assert said(figures, "ncr-raised", ["sahel-cold-store"]) == (
        "NCRs raised hardly moved: 118, then 121"
    )


def test_one_year_alone_is_stated_and_not_compared(figures):
    after = periods(figures, "en")[2][1]
    assert said(figures, "rework-share", months=after) == (
        "Rework as a share of contract value: 2.6 % over 12 months"
    )


def test_stretches_of_unlike_length_are_compared_by_the_month(figures):
    """Six months before and twelve after: the plain sums would say that reports rose."""
    months = months_in(figures)[6:]
    assert said(figures, "ncr-raised", months=months) == "NCRs raised fell 35 % a month"
    assert said(figures, "ncr-raised", months=months, language="ar") == (
        "تقارير عدم المطابقة: انخفاض بنسبة 35% في المعدل الشهري"
    )


def test_arabic_counts_months_in_the_right_form(figures):
    three = months_in(figures)[-3:]
    assert said(figures, "rework-share", months=three, language="ar").endswith("3 أشهر")


@pytest.mark.parametrize(
    ("before", "after", "way"), [(100, 104, "same"), (100, 106, "rose"), (100, 90, "fell")]
)
def test_a_twentieth_is_no_change(before, after, way):
    assert direction(before, after) == way


def test_a_number_is_never_minus_nought():
    assert number(-0.04, 1) == "0.0"
    assert number(-0.06, 1) == "-0.1"


# ------------------------------------------------------------------ adding up


def test_a_rate_never_averages_other_rates(figures):
    """The two kinds of mean differ here, so a slip would show."""
    after = summarise(view_of(figures, "rework-share"))[1]
    each = [
        summarise(view_of(figures, "rework-share", [project]))[1].value
        for project in projects_in(figures)
    ]
    assert round(after.value, 1) == 2.6
    assert round(sum(each) / len(each), 1) == 2.3


def test_the_summary_and_the_table_tell_the_same_months(figures):
    view = view_of(figures, "ncr-raised")
    table = table_exhibit(view)
    counts = [int(text.split()[0].replace(",", "")) for _, text in table]
    assert len(table) == 24
    assert [sum(counts[:12]), sum(counts[12:])] == [part.value for part in summarise(view)]
    assert table[0][0] == "October 2024"
    assert table_exhibit(view_of(figures, "ncr-raised", language="ar"))[0][0] == "أكتوبر 2024"


def test_a_month_without_units_has_no_figure_and_no_bar(figures):
    rows = rows_of(figures)
    empty = rows[rows["units_handed_over"] == 0].iloc[0]
    view = view_of(figures, "snags-per-unit", [empty["project"]])
    at = view.months.index(empty["month"])
    assert view.monthly()[at] is None
    assert table_exhibit(view)[at][1] == wording("en")("chart.none")
    bars = compose(view, "wide").figure.axes[0].patches
    assert [bar.get_height() for bar in bars].count(0) == view.monthly().count(None)


def test_a_small_project_is_not_rounded_to_nothing(figures):
    view = view_of(figures, "rework-aed", ["depot-k12"])
    assert all(float(text.split()[1]) > 0 for _, text in table_exhibit(view))
    assert summarise(view)[0].text == "AED 0.44 m"


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
    words = Words(en="x", ar="س")
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
    """Every measure, one project of each kind, every period, both languages and widths."""
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
        yield lesson_figures.compose(load_figure(SEEN), language, width)


def boxes(canvas):
    """Where each piece of text stands, in pixels."""
    figure = canvas.figure
    figure.draw_without_rendering()
    texts = list(figure.texts)
    for axes in figure.axes:
        texts += axes.texts
        bottom, top = sorted(axes.get_ylim())
        left, right = sorted(axes.get_xlim())
        texts += [
            label
            for axis, low, high in ((axes.xaxis, left, right), (axes.yaxis, bottom, top))
            for label, at in zip(axis.get_ticklabels(), axis.get_ticklocs(), strict=True)
            if low <= at <= high
        ]
    return [(t.get_text(), t.get_window_extent()) for t in texts if t.get_text().strip()]


def test_no_text_leaves_the_picture_or_covers_another(figures):
    for canvas in drawings(figures):
        found = boxes(canvas)
        for text, box in found:
            assert box.x0 >= 0, (canvas.title, text)
            assert box.y0 >= 0, (canvas.title, text)
            assert box.x1 <= canvas.width, (canvas.title, text)
            assert box.y1 <= canvas.height, (canvas.title, text)
        for (text, box), (other, other_box) in itertools.combinations(found, 2):
            assert not box.overlaps(other_box), (canvas.title, text, other)


def test_the_check_would_see_a_text_that_leaves_the_picture(figures):
    """A near miss for the test above: a title set without wrapping runs out on the right."""
    canvas = compose(view_of(figures, "rework-share"), "narrow")
    canvas.figure.text(0.02, 0.5, canvas.title, size=15)
    assert any(box.x1 > canvas.width for _, box in boxes(canvas))


def test_bars_start_at_zero_and_stay_below_the_words(figures):
    for measure in figures.measures:
        axes = compose(view_of(figures, measure.key, ("ghaf-court",)), "wide").figure.axes[0]
        low, high = axes.get_ylim()
        tallest = max(bar.get_height() for bar in axes.patches)
        line = max(axes.lines[0].get_ydata())
        assert low == 0
        assert 0 < max(tallest, line) <= high * FILL + 1e-9


def test_before_the_event_is_grey_and_after_it_teal(figures):
    from matplotlib.colors import to_hex

    axes = compose(view_of(figures, "ncr-raised"), "wide").figure.axes[0]
    colors = [to_hex(bar.get_facecolor()).upper() for bar in axes.patches]
    assert colors == [house.REST] * 12 + [house.TEAL] * 12
    after = compose(view_of(figures, "ncr-raised", (), months_in(figures)[12:]), "wide")
    assert {to_hex(b.get_facecolor()).upper() for b in after.figure.axes[0].patches} == {house.TEAL}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_event_is_marked_with_words_only_where_it_is_in_view(figures, language):
    words = figures.event.words[language]

    def texts(months):
        canvas = compose(view_of(figures, "ncr-raised", (), months, language), "wide")
        return [text.get_text() for text in canvas.figure.axes[0].texts]

    assert words in texts(())
    assert words not in texts(months_in(figures)[12:])


def test_the_event_can_be_another_month(figures):
    """Nothing in the drawing knows of month 12: the case says where the break is."""
    event = Event("2025-04", Words(en="Moved", ar="نُقل"))
    moved = msgspec.structs.replace(figures, event=event)
    before, after = summarise(view_of(moved, "ncr-raised"))
    assert (len(before.months), len(after.months)) == (6, 18)


def test_an_exhibit_without_event_is_drawn_too(figures):
    plain = msgspec.structs.replace(figures, event=None)
    chart = draw_exhibit(plain, "ncr-raised")
    assert chart.title == "NCRs raised: 1,923 NCRs over 24 months"
    assert chart.png.startswith(PNG)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_chart_is_drawn_twice_as_large_as_shown(figures, width):
    chart = draw_exhibit(figures, "ncr-raised", width=width)
    size = tuple(int.from_bytes(chart.png[at : at + 4], "big") for at in (16, 20))
    assert (chart.width, chart.height) == house.CHART_PX[width]
    assert size == (2 * chart.width, 2 * chart.height)
    assert chart.uri.startswith("data:image/png;base64,iVBOR")


def test_the_same_view_gives_the_same_bytes(figures):
    assert draw_exhibit(figures, "ncr-raised") == draw_exhibit(figures, "ncr-raised")


def test_arabic_stands_at_the_right_edge_and_is_not_reversed(figures):
    canvas = compose(view_of(figures, "ncr-raised", language="ar"), "wide")
    title = canvas.figure.texts[0]
    assert title.get_horizontalalignment() == "right"
    assert title.get_text().startswith("تقارير عدم المطابقة")


def test_a_dollar_sign_in_a_name_is_text_and_not_a_formula(figures):
    """matplotlib reads $...$ as mathematics, and would refuse or mangle a title with two."""
    title = Words(en="Paid in US$ and in $_^", ar="س")
    odd = msgspec.structs.replace(
        figures, measures=(msgspec.structs.replace(figures.measures[0], title=title),)
    )
    assert draw_exhibit(odd, "ncr-raised").png.startswith(PNG)


# ------------------------------------------------------------------ for those who hear it


def test_the_alternative_text_has_finding_range_event_and_exception(figures):
    alt = draw_exhibit(figures, "rework-share").alt
    assert alt.startswith("Rework as a share of contract value rose from 1.1 % to 2.6 %. ")
    assert "October 2024 to September 2026" in alt
    assert "lowest 1.0 % in October 2024, highest 3.4 % in September 2026" in alt
    assert "NCR bonus starts in October 2025." in alt
    assert alt.endswith("Against the rise, July 2026 falls back to 2.8 %.")


def test_without_a_change_there_is_no_exception_to_it(figures):
    assert "Against" not in describe(view_of(figures, "ncr-raised", ["sahel-cold-store"]))


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
    assert chart.png.startswith(PNG)


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


def test_a_table_is_read_when_it_is_needed_and_draws_nothing():
    code = (
        "import sys, course.drawing.charts, course.drawing.figures, course.content.tables;"
        "assert not {'matplotlib', 'pandas', 'numpy', 'ipywidgets'} & set(sys.modules);"
        f"course.drawing.figures.table_figure('{SEEN}');"
        "assert not {'matplotlib', 'ipywidgets'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
