"""The second look asks after the sentence that may say a thing, and leaves the rest alone."""

import msgspec
import numpy as np
import pytest

from course.marking import second_look
from course.reading import Meanings

SAYS = {"law": "We keep the law", "order": "We keep the order", "": "The lift is red"}
WAYS = ("", " as ever", " in Ajman", " all year")


class Toy:
    """An encoder in which sentences that begin alike lie together."""

    name = "toy"

    def encode(self, texts):
        vectors = np.full((len(texts), 8), 0.01, np.float32)
        for row, text in zip(vectors, texts, strict=True):
            begins = [n for n, said in enumerate(SAYS.values()) if text.startswith(said)]
            row[begins[0] if begins else 7] = 1.0
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def told(number):
    way = WAYS[number % 4]
    keeps = {"law": number % 3 != 0, "order": number % 2 == 0}
    lines = ["The lift is red", *(SAYS[thing] for thing, kept in keeps.items() if kept)]
    text = " ".join(f"{line}{way} {number}." for line in lines)
    held = [thing for thing, kept in keeps.items() if kept]
    said = {thing: {place: 1.0} for place, thing in enumerate(held, 1)}
    return second_look.Told(f"w{number}", text, said, frozenset(keeps) - set(held))


@pytest.fixture(scope="module")
def look():
    learned = second_look.learn(
        [told(number) for number in range(24)], ("law", "order"), Meanings(Toy()), "these"
    )
    return second_look.SecondLook(learned, Meanings(Toy()))


def asked(look, text, keys=("law", "order")):
    return {key: text[slice(*span)] for key, span in look.asks(text, keys).items()}


def test_it_asks_after_the_sentence_that_may_say_it(look):
    text = "The lift is red. We keep the law every day. The lift is red."
    assert asked(look, text) == {"law": "We keep the law every day"}


def test_it_asks_only_after_what_is_open(look):
    assert asked(look, "We keep the law. We keep the order.", ("order",)) == {
        "order": "We keep the order"
    }


@pytest.mark.parametrize(
    "text", ["", " ", "The lift is red.", "The lift is red in Ajman. The lift is red."]
)
def test_where_nothing_is_near_it_asks_nothing(look, text):
    assert asked(look, text) == {}


def test_most_texts_that_lack_a_thing_are_not_asked_after_it(look):
    texts = [told(number) for number in range(24)]
    vain = [t for t in texts for key in asked(look, t.text) if key in t.lacks]
    assert len(vain) <= (1 - second_look.SPARED) * 2 * len(texts)


def test_the_same_texts_in_another_order_teach_the_same():
    texts, meanings = [told(number) for number in range(12)], Meanings(Toy())
    one, other = (
        second_look.learn(order, ("law", "order"), meanings, "these")
        for order in (texts, texts[::-1])
    )
    assert one == other


def test_without_what_was_taught_there_is_no_second_look(tmp_path, monkeypatch):
    monkeypatch.setattr(second_look, "DATA", tmp_path)
    second_look.second_look.cache_clear()
    assert second_look.second_look() is None
    (tmp_path / "taught").mkdir()
    for data in (b"{", msgspec.json.encode({"encoder": "another"})):
        second_look.file("policy").write_bytes(data)
        second_look.second_look.cache_clear()
        assert second_look.second_look() is None
    second_look.second_look.cache_clear()
