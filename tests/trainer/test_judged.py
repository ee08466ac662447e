"""What taught the desks' second look, and what it then asks after."""

import msgspec
import pytest

from course.judging.objective import fields
from course.marking import second_look
from course.trainer import judged
from course.trainer.vectors import meanings

THINGS = {kind: judged.things(judged.judged(kind)) for kind in judged.KINDS}
each_kind = pytest.mark.parametrize("kind", judged.KINDS)


@pytest.fixture(scope="module")
def looks():
    with meanings() as vectors:
        yield {kind: second_look.SecondLook(taught(kind), vectors) for kind in judged.KINDS}


def taught(kind):
    return msgspec.json.decode(second_look.file(kind).read_bytes(), type=second_look.Look)


@each_kind
def test_what_ships_was_made_from_the_texts_that_ship(kind):
    """If this fails: course teach."""
    assert taught(kind).made_from == judged.made_from(kind)
    assert second_look.second_look(kind)


@each_kind
def test_no_writer_both_teaches_and_proves(kind):
    parts = {}
    for text in judged.judged(kind):
        parts.setdefault(text.writer, set()).add(text.part)
        assert all(set(states) == set(THINGS[kind]) for states in text.states.values())
    assert all(len(part) == 1 for part in parts.values())


@each_kind
def test_each_quotation_stands_in_its_text(kind):
    for text in judged.judged(kind):
        for quotes in text.said.values():
            for key, quote in quotes.items():
                assert quote.strip() in text.text, f"{text.key}, {key}"


@each_kind
def test_both_languages_teach(kind):
    languages = {one.language for one in judged.judged(kind) if one.part == "teach"}
    assert {"en", "ar"} <= languages


def test_an_objectives_readers_judged_fields_of_the_desk():
    assert set(THINGS["objective"]) <= set(fields())


OWN_WORDS = {
    "policy": {
        "requirements": (
            "We hold to what each customer ordered and to what Dubai Municipality and the law ask"
        ),
        "objectives": "Each floor takes its yearly numbers from this page: lost pieces, late bags",
        "improvement": "Every year we find what is weak in our system of quality and we fix it",
    },
    "objective": {
        "owner": "Hamad, who runs the yard, carries this one",
        "resources": "He gets two more washers and nine thousand dirhams for them",
        "judged": "The hotel's own slip decides, and I read the slips out each month",
        "baseline": "Last year 51 of every 640 bags came back to us damp",
    },
}
FIRST = {
    "policy": "We wash and press for nine hotels in Deira.",
    "objective": "Guests of nine hotels in Deira should sleep in dry linen.",
}
ASKED = [(kind, key) for kind, said in OWN_WORDS.items() for key in said]


@pytest.mark.parametrize(("kind", "key"), ASKED)
def test_own_words_are_asked_after(looks, kind, key):
    sentence = OWN_WORDS[kind][key]
    text = f"{FIRST[kind]} {sentence}. Signed in Dubai."
    assert text[slice(*looks[kind].asks(text, [key])[key])] == sentence


@each_kind
@pytest.mark.parametrize(
    "text",
    [
        "Quality is our top priority and our people are our greatest asset.",
        "We are passionate about excellence. The customer is king. We never disappoint.",
        "الجودة شعارنا، والتميز طريقنا، ورضا العميل غايتنا دائماً.",
    ],
)
def test_a_slogan_is_asked_nothing(looks, kind, text):
    assert not looks[kind].asks(text, THINGS[kind])
