"""Is it this sentence? What the objective builder asks, and what no claim can do."""

import io
import zipfile

import pytest
from desk_page import Fake, buttons, failing, seen, unable
from judging.test_objective import GOOD

from course.content import wording
from course.forms.objective_desk import ObjectiveDesk
from course.learner.profile import save_profile
from course.learner.progress import reached
from course.learner.records import Records
from course.learner.workbook import Workbook

OWNED = "Hamad of the yard carries this one for all of us"
STATEMENT = f"Fewer customers wait more than two days. {OWNED}."
COUNTED = "The slips of the drivers are what we go by"
YES, NO, BACK = "Yes, this sentence says it", "No", "I no longer say so"


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """What is asked after a pause is asked at once, and a failure is not hidden."""
    monkeypatch.setenv("COURSE_STRICT", "1")


def desk(look=None, **fields):
    made = ObjectiveDesk("objectives", lambda: look)
    for key, words in fields.items():
        made.fields.forms[key].value = words
    return made


def unowned(look=None):
    """All of a good objective, but for its owner, who stands in the first sentence."""
    return desk(look or Fake(owner=OWNED), **GOOD | {"owner": "", "statement": STATEMENT})


def row(made, key="owner"):
    return made.judged.rows[key]


def press(made, label, key="owner"):
    buttons(row(made, key))[label].click()


def test_a_sentence_in_another_field_is_asked_after_and_the_field_named():
    shown = seen(row(unowned()))
    assert "under “What gets better, for whom”. Is it this sentence?" in shown
    assert f"“{OWNED}”" in shown
    assert "To confirm" in shown
    assert set(buttons(row(unowned()))) == {YES, NO}


def test_a_sentence_in_its_own_field_is_asked_after_without_a_field():
    made = desk(Fake(definition=COUNTED), definition=COUNTED)
    shown = seen(row(made, "definition"))
    assert "Is it this sentence?" in shown
    assert "under" not in shown.partition("Is it this")[0].rpartition("<b>")[2]


def test_only_what_was_not_found_is_asked_after():
    look = Fake(owner=OWNED)
    made = desk(look, **GOOD | {"statement": STATEMENT})
    assert all("owner" not in keys for text, keys in look.asked if GOOD["owner"] in text)
    assert row(made) not in made.judged.requirements.children


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("owner", "Everybody"),
        ("resources", "none"),
        ("target", "4000 %"),
        ("date", "30 February 2027"),
        ("date", "as needed"),
        ("actions", "none"),
    ],
)
def test_what_the_review_understood_is_not_asked_after(key, words):
    made = desk(Fake(**{key: STATEMENT[:-1]}), **GOOD | {key: words, "statement": STATEMENT})
    assert buttons(row(made, key)) == {}


@pytest.mark.parametrize(
    ("key", "field"), [("owner", "baseline"), ("target", "baseline"), ("resources", "date")]
)
def test_a_few_words_of_another_field_are_not_asked_after(key, field):
    made = desk(Fake(**{key: GOOD[field]}), **GOOD | {key: ""})
    assert buttons(row(made, key)) == {}


@pytest.mark.parametrize("field", ["serves", "counter"])
def test_what_is_said_of_the_policy_or_another_number_is_not_asked_after(field):
    made = desk(Fake(owner=OWNED), **GOOD | {"owner": "", field: f"{OWNED}."})
    assert buttons(row(made)) == {}


def test_a_claim_is_shown_as_the_learners_own_and_never_as_met():
    made = unowned()
    press(made, YES)
    shown = seen(row(made))
    assert "You say, under “What gets better, for whom”:" in shown
    assert f"“{OWNED}”" in shown
    assert "You say so" in shown
    assert "course-met" not in shown
    assert set(buttons(row(made))) == {BACK}
    assert OWNED in made.judged.heard.value


def test_a_claim_is_kept_with_its_objective_and_no_other():
    made = unowned()
    press(made, YES)
    assert Workbook("objectives").get("r1.claims", {}) == {"owner": OWNED}
    made.add()
    made.fields.forms["statement"].value = STATEMENT
    assert "You say" not in seen(row(made))
    again = desk()
    assert "You say" in seen(row(again))
    assert Records("objectives").read("r1").keys() == GOOD.keys() - {"owner"}


def test_an_objective_that_is_opened_tells_no_news():
    made = unowned()
    press(made, YES)
    made.add()
    said = made.judged.heard.value
    made._open("r1")
    assert "You say, under" in seen(row(made))
    assert made.judged.heard.value == said


def test_a_removed_objective_comes_back_with_its_claims():
    made = unowned()
    press(made, YES)
    made.remove()
    assert "You say, under" not in seen(made.judged)
    made.bring_back()
    assert "You say, under" in seen(row(made))


def test_a_claim_taken_back_is_asked_again_and_a_no_is_kept():
    made = unowned()
    press(made, YES)
    press(made, BACK)
    assert "Is it this sentence?" in seen(row(made))
    press(made, NO)
    assert buttons(row(made)) == {}
    assert buttons(row(desk(Fake(owner=OWNED)))) == {}


def test_a_claim_falls_away_with_its_sentence_and_stays_where_the_sentence_moves():
    made = unowned()
    press(made, YES)
    made.fields.forms["actions"].value = f"{GOOD['actions']} {OWNED}."
    made.fields.forms["statement"].value = GOOD["statement"]
    assert "You say, under “Done differently”:" in seen(row(made))
    made.fields.forms["actions"].value = GOOD["actions"]
    assert "You had said yes to this sentence" in seen(row(made))


def test_what_is_written_into_the_field_needs_no_claim():
    made = unowned()
    press(made, YES)
    made.fields.forms["owner"].value = GOOD["owner"]
    assert "You say" not in seen(made.judged)


def test_a_claim_counts_towards_the_workshop_and_says_on_what_it_stands():
    made = unowned()
    assert "Nothing asked for is missing" not in seen(made.judged)
    assert "workshop" not in reached("set-objectives")
    press(made, YES)
    assert "part of it stands on your word" in seen(made.judged)
    assert "workshop" in reached("set-objectives")


def test_the_register_says_what_is_claimed():
    made = unowned()
    assert "claimed" not in told(made)
    press(made, YES)
    assert "Objective 1, Who answers for it: not found by the review; claimed" in told(made)
    assert f"“{OWNED}”" in told(made)


def told(made):
    with zipfile.ZipFile(io.BytesIO(made.file()[1])) as book:
        return book.read("xl/sharedStrings.xml").decode()


def test_another_page_shows_the_claim_when_it_is_looked_at_again():
    other = unowned()
    one = desk()
    press(other, YES)
    assert "You say" not in seen(row(one))
    one.catch_up()
    assert "You say" in seen(row(one))


def test_an_arabic_page_asks_in_arabic():
    save_profile(language="ar")
    made, say = unowned(), wording("ar")
    assert say("claim.under.asks", field="ما الذي يتحسن، ولمن") in seen(row(made))
    press(made, say("claim.yes"))
    assert "بقول كاتبه" in told(made)


@pytest.mark.parametrize("kept", [5, ["x"], {"owner": 5}, {"owner": " "}])
def test_a_workbook_with_other_things_for_claims_is_no_end(kept):
    unowned()
    with Workbook("objectives").changing() as fields:
        fields |= {"r1.claims": kept, "r1.not_these": kept}
    assert "You say so" not in seen(desk().judged)


@pytest.mark.parametrize("look", [lambda: None, failing, unable])
def test_without_a_second_look_the_desk_reviews_as_ever(look, monkeypatch):
    monkeypatch.delenv("COURSE_STRICT")
    monkeypatch.setattr("course.forms.asking.PAUSE", 0)
    made = ObjectiveDesk("objectives", look)
    made.fields.forms["statement"].value = STATEMENT
    assert "Name one office" in seen(made.judged)
    assert "Is it this sentence?" not in seen(made.judged)


def test_an_empty_objective_is_not_asked_about():
    look = Fake(owner=OWNED)
    desk(look)
    desk(look, statement=" ")
    assert look.asked == []
