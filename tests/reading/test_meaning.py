"""What is meant is near in both languages; a text is cut where it says another thing."""

import numpy as np
import pytest

from course.reading.meaning import LETTERS, LONG, MOST, STRETCH, Meanings, encoder, windows


@pytest.fixture(scope="module")
def meanings():
    return Meanings(encoder())


def likeness(meanings, one, other):
    left, right = meanings.of([one, other])
    return float(left @ right)


def test_the_same_said_in_arabic_is_nearer_than_another_thing_said_in_english(meanings):
    said = "I end the bonus on 1 March."
    assert likeness(meanings, said, "أنهي المكافأة في 1 مارس.") > 0.6
    assert likeness(meanings, said, "The villas are handed over in December.") < 0.4


def test_vectors_have_length_one(meanings):
    assert np.linalg.norm(meanings.of(["We stop it.", "نوقفها."]), axis=1) == pytest.approx(
        [1, 1], abs=2e-3
    )


class Counting:
    """An encoder that says what it was asked for."""

    name = "counting"

    def __init__(self):
        self.asked = []

    def encode(self, texts):
        self.asked.append(tuple(texts))
        return np.eye(3, dtype=np.float32)[: len(texts)]


def test_a_sentence_is_encoded_once_and_in_one_batch_with_the_others():
    by, kept = Counting(), {}
    first = Meanings(by, kept).of(["a", "b", "a"])
    again = Meanings(by, kept).of(["b", "a"])
    assert by.asked == [("a", "b")]
    assert (first[[1, 0]] == again).all()


def test_another_encoder_shares_no_vector():
    kept = {}
    one, other = Counting(), Counting()
    other.name = "another"
    Meanings(one, kept).of(["a"])
    Meanings(other, kept).of(["a"])
    assert other.asked == [("a",)]


def test_a_sentence_without_an_end_is_read_so_far_and_no_further():
    by = Counting()
    Meanings(by).of(["long " * 10_000])
    assert [len(text) for text in by.asked[0]] == [LETTERS]


def test_a_text_of_nothing_has_no_vector():
    assert Meanings(Counting()).of([]).size == 0


@pytest.mark.parametrize("text", ["", " \n ", "…", "- \n-"])
def test_nothing_has_no_window(text):
    assert windows(text) == ()


def said(text):
    return [text[start:end] for start, end in windows(text)]


def test_a_sentence_is_one_window_and_a_long_one_several():
    assert said("We stop it. Then we pay.") == ["We stop it", "Then we pay"]
    long = ", ".join(f"we look at {number}" for number in range(12))
    assert len(long.split()) > LONG
    assert 2 < len(said(long)) < 8


def test_windows_are_bounded_whatever_is_typed():
    assert len(windows("a b. " * 5_000)) == MOST


def test_what_is_spoken_without_a_stop_is_read_some_words_at_a_time():
    spoken = " ".join(f"word{n}" for n in range(100))
    parts = [spoken[start:end] for start, end in windows(spoken)]
    assert " ".join(parts) == spoken
    assert all(8 <= len(part.split()) <= STRETCH for part in parts)


def test_a_sentence_as_long_as_one_can_say_is_read_whole():
    said = " ".join(f"word{n}" for n in range(LONG))
    assert windows(said) == ((0, len(said)),)
