"""What a sentence does with its words, and where they stand in a list, a page, a pasted text."""

import pytest

from course.reading.reading import read_plainly


def stance(text: str, concept: str = "customer-requirement") -> str:
    reading = read_plainly(text)
    return reading.grammar.stance(reading.find(concept)[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We meet customer requirements.", "said"),
        ("We never meet customer requirements.", "denied"),
        ("We never ship without meeting customer requirements.", "said"),
        ("Do we meet customer requirements?", "asked"),
        ("Our suppliers must comply with customer requirements.", "of-others"),
        ("Clause 5.2.1 requires us to meet customer requirements.", "of-others"),
        ("If the board insisted, we would meet customer requirements.", "not-meant"),
        ("The consultant asks us to meet customer requirements.", "not-meant"),
        ("When customer requirements are not met, we stop.", "rule"),
        ("هل نلتزم بمتطلبات العملاء؟", "asked"),
        ("لا نلتزم بمتطلبات العملاء.", "denied"),
    ],
)
def test_a_sentence_says_denies_asks_or_tells_of_others(text, expected):
    assert stance(text) == expected


def test_a_list_hangs_on_the_line_above_it():
    reading = read_plainly("We will not:\n- meet customer requirements\n- pay for rework")
    lead = reading.grammar.lead(1)
    assert [token.norm for token in reading.tokens[slice(*lead)]] == ["we", "will", "not"]
    assert stance("We will not:\n- meet customer requirements") == "denied"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("We bake bread.", True),
        ("Quality policy", False),
        ("Tamr Oasis roasts cashews in Liwa for the hotels of the city.", True),
        ("customer requirements legal requirements improvement", False),
    ],
)
def test_a_heading_or_a_row_of_nouns_says_nothing(text, says):
    assert read_plainly(text).grammar.says(0) is says


def test_a_pasted_page_reads_as_its_words():
    html = "<p>We meet <b>customer</b>&nbsp;requirements.</p><p>We bake.</p>"
    reading = read_plainly(html)
    assert [html[a:b] for a, b in map(reading.span, reading.find("customer-requirement"))] == [
        "customer</b>&nbsp;requirements"
    ]
    assert len(reading.sentences) == 2


def test_a_long_line_goes_on_in_the_next_and_a_short_one_ends():
    wrapped = "We are committed to the continual improvement of our quality\nmanagement system."
    assert len(read_plainly(wrapped).sentences) == 1
    assert len(read_plainly("We bake bread\nwe sell it").sentences) == 2


def test_spaces_in_a_row_fold_to_one_and_lead_back():
    text = "  We\tmeet   customer\n  requirements of the  law."
    reading = read_plainly(text)
    assert [text[slice(*reading.span(hit))] for hit in reading.find("satisfy")] == ["meet"]
