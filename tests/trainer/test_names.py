"""A learner's words stay on one line, short, and without what a screen or a sheet would obey."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.one_line import one_line
from course.trainer.names import cell, listed, person


@given(st.text(max_size=700), st.integers(2, 100))
def test_any_text_becomes_one_short_line(text, most):
    line = one_line(text, most)
    assert len(line) <= most
    assert "\n" not in line
    assert "\x1b" not in line
    assert one_line(line, most) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Maryam Al Suwaidi", "Maryam Al Suwaidi"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\x1b[31mb\r\nc\u202ed", "a [31mb c d"),
        ("x" * 80, "x" * 80),
        ("x" * 81, "x" * 79 + "…"),
    ],
)
def test_honest_words_stay_and_the_rest_is_cut(text, line):
    assert one_line(text) == line


def test_a_list_names_five_and_counts_the_others():
    assert listed("abcde") == "a, b, c, d, e"
    assert listed("abcdefg") == "a, b, c, d, e … (+2)"
    assert listed([]) == ""


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "＝1", "+-=x"])
def test_a_cell_begins_with_no_sign_of_a_formula(name):
    assert cell(name)[0] in "1x"


def test_a_sign_inside_a_name_stays():
    assert cell("Al-Noor + Sons") == "Al-Noor + Sons"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Siobhán O'Brien", "Siobhán O’Brien"),
        ("Sean O`Neill", "Sean O’Neill"),
        ("Jose\u0301 Anne-Marie", "José Anne-Marie"),
        ("Maryam Al-Suwaidi (Umm Ali), Jr.", "Maryam Al-Suwaidi (Umm Ali), Jr."),
        ("عبدالله بن محمد آل نهيان", "عبدالله بن محمد آل نهيان"),
        ("مُحَمَّد", "مُحَمَّد"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Ali & Sara", "Ali + Sara"),
        ("李 小龍 2", "李 小龍 2"),
    ],
)
def test_a_persons_name_looks_right(name, shown):
    assert person(name) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<b>Omar</b>", "b Omar /b"),
        ('N. <svg/onload=setTimeout("eval(x)",9)>', "N. svg/onload setTimeout( eval(x) ,9)"),
        ("＜svg＞ ﹤i﹥", "svg i"),
        ("a\u202eb\x00c\u2066d", "a b c d"),
        ("=HYPERLINK(1)", "HYPERLINK(1)"),
        ("😀" * 60, ""),
    ],
)
def test_a_sign_that_no_name_holds_is_left_out(name, shown):
    assert person(name) == shown


@given(st.text(max_size=700) | st.text("<>&\"'`＜＞＆＂＇﹤﹥\u202e\u2066\x00ab ", max_size=60))
def test_no_name_means_anything_in_a_page(name):
    shown = person(name)
    for form in (shown, *(unicodedata.normalize(kind, shown) for kind in ("NFC", "NFKC", "NFKD"))):
        assert not set("<>&\"'`\u202e\u2066\x00\n") & set(form)
    assert len(shown) <= 120
