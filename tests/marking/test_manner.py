"""An answer that holds the words and says nothing is told by how it is written."""

import msgspec
import numpy as np
import pytest

from course.marking import manner
from course.reading import windows

HONEST = [
    "The letter goes in the bin. I pay nobody for a low count. Finance has the page by 1 May.",
    "Who pays? I do. We stop it now. My director counts what is built twice. I look in June.",
    "I signed it and take it back. Nobody loses a dirham for telling us. Our auditor checks it.",
    "I end this. We pay the one who speaks first. Salem answers to me for the sheet from 9 March.",
]
HOLLOW = [
    "Should the letter go? Who counts what is built twice? By when, and by whom? Is that fair?",
    "The letter of the count in the page is with the director for the date of the finance.",
    "What of the count? What of the letter? Is it the director? Is it the first of May?",
    "The page of the finance by the count of the letter is in the date for the director of it.",
]


def vectors(text):
    """Meaning that tells nothing: the manner has to."""
    return np.full((len(windows(text)), 4), 0.5)


def sample(number, text, share):
    return manner.Sample(f"w{number}", text, vectors(text), share)


@pytest.fixture(scope="module")
def learned():
    honest = [sample(n, text, 0.8) for n, text in enumerate(HONEST * 3)]
    hollow = [sample(n + 50, text, None) for n, text in enumerate(HOLLOW * 3)]
    return manner.learn([*honest, *hollow], "toy", "these")


def hollow(learned, text):
    return learned.hollow(text, vectors(text))


@pytest.mark.parametrize("text", HOLLOW)
def test_words_without_anybody_who_acts_are_hollow(learned, text):
    assert hollow(learned, text)


@pytest.mark.parametrize("text", HONEST)
def test_a_plain_answer_is_not(learned, text):
    assert not hollow(learned, text)


def test_other_questions_in_another_order_are_hollow_too(learned):
    assert hollow(learned, "Is it fair? Who pays? What of the finance, and when? Should it go?")


def test_nothing_written_is_not_hollow(learned):
    assert not learned.hollow("", np.zeros((0, 0)))


def test_it_comes_back_from_its_file(learned):
    again = msgspec.json.decode(msgspec.json.encode(learned), type=manner.Manner)
    assert again == learned


@pytest.mark.parametrize(
    ("text", "place", "share"),
    [
        ("Who? When? I do.", 0, 2 / 3),
        ("من يدفع؟ أنا أدفع.", 0, 1 / 2),
        ("We stop our bonus", 2, 1 / 2),
        ("قررنا وقف المكافأة", 2, 1 / 3),
        ("It should and could stop", 3, 2 / 5),
        ("stop stop stop go", 4, 1 / 2),
        ("16 of 20 sites", 5, 1 / 2),
        ("بند clause", 7, 1 / 2),
    ],
)
def test_a_trait_is_the_share_of_what_it_names(text, place, share):
    assert manner.written(text)[place] == pytest.approx(share)
