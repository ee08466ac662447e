"""Is it this sentence? What is asked, what is claimed, and what no claim can do."""

import threading

import pytest
from desk_page import Fake, buttons, failing, seen, unable

from course.content import wording
from course.forms import form as forms
from course.forms import html
from course.forms.policy_desk import PolicyDesk
from course.learner.profile import save_profile
from course.learner.progress import reached
from course.learner.workbook import Workbook

SLUG = "draft-the-quality-policy"
NUMBERS = "The board picks three numbers each winter"
DRAFT = f"We repair lifts in Ajman for landlords. {NUMBERS}."
YES = "Yes, this sentence says it"


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """What is asked after a pause is asked at once, and a failure is not hidden."""
    monkeypatch.setenv("COURSE_STRICT", "1")


def desk(look, text=DRAFT):
    made = PolicyDesk("quality-policy", lambda: look)
    if text is not None:
        made.text.value = text
    return made


def row(made, key="objectives"):
    return made.review.rows[key]


def press(made, label, key="objectives"):
    buttons(row(made, key))[label].click()


def test_a_sentence_that_may_say_it_is_asked_after():
    made = desk(Fake(objectives=NUMBERS))
    shown = seen(row(made))
    assert "Is it this sentence?" in shown
    assert f"“{NUMBERS}”" in shown
    assert "To confirm" in shown
    assert "Missing" not in shown
    assert set(buttons(row(made))) == {YES, "No"}
    assert {act.tooltip for act in buttons(row(made)).values()} == {"Gives objectives a frame"}


def test_only_what_was_not_found_is_asked_after():
    look = Fake(purpose="We repair lifts")
    made = desk(look, f"We set and review objectives for complaints each year. {DRAFT}")
    assert made.review.held.requirement("objectives").met
    assert look.asked
    assert all("objectives" not in keys for text, keys in look.asked if text == made.text.value)


@pytest.mark.parametrize(
    "text",
    [
        "We do not set quality objectives.",
        "We set objectives for complaints. We do not set objectives.",
    ],
)
def test_what_the_text_denies_is_not_asked_after_and_not_claimed(text):
    said = text.rpartition(". ")[2].rstrip(".")
    made = desk(Fake(objectives=said), None)
    made.review.claims.make("objectives", said)
    made.text.value = text
    assert made.review.held.requirement("objectives").reason in ("negated", "contradicted")
    assert buttons(row(made)) == {}
    assert "You say so" not in seen(row(made))


def test_the_clauses_own_words_are_not_asked_after():
    words = "It provides a framework for setting objectives"
    made = desk(Fake(objectives=words), (
        "We are committed to a quality policy appropriate to our purpose and context. "
        f"{words}. We commit to satisfy applicable requirements. "
        "We commit to continual improvement of the quality management system."
    ))  # fmt: skip
    assert buttons(row(made)) == {}


def test_a_claim_is_shown_as_the_learners_own_and_never_as_met():
    made = desk(Fake(objectives=NUMBERS))
    press(made, YES)
    shown = seen(row(made))
    assert f"“{NUMBERS}”" in shown
    assert "You say:" in shown
    assert "You say so" in shown
    assert "Not found by the review" in shown
    assert "course-met" not in shown
    assert set(buttons(row(made))) == {"I no longer say so"}
    assert NUMBERS in made.review.heard.value


def test_a_claim_is_kept_with_its_words_and_read_back():
    press(desk(Fake(objectives=NUMBERS)), YES)
    assert Workbook("quality-policy").get("claims", {}) == {"objectives": NUMBERS}
    assert "You say:" in seen(row(desk(None, None)))


def test_a_claim_holds_in_both_editions():
    press(desk(Fake(objectives=NUMBERS)), YES)
    save_profile(edition="2026")
    held, other = seen(desk(None, None).review).split("<details>")
    assert "You say:" in held
    assert "You say:" in other


def test_a_claim_can_be_taken_back_and_is_asked_again():
    made = desk(Fake(objectives=NUMBERS))
    press(made, YES)
    press(made, "I no longer say so")
    assert Workbook("quality-policy").get("claims", {}) == {}
    assert "Is it this sentence?" in seen(row(made))


def test_a_no_is_kept_and_the_sentence_not_asked_after_again():
    made = desk(Fake(objectives=NUMBERS))
    press(made, "No")
    assert buttons(row(made)) == {}
    assert buttons(row(desk(Fake(objectives=NUMBERS), None))) == {}


@pytest.mark.parametrize(
    "text",
    [
        DRAFT.replace("three", "some"),
        DRAFT.replace(NUMBERS, f"Nobody says that {NUMBERS}"),
        DRAFT.replace(f" {NUMBERS}.", ""),
    ],
)
def test_a_claim_falls_away_with_its_sentence_and_the_row_says_so(text):
    made = desk(Fake(objectives=NUMBERS))
    press(made, YES)
    made.text.value = text
    shown = seen(row(made))
    assert "You had said yes to this sentence" in shown
    assert f"“{NUMBERS}”" in shown
    assert "You say so" not in shown
    assert "has changed" in made.review.heard.value
    press(made, "Clear this note")
    assert "said yes to this sentence" not in seen(row(made))


def test_a_sentence_moved_or_spaced_otherwise_is_the_same():
    made = desk(Fake(objectives=NUMBERS))
    press(made, YES)
    made.text.value = f"{NUMBERS.replace('numbers', ' numbers')}.\n\nWe repair lifts in Ajman."
    assert "You say:" in seen(row(made))


def test_another_page_shows_the_claim_when_it_is_looked_at_again():
    one, other = desk(None), desk(Fake(objectives=NUMBERS), None)
    press(other, YES)
    assert "You say:" not in seen(row(one))
    one.catch_up()
    assert "You say:" in seen(row(one))


def test_what_pattern_finds_needs_no_claim():
    made = desk(Fake(objectives=NUMBERS))
    press(made, YES)
    made.text.value = f"{DRAFT} We set and review objectives for complaints each year."
    assert "Met" in seen(row(made))
    assert "You say:" not in seen(row(made))


def test_a_claim_counts_towards_the_workshop_and_a_question_does_not():
    law = "Whatever the order and the municipality demand is done"
    system = "Each spring the office looks at how we run the place, and alters it"
    text = (
        "We repair lifts in Ajman for landlords, and by 2028 we want to be the first call for "
        f"old towers. {law}. We set objectives for repeat faults each year. {system}. "
        "Any fitter stops a lift that fails its check."
    )
    made = desk(Fake(requirements=law, improvement=system), text)
    states = {one.key: one.state for one in made.review.found}
    assert states["requirements"] == states["improvement"] == "asked"
    assert "workshop" not in reached(SLUG)
    press(made, YES, "requirements")
    press(made, YES, "improvement")
    assert "workshop" in reached(SLUG)


def test_what_was_typed_is_escaped_where_it_is_asked_after():
    words = "The board picks <b>three</b> numbers"
    made = desk(Fake(objectives=words), f"We repair lifts. {words}.")
    press(made, YES)
    assert "<b>three" not in seen(made.review) + made.review.heard.value


def test_an_arabic_page_asks_in_arabic_and_says_which_language_is_quoted():
    save_profile(language="ar")
    made, say = desk(Fake(objectives=NUMBERS)), wording("ar")
    assert html.escape(say("claim.asks")) in seen(row(made))
    assert f'<bdi lang="en">“{NUMBERS}”</bdi>' in seen(row(made))
    press(made, say("claim.yes"))
    assert 'lang="ar" dir="rtl"' in made.review.heard.value


@pytest.mark.parametrize("kept", [5, ["x"], {"objectives": 5}, {"objectives": " "}])
def test_a_workbook_with_other_things_for_claims_is_no_end(kept):
    Workbook("quality-policy").save(text=DRAFT, claims=kept, not_these=kept)
    assert "You say so" not in seen(desk(None, None).review)


# The typing never waits.


@pytest.mark.parametrize("look", [lambda: None, failing, unable])
def test_without_a_second_look_the_desk_reviews_as_ever(look):
    made = PolicyDesk("quality-policy", look)
    made.text.value = DRAFT
    assert "Missing" in seen(made.review)
    assert "Is it this sentence?" not in seen(made.review)


def test_an_empty_draft_is_not_asked_about():
    look = Fake(objectives=NUMBERS)
    desk(look, None)
    desk(look, " ")
    assert look.asked == []


class Slow(Fake):
    """Takes its time until it is let go."""

    def __init__(self, **said):
        super().__init__(**said)
        self.begun, self.go = threading.Event(), threading.Event()

    def asks(self, text, keys):
        self.begun.set()
        assert self.go.wait(20)
        return super().asks(text, keys)


def test_typing_goes_on_while_it_is_asked_and_a_late_answer_is_dropped(monkeypatch):
    monkeypatch.delenv("COURSE_STRICT")
    monkeypatch.setattr("course.forms.asking.PAUSE", 0.01)
    look, answered = Slow(objectives=NUMBERS), threading.Event()
    made = desk(look)
    monkeypatch.setattr(made.review._asking, "_heard", answered.set)
    assert look.begun.wait(20)
    made.text.value = "We repair lifts in Ajman."  # while the answer is on its way
    assert "Missing" in seen(row(made))
    look.go.set()
    wait_for(lambda: len(look.asked) == 2)
    assert not answered.is_set()
    assert made.review._asking.near == {}


def wait_for(so, seconds=20):
    moment = threading.Event()
    for _ in range(int(seconds / 0.02)):
        if so():
            return
        moment.wait(0.02)
    raise AssertionError("it did not come")


def test_one_question_a_pause_not_a_keystroke(monkeypatch):
    monkeypatch.delenv("COURSE_STRICT")
    done = []
    soon = forms.Latest(lambda: done.append(1), 0.15)
    for _ in range(10):
        soon()
        threading.Event().wait(0.01)
    wait_for(lambda: not soon._busy)
    assert done == [1]
