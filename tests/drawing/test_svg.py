"""On a page a chart is text and shapes: no names, no way out, the page's colours, safe words."""

import re
from xml.etree import ElementTree

import pytest

from course.content import house
from course.drawing.canvas import Canvas, Chart
from course.drawing.figures import draw_figure
from course.drawing.marks import Box, Dot, Path
from course.drawing.radar import draw_radar
from course.forms.charts import pictures

KEYS = ["seen-is-not-understood", "on-time-twice", "saved-then-paid"]
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
    rows = [row for row in chart.marks if isinstance(row, Box | Dot | Path) and row.tip]
    assert len(tips) == len(rows) >= 12
    assert len(set(tips)) == len(tips)


def test_it_has_a_role_a_name_and_a_description_for_those_who_hear_it():
    chart = draw_figure("seen-is-not-understood")
    root = parsed(chart)
    assert (root.get("role"), root.get("aria-label")) == ("img", chart.title)
    assert root.find("desc").text == chart.description


def test_a_chart_of_24_months_weighs_little():
    assert len(draw_figure("on-time-twice").svg) < 12_000


def test_the_table_under_a_chart_is_escaped_too():
    shown = pictures(lambda _: small().finish(""), [("a", "b"), (HOSTILE, "1")], "en")
    assert "<script" not in shown
    assert "<table" in shown
