"""The policy desk: what it saves, what it judges, what it hands over, what it never trusts."""

import re

import pytest

from course.content.exercises import load_pair_exercise
from course.forms import html
from course.forms.policy_desk import PolicyDesk
from course.learner.profile import save_profile
from course.learner.progress import reached
from course.learner.workbook import Workbook

SLUG = "draft-the-quality-policy"
GOOD = load_pair_exercise("draft-the-quality-policy").good.text


def test_the_desk_saves_and_judges_what_is_typed():
    desk = PolicyDesk("quality-policy")
    desk.text.value = "We build schools in Dubai."
    assert Workbook("quality-policy").get("text") == "We build schools in Dubai."
    assert "5 words" in desk.status.value
    assert "5.2.1 a (2015)" in desk.review.value


def test_the_desk_opens_with_the_saved_draft():
    PolicyDesk("quality-policy").text.value = "We build schools."
    assert PolicyDesk("quality-policy").text.value == "We build schools."


def test_the_edition_held_is_judged_first():
    save_profile(edition="2026")
    desk = PolicyDesk("quality-policy")
    desk.text.value = "We build schools in Dubai."
    held, other = desk.review.value.split("<details>")
    assert "5.2.1 a (2026)" in held
    assert "5.2.1 a (2015)" in other


def test_what_the_learner_typed_is_escaped_in_the_review():
    desk = PolicyDesk("quality-policy")
    desk.text.value = "We build <script>alert(1)</script> schools in Dubai for <b>parents</b>."
    assert "<script>" not in desk.review.value
    assert "<b>parents" not in desk.review.value


def test_a_passing_draft_shows_the_workshops_objective():
    desk = PolicyDesk("quality-policy")
    desk.text.value = "We do work."
    assert "workshop" not in reached(SLUG)
    desk.text.value = GOOD["en"]
    assert "workshop" in reached(SLUG)


def test_an_empty_desk_asks_for_a_first_sentence_and_makes_no_document():
    desk = PolicyDesk("quality-policy")
    assert "what do you make or do" in desk.review.value
    desk.download()
    assert "Write the policy first" in desk.document.value


def test_a_document_is_kept_and_handed_over():
    desk = PolicyDesk("quality-policy")
    desk.text.value = GOOD["en"]
    desk.details["version"].value = "2/b"
    desk.download()
    assert "data-course-download" in desk.document.value
    assert "quality-policy-v2-b.docx" in desk.document.value


def test_one_version_does_not_replace_another_text_of_it():
    desk = PolicyDesk("quality-policy")
    names = []
    for text in (GOOD["en"], GOOD["en"] + "\nMore.", GOOD["en"]):
        desk.text.value = text
        desk.details["version"].value = "٢" * 300
        desk.download()
        names.append(re.search(r'download="([^"]+)"', desk.document.value)[1])
    assert names[0] == names[2] != names[1]
    assert names[0].startswith("quality-policy-v2")


def test_a_workbook_with_a_number_for_a_text_is_no_end():
    Workbook("quality-policy").save(text=5, scope=["x"], saved=7)
    assert PolicyDesk("quality-policy").text.value == ""


def test_a_damaged_draft_is_set_aside_and_the_learner_told():
    book = Workbook("quality-policy")
    book.save(text="x")
    book.path.write_text("{")
    assert "set aside as quality-policy.damaged-" in PolicyDesk("quality-policy").status.value


def test_copied_clause_words_do_not_show_the_objective():
    desk = PolicyDesk("quality-policy")
    desk.text.value = (
        "We are committed to a quality policy appropriate to our purpose and context. "
        "It provides a framework for setting objectives. We commit to satisfy applicable "
        "requirements. We commit to continual improvement of the quality management system."
    )
    assert "workshop" not in reached(SLUG)


def test_a_cleared_draft_can_be_brought_back():
    desk = PolicyDesk("quality-policy")
    desk.text.value = GOOD["en"]
    assert desk.earlier.layout.display == "none"
    desk.text.value = ""
    assert desk.earlier.layout.display is None
    desk.bring_back()
    assert desk.text.value == GOOD["en"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_who_approves_it_and_when_counts_as_documented(language):
    save_profile(language=language)
    desk = PolicyDesk("quality-policy")
    desk.text.value = GOOD[language].rsplit("\n", 1)[0]  # without its own version line
    title = html.escape(desk.say("policy.documented.title"))
    assert "course-missing" in desk.review.value.split(title)[0].rsplit("course-pill", 1)[1]
    desk.details["owner"].value = "المدير العام" if language == "ar" else "the Managing Director"
    assert "course-met" in desk.review.value.split(title)[0].rsplit("course-pill", 1)[1]
