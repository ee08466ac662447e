"""An objective told in one's own words: what is offered, and what is never done unasked."""

import pytest
from desk_page import Fake, buttons, failing, seen

from course.content import wording
from course.content.tools import load_tool
from course.forms.objective_desk import ObjectiveDesk
from course.learner.profile import save_profile
from course.learner.records import Records

STANDS = "Last year 51 of every 640 bags came back damp"
ARRIVES = "By 31 October 2027 I want no more than 12 in 640"
OWNER = "Hamad of the yard carries this one"
TOLD = f"{STANDS}. {ARRIVES}. {OWNER}."
HEARD = {"baseline": STANDS, "target": ARRIVES, "date": ARRIVES, "owner": OWNER}
PUT, REPLACE, ALL, UNDO = (wording("en")(f"own.{act}") for act in ("put", "replace", "all", "undo"))


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setenv("COURSE_STRICT", "1")


def desk(said=HEARD, text=TOLD, **fields):
    made = ObjectiveDesk("objectives", lambda: Fake(**said))
    for key, words in fields.items():
        made.fields.forms[key].value = words
    if text:
        made.own.text.value = text
    return made


def held(made):
    return {key: form.value for key, form in made.fields.forms.items() if form.value}


def press(made, label, key=None):
    buttons(made.own.offers[key] if key else made.own)[label].click()


def test_sentences_are_offered_to_the_fields_they_may_belong_to_and_nothing_is_put():
    made = desk()
    assert made.own.found == HEARD | {"date": "31 October 2027"}
    assert f"“{OWNER}”" in seen(made.own)
    assert held(made) == {}


def test_one_click_puts_a_sentence_where_it_belongs_and_saves_it():
    made = desk()
    press(made, PUT, "owner")
    assert held(made) == {"owner": OWNER}
    assert Records("objectives").all() == [{"owner": OWNER}]
    assert "owner" not in made.own.found


def test_all_are_put_where_nothing_stands_and_nowhere_else():
    made = desk(owner="Yard foreman")
    press(made, ALL)
    assert held(made) == HEARD | {"date": "31 October 2027", "owner": "Yard foreman"}


def test_a_sentence_for_several_fields_is_put_into_one_and_offered_to_the_others():
    whole = "Now 51 of 640 bags are damp, it should be 12, and Hamad carries it"
    near = {"actions": whole, "owner": whole, "judged": whole, "baseline": STANDS}
    made = desk(near, f"{whole}. {STANDS}.")
    press(made, ALL)
    assert list(held(made).values()).count(whole) == 1
    assert whole in made.own.found.values(), (made.own.found, held(made))


def test_putting_words_somewhere_takes_nobody_out_of_the_field_they_type_in():
    made = desk()
    moved = []
    made.own.text.focus = lambda: moved.append("focus")
    press(made, PUT, "owner")
    assert moved == []


def test_what_stands_there_is_shown_and_only_replaced_when_asked():
    made = desk(owner="Yard foreman")
    assert 'Now it says <bdi lang="en">“Yard foreman”' in seen(made.own.offers["owner"])
    press(made, REPLACE, "owner")
    assert held(made)["owner"] == OWNER


def test_each_step_can_be_undone():
    made = desk(owner="Yard foreman")
    assert UNDO not in buttons(made.own)
    press(made, ALL)
    press(made, REPLACE, "owner")
    press(made, UNDO)
    assert held(made)["owner"] == "Yard foreman"
    press(made, UNDO)
    assert held(made) == {"owner": "Yard foreman"}
    assert UNDO not in buttons(made.own)


def test_what_was_typed_since_is_not_undone():
    made = desk()
    press(made, ALL)
    made.fields.forms["target"].value = "12 in 640"
    press(made, UNDO)
    assert held(made) == {"target": "12 in 640"}


def test_the_words_are_kept_with_their_objective_and_are_no_field_of_it():
    made = desk()
    assert desk(text="").own.text.value == TOLD
    assert Records("objectives").all() == []
    press(made, PUT, "owner")
    made.add()
    assert made.own.text.value == ""
    assert made.own.found == {}
    assert UNDO not in buttons(made.own)
    made._open("r1")
    assert made.own.text.value == TOLD


def test_an_offer_falls_away_with_its_sentence():
    made = desk()
    made.own.text.value = f"{STANDS}."
    assert "owner" not in made.own.found


def test_without_a_second_look_the_rules_find_what_they_know():
    made = ObjectiveDesk("objectives", lambda: None)
    made.own.text.value = TOLD
    assert made.own.found == {"baseline": STANDS, "target": ARRIVES, "date": "31 October 2027"}


def test_a_second_look_that_fails_costs_no_word(monkeypatch):
    monkeypatch.delenv("COURSE_STRICT")
    monkeypatch.setattr("course.forms.asking.PAUSE", 0)
    made = ObjectiveDesk("objectives", failing)
    made.own.text.value = TOLD
    assert desk(text="").own.text.value == TOLD


WAY = "Snags go down from 14 per villa in 2026 to no more than 8 per villa by 31 December 2027"
SPLIT = {
    "baseline": "14 per villa in 2026",
    "target": "no more than 8 per villa",
    "date": "31 December 2027",
}


@pytest.mark.parametrize("heard", [{}, dict.fromkeys(("definition", "baseline", "target"), WAY)])
def test_a_sentence_that_tells_the_whole_way_is_split_between_its_fields(heard):
    made = desk(heard, f"{WAY}.")
    assert made.own.found == SPLIT
    press(made, ALL)
    assert held(made) == SPLIT


def test_the_ends_of_the_way_are_not_put_over_another_sentence():
    stands = "In 2026 we counted 14 per villa"
    made = desk({"baseline": stands}, f"{stands}. {WAY}.")
    assert made.own.found["baseline"] == stands
    assert made.own.found["target"] == SPLIT["target"]


def test_what_was_told_in_ones_own_words_is_not_asked_for_again():
    begin = load_tool("objectives").begin.en
    made = desk(text="")
    assert begin in seen(made.judged)
    made.own.text.value = TOLD
    assert begin not in seen(made.judged)
    assert wording("en")("own.begun") in seen(made.judged)


@pytest.mark.parametrize("text", ["We want all customers to be happy.", " ", "none"])
def test_a_wish_is_offered_nowhere(text):
    assert desk({}, text).own.found == {}


def test_what_was_typed_is_escaped_where_it_is_offered():
    words = "Hamad <b>of</b> the yard carries it"
    made = desk({"owner": words}, f"{words}.", owner="<i>me</i>")
    assert "<b>of" not in seen(made.own.offers["owner"])
    assert "<i>" not in seen(made.own.offers["owner"])


def test_an_arabic_page_offers_in_arabic():
    save_profile(language="ar")
    say = wording("ar")
    assert {say("own.put"), say("own.all")} <= buttons(desk().own).keys()
