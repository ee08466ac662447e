"""What taught the policy desk's second look, and what it then asks after."""

import msgspec
import pytest

from course.marking import second_look
from course.trainer import policies
from course.trainer.vectors import meanings

THINGS = policies.things(policies.judged())


@pytest.fixture(scope="module")
def look():
    with meanings() as vectors:
        data = second_look.file(policies.KIND).read_bytes()
        yield second_look.SecondLook(msgspec.json.decode(data, type=second_look.Look), vectors)


def test_what_ships_was_made_from_the_policies_that_ship():
    """If this fails: course teach."""
    held = msgspec.json.decode(second_look.file(policies.KIND).read_bytes(), type=second_look.Look)
    assert held.made_from == policies.made_from()
    assert second_look.second_look()


def test_no_writer_both_teaches_and_proves():
    parts = {}
    for policy in policies.judged():
        parts.setdefault(policy.writer, set()).add(policy.part)
        assert all(set(states) == set(THINGS) for states in policy.states.values())
    assert all(len(part) == 1 for part in parts.values())


def test_each_quotation_stands_in_its_policy():
    for policy in policies.judged():
        for quotes in policy.said.values():
            for key, quote in quotes.items():
                assert quote.strip() in policy.text, f"{policy.key}, {key}"


OWN_WORDS = {
    "requirements": (
        "We hold to what each customer ordered and to what Dubai Municipality and the law ask"
    ),
    "objectives": "Each floor takes its yearly numbers from this page: lost pieces, late bags",
    "improvement": "Every year we find what is weak in our system of quality and we fix it",
}


@pytest.mark.parametrize("key", OWN_WORDS)
def test_own_words_are_asked_after(look, key):
    sentence = OWN_WORDS[key]
    text = f"We wash and press for nine hotels in Deira. {sentence}. Signed in Dubai."
    assert text[slice(*look.asks(text, [key])[key])] == sentence


@pytest.mark.parametrize(
    "text",
    [
        "Quality is our top priority and our people are our greatest asset.",
        "We are passionate about excellence. The customer is king. We never disappoint.",
        "الجودة شعارنا، والتميز طريقنا، ورضا العميل غايتنا دائماً.",
    ],
)
def test_a_slogan_is_asked_nothing(look, text):
    assert not look.asks(text, THINGS)
