"""What a learner answered of their sentences: kept beside the text, one requirement at a time."""

from course.learner.claims import Claims
from course.learner.workbook import Workbook


def claims(tmp_path):
    return Claims(Workbook("quality-policy", tmp_path))


def test_a_claim_stands_beside_the_text_and_leaves_it_alone(tmp_path):
    book = Workbook("quality-policy", tmp_path)
    book.save_text("text", "We build schools.")
    Claims(book).make("purpose", "We build schools")
    assert book.get("text") == "We build schools."
    assert claims(tmp_path).made() == {"purpose": "We build schools"}


def test_two_pages_that_claim_two_things_claim_both(tmp_path):
    one, other = claims(tmp_path), claims(tmp_path)
    one.make("purpose", "We build schools")
    other.make("objectives", "We count rework")
    assert one.made() == {"purpose": "We build schools", "objectives": "We count rework"}


def test_a_no_takes_the_place_of_a_yes_and_a_yes_that_of_a_no(tmp_path):
    kept = claims(tmp_path)
    kept.make("purpose", "We build schools")
    kept.refuse("purpose", "We build villas")
    assert (kept.made(), kept.refused()) == ({}, {"purpose": "We build villas"})
    kept.make("purpose", "We build villas")
    assert (kept.made(), kept.refused()) == ({"purpose": "We build villas"}, {})
    kept.take_back("purpose")
    assert (kept.made(), kept.refused()) == ({}, {})


def test_half_an_emoji_in_a_sentence_is_no_end(tmp_path):
    claims(tmp_path).make("purpose", "We build \ud83d schools")
    assert claims(tmp_path).made() == {"purpose": "We build ? schools"}
