"""A rubric tried on its author's own words says what it cannot tell apart."""

import pytest

from course.judging import Rubric
from course.marking import try_out


def rubric(said, term="conservation", **concept):
    return Rubric.from_dict(
        {
            "key": "energy",
            "kind": "prose",
            "question": "What stays?",
            "concept": {"stays": {"en": [term], **concept}},
            "criterion": [{"key": "it", "title": "t", "any_of": ["stays"]}],
            "exemplar": [{"key": "one", "quality": "good", "points": 1, "text": said}],
        }
    )


def test_two_words_with_one_stem_are_named():
    assert try_out(rubric("The case is terminal.", "termination")).joined == (
        ("terminal", "termination", "stays"),
    )


@pytest.mark.parametrize(
    ("said", "term"), [("They inspected it.", "inspect"), ("Two policies.", "policy")]
)
def test_an_inflected_word_is_the_same_word(said, term):
    assert try_out(rubric(said, term)).joined == ()


def test_a_word_the_author_listed_is_meant():
    made = rubric("A conservative force.", en=["conservation", "conservative"])
    assert try_out(made).joined == ()
