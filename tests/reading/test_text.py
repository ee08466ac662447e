"""Words, sentences and clauses stand exactly where the text has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.reading.layout import clauses, sentences
from course.reading.spans import joined
from course.reading.stems import stem
from course.reading.text import arabic_share, normal, words


def cut(text, spans):
    return [text[start:end] for start, end in spans]


@given(st.text())
def test_every_span_lies_in_the_text_in_order(text):
    for spans in (sentences(text), clauses(text), [w[:2] for w in words(text)]):
        ends = [0]
        for start, end in spans:
            assert ends[-1] <= start < end <= len(text)
            ends.append(end)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We cut rework to 2.6 %. Then we stopped.", 2),
        ("See 9.1.3 (2015) for that", 1),
        ("First line\nsecond line", 2),
        ("• one\n• two", 2),
        ("هل نوقف المكافأة؟ نعم.", 2),
        ("Water crosses the membrane.Osmosis is why.", 2),
        ("I stop it.Now we pay.", 2),
        ("نوقف المكافأة.نكافئ الإبلاغ", 2),
        ("See tradearabia.com/touch and report.xlsx", 1),
        ("Write to ali.hassan@example.com today", 1),
        ("Eng. Ali answers, e.g. for approx. six men", 1),
        ("", 0),
        (" \n ", 0),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text, parts):
    assert len(sentences(text)) == parts


def test_a_turn_of_thought_divides_a_clause():
    text = "NCRs fell, but rework rose"
    assert cut(text, clauses(text)) == ["NCRs fell", "rework rose"]


@pytest.mark.parametrize(
    ("word", "same"),
    [
        ("تُلغى", "تلغي"),
        ("الإدارة", "الادارة"),
        ("١٥٪", "15%"),
        ("ＩＳＯ", "iso"),
        ("مـــهم", "مهم"),
    ],
)
def test_forms_of_one_word_compare_alike(word, same):
    assert normal(word) == normal(same)


def test_a_vowel_sign_does_not_cut_a_word_in_two():
    assert [w.norm for w in words("تُلغى المُكافأةُ")] == ["تلغي", "المكافاه"]


def test_a_sign_alone_is_no_word():
    assert words("ـ ً .") == []


def test_the_share_of_arabic_counts_letters_only():
    assert arabic_share("نعم 100 %") == 1
    assert arabic_share("ISO نعم") == 0.5
    assert arabic_share("123") == 0


@pytest.mark.parametrize(
    ("spans", "together"),
    [([(3, 5), (0, 2)], ((0, 2), (3, 5))), ([(0, 4), (2, 6)], ((0, 6),)), ([], ())],
)
def test_spans_are_put_in_order_and_joined(spans, together):
    assert joined(spans) == together


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("conservative", "conservation"),
        ("objective", "objection"),
        ("responsible", "response"),
        ("author", "authority"),
        ("executive", "execution"),
        ("customs", "customer"),
        ("specific", "specification"),
        ("department", "depart"),
        ("definitely", "definition"),
    ],
)
def test_two_words_that_only_look_alike_have_two_stems(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("objective", "objectives"),
        ("responsible", "responsibilities"),
        ("inspection", "inspected"),
        ("certificate", "certification"),
    ],
)
def test_forms_of_one_word_have_one_stem(one, other):
    assert stem(one) == stem(other)
