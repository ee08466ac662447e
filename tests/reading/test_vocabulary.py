"""A term is found where it is said, and nowhere else."""

import pytest

from course.reading.lexicon import Concept
from course.reading.reading import read
from course.reading.vocabulary import Vocabulary


def found(concept, text):
    return bool(read(text, Vocabulary({"it": concept})).find("it"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We stop the bonus.", True),
        ("We stop. The bonus stays.", False),
        ("We stop.The bonus stays.", False),
        ("- we stop\n- bonus for all", False),
    ],
)
def test_a_term_never_goes_on_in_the_next_sentence(text, expected):
    assert found(Concept(en=("stop bonus",)), text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("We inspect.", True), ("The inspection.", False), ("We inspct.", False)],
)
def test_a_quoted_word_stands_for_itself(text, expected):
    assert found(Concept(en=("inspect",), quoted=True), text) is expected
    assert found(Concept(en=("inspect",)), text)
