"""A learner's words stay on one line, short, and without what a screen or a sheet would obey."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.grading.plain import cell, listed, plain


@given(st.text(max_size=700), st.integers(2, 100))
def test_any_text_becomes_one_short_line(text, most):
    line = plain(text, most)
    assert len(line) <= most
    assert "\n" not in line
    assert "\x1b" not in line
    assert plain(line, most) == line


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
    assert plain(text) == line


def test_a_list_names_five_and_counts_the_others():
    assert listed("abcde") == "a, b, c, d, e"
    assert listed("abcdefg") == "a, b, c, d, e … (+2)"
    assert listed([]) == ""


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "＝1", "+-=x"])
def test_a_cell_begins_with_no_sign_of_a_formula(name):
    assert cell(name)[0] in "1x"


def test_a_sign_inside_a_name_stays():
    assert cell("Al-Noor + Sons") == "Al-Noor + Sons"
