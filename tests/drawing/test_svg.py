"""On a page a chart is text and shapes: no names, no way out, the page's colours, safe words."""

import re
from xml.etree import ElementTree

import pytest
from chart_words import boxes
from hypothesis import example, given
from hypothesis import strategies as st

from course.content import house
from course.content.desks import MixDesk, load_desk
from course.content.series import Series
from course.drawing.canvas import Canvas, Chart
from course.drawing.cost import Costs
from course.drawing.cost_charts import costs_table, cut_table, draw_costs, draw_cut
from course.drawing.figures import draw_figure
from course.drawing.marks import Box, Dot, Path
from course.drawing.mix import Period
from course.drawing.mix_views import Answers, draw_view, view_table
from course.drawing.plane import ticks
from course.drawing.radar import draw_radar, radar_table
from course.drawing.trajectory import outlook
from course.drawing.trajectory_chart import draw_trajectory, trajectory_table
from course.forms.charts import pictures

KEYS = [
    "seen-is-not-understood", "on-time-twice", "visits-and-repairs", "the-year-before",
    "the-other-towers",
]  # fmt: skip
HOSTILE = "</text><script>alert(1)</script>\" onload='x' &amp; \x00\u202eevil"
ARABIC = "رأوا السياسة"


def parsed(chart: Chart) -> ElementTree.Element:
    return ElementTree.fromstring(chart.svg)


def small(language="en") -> Canvas:
    return Canvas("Title", "below", language, "narrow")


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_word_of_a_chart_is_in_it_as_text_in_reading_order(key, language):
    chart = draw_figure(key, language)
    shown = [text.text for text in parsed(chart).iter("text")]
    assert " ".join(shown).startswith(chart.title.split()[0])
    assert all(word in " ".join(shown) for word in chart.title.split())


def test_arabic_is_neither_reversed_nor_shaped_here():
    texts = [text.text for text in parsed(draw_figure("seen-is-not-understood", "ar")).iter("text")]
    assert any(ARABIC in text for text in texts)
    assert not re.search("[\ufb50-\ufdff\ufe70-\ufeff]", "".join(texts))


def test_arabic_words_run_from_the_right_and_numbers_from_the_left():
    canvas = small("ar")
    canvas.write(20, 50, ARABIC)
    canvas.write(20, 80, "-2.0")
    arabic, number = list(parsed(canvas.finish("")).iter("text"))[-2:]
    assert arabic.get("direction") == "rtl"
    assert arabic.get("text-anchor") is None
    assert number.get("direction") is None
    assert number.get("text-anchor") == "end"
    assert arabic.get("x") == number.get("x") == str(canvas.width - 20)


@pytest.mark.parametrize(
    ("words", "kept"),
    [("من -2 إلى 5", "\u200e-2"), ("من 2024-10", "\u200e2024-10"), ("من 12.5", " 12.5")],
)
def test_the_parts_of_a_number_do_not_change_places_in_arabic(words, kept):
    canvas = small("ar")
    canvas.write(20, 50, words)
    assert kept in list(parsed(canvas.finish("")).iter("text"))[-1].text


@pytest.mark.parametrize("key", KEYS)
def test_two_charts_on_a_page_cannot_disturb_each_other(key):
    """No id and no style: so none of them can be taken for another chart's, or the page's."""
    svg = draw_figure(key).svg
    assert not re.search(r"\sid=|<style|<script|href|url\(|https?:|@import|<image|<use|on\w+=", svg)


@pytest.mark.parametrize("key", KEYS)
def test_a_chart_is_drawn_from_what_the_sanitisers_of_pages_know(key):
    known = {"svg", "desc", "title", "text", "path", "rect", "circle"}
    assert {each.tag for each in parsed(draw_figure(key)).iter()} <= known


def test_a_hostile_label_is_text():
    svg = draw_radar({HOSTILE: 1, "b": 2, "c": 3}, None).svg
    assert "<script" not in svg
    assert "\u202e" not in svg
    root = ElementTree.fromstring(svg)
    assert {"onload"}.isdisjoint(name for each in root.iter() for name in each.attrib)
    assert any("<script>" in (text.text or "") for text in root.iter("text"))


def test_colours_are_the_pages_own_with_the_light_ones_where_it_has_none():
    svg = draw_figure("seen-is-not-understood").svg
    assert f"var(--teal,{house.TEAL})" in svg
    assert not re.search(r'(fill|stroke)="#', svg)


@pytest.mark.parametrize("key", KEYS)
def test_every_value_can_be_pointed_at_and_read_in_the_table(key):
    chart = draw_figure(key)
    tips = [title.text for title in parsed(chart).iter("title")]
    rows = [mark for mark in chart.marks if pointed(mark)]
    assert len(tips) == len(rows) >= 12
    assert len(set(tips)) == len(tips)


def test_it_has_a_role_a_name_and_a_description_for_those_who_hear_it():
    chart = draw_figure("seen-is-not-understood")
    root = parsed(chart)
    assert (root.get("role"), root.get("aria-label")) == ("img", chart.title)
    assert root.find("desc").text == chart.description


def test_a_chart_of_24_months_weighs_little():
    assert len(draw_figure("on-time-twice").svg) < 12_000


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", ["m" * 400, HOSTILE * 40, "شركة " * 80])
def test_names_from_a_file_of_ones_own_stay_inside_and_are_whole_in_the_table(
    name, language, width
):
    told = Answers(("2024", name), {name: Period(5, 400)}, {name: Period(7, 500)}, own=True)
    desk = load_desk("customer-lab", MixDesk)
    view = next(view for view in desk.views if view.shows == "each")
    lab = draw_view(desk, view, language, width, told)
    series = Series((name, *"bcdefgh", name), tuple(range(9)))
    past = outlook(series.values, 5, higher_is_better=True)
    for chart in (lab, draw_trajectory(series, past, language, width)):
        for text, left, top, right, bottom in boxes(chart):
            assert 0 <= left < right <= chart.width, text
            assert 0 <= top < bottom <= chart.height, text
        ElementTree.fromstring(chart.svg)
    assert view_table(desk, view, language, told)[1][0] == name
    assert trajectory_table(series, past, language)[1][0] == name


@example(0.0, 5e-324, 3)
@given(st.floats(-1e12, 1e12), st.floats(-1e12, 1e12), st.integers(1, 9))
def test_a_scale_holds_its_figures_in_as_many_steps_as_there_may_be(one, other, most):
    low, high = sorted((one, other))
    found = ticks(low, high, most)
    assert found == sorted(set(found))
    assert len(found) <= most + 2
    slack = 1e-6 * max(1, abs(low), abs(high))
    assert found[0] <= low + slack
    assert found[-1] >= high - slack


COSTS = Costs(310e6, 1.86e6, 5.89e6, 13.02e6, 4.34e6)
EARLIER = ({"a": 1, "b": 3, "c": 0}, {"a": 0, "b": 2, "c": 1})


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_a_chart_of_ones_own_says_is_in_its_table(language):
    kinds = [
        (draw_costs(COSTS, language), costs_table(COSTS, language)),
        (draw_cut(5e5, 2, language), cut_table(5e5, 2, language)),
        (draw_radar(*EARLIER, language), radar_table(*EARLIER, language)),
    ]
    for chart, table in kinds:
        cells = {cell for row in table for cell in row}
        told = [re.split(r": | · |\u00a0", path.tip) for path in chart.marks if pointed(path)]
        assert told
        assert all(parts[-1] in cells for parts in told)
        assert {len(row) for row in table} == {len(table[0])}


def pointed(mark) -> bool:
    return isinstance(mark, Box | Dot | Path) and bool(mark.tip)


def test_the_table_under_a_chart_is_escaped_too():
    shown = pictures(lambda _: small().finish(""), [("a", "b"), (HOSTILE, "1")], "en")
    assert "<script" not in shown
    assert "<table" in shown
