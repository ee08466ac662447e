"""The trainer sees the words that earned each point, and never what they could do as code."""

import re
from html import unescape

import pytest
from desk import CASE, HOSTILE, rubric, sheet, written
from hypothesis import given
from hypothesis import strategies as st

from course.content import load_case
from course.judging.answer import Answer
from course.judging.verdict import Mark
from course.trainer import sheet as marking
from course.trainer.evidence import answer_html, comment
from course.trainer.highlight import highlight

CASE_RECORD, RUBRIC = load_case(CASE), rubric()


def shown(key, answer, language="en"):
    given = sheet("A", {key: answer})
    marked = marking.mark_sheet(CASE_RECORD, RUBRIC, given)
    parts = (RUBRIC.question(key), answer, marked.marks[key], language)
    return answer_html(CASE_RECORD.question(key), 1, *parts)


def bare_text(html):
    return unescape(re.sub(r"<small>.*?</small>|</?mark[^>]*>", "", html))


@given(
    text=st.text(max_size=80),
    spans=st.dictionaries(
        st.integers(1, 6),
        st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=4).map(tuple),
        max_size=4,
    ),
)
def test_highlighting_adds_marks_and_loses_no_letter(text, spans):
    html = highlight(text, spans)
    assert bare_text(html) == text
    assert html.count("<mark") == html.count("</mark>")


def test_each_span_begins_with_the_number_of_its_criterion():
    html = highlight("rework rose", {1: ((0, 6),), 2: ((0, 11),)})
    assert html == (
        '<mark class="earned c1"><small>[1 2]</small>rework</mark>'
        '<mark class="earned c2"> rose</mark>'
    )


@pytest.mark.parametrize(
    ("text", "end", "marked"),
    [
        ("2.6 % of it", 3, "2.6 %"),
        ("2.6% of it", 3, "2.6%"),
        ("2.6٪", 3, "2.6٪"),
        ("2.6  % of it", 3, "2.6"),
        ("rework % of it", 6, "rework"),
        ("2.6 and 3 %", 3, "2.6"),
    ],
)
def test_the_per_cent_sign_of_a_marked_number_is_marked_too(text, end, marked):
    assert f"<small>[1]</small>{marked}</mark>" in highlight(text, {1: ((0, end),)})


def test_words_outside_every_span_stay_plain():
    assert highlight("a <b> c", {1: ((0, 1),)}).endswith("</mark> &lt;b&gt; c")


def test_the_words_that_earned_points_stand_beside_their_criterion():
    answer = written("good", "2.6 %")["the-decision"]
    html = shown("the-decision", answer)
    for criterion in RUBRIC.question("the-decision").criteria:
        assert criterion.title.en in html
    assert '<mark class="earned c1">' in html
    assert html.count("<tr>") == 1 + len(RUBRIC.question("the-decision").criteria)


def test_nothing_typed_becomes_markup():
    for key in ("rework-share", "what-the-ncrs-say", "the-decision"):
        html = shown(key, Answer(HOSTILE, HOSTILE, HOSTILE))
        assert "<script" not in html
        assert "<img" not in html
        assert "&lt;script&gt;" in html


def test_the_trainer_reads_why_an_answer_is_theirs_to_mark():
    html = shown("the-decision", Answer())
    assert "No answer was written." in html
    assert "Nothing was written." in html
    assert "confirm or change it" in html


@pytest.mark.parametrize(
    ("route", "words"),
    [
        ("suggest", "The engine is sure. It stands unless you change it."),
        ("check", "The engine is not quite sure. Please read the answer and confirm"),
        ("trainer", "The engine cannot judge this answer. Please mark this answer yourself"),
    ],
)
@pytest.mark.parametrize("confidence", [1.0, 0.78, 0.1])
def test_how_sure_the_engine_says_it_is_agrees_with_who_should_look(route, words, confidence):
    mark = Mark(1, 2, (), confidence, route, ())
    question = CASE_RECORD.question("rework-share")
    assert words in comment(question, RUBRIC.question("rework-share"), mark, "en").replace(
        "\n", " "
    )


def test_a_flag_without_words_is_still_readable():
    mark = Mark(0, 2, (), 0.2, "trainer", ("brand-new-flag",))
    question = CASE_RECORD.question("rework-share")
    assert "brand new flag." in comment(question, RUBRIC.question("rework-share"), mark, "en")


def test_the_view_speaks_arabic_from_right_to_left():
    html = shown("the-decision", Answer(text="نوقف المكافأة."), "ar")
    assert 'dir="rtl"' in html
    assert "الدرجة المقترحة" in html


def test_nothing_is_fetched_from_anywhere():
    html = shown("the-decision", written("good", "2.6 %")["the-decision"])
    assert not re.search(r"https?://|src=|@import|url\(", html)
