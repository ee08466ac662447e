"""The policy desk: what it saves, what it judges, what it hands over, what it never trusts."""

import io
import re

import docx
import pytest
from desk_page import seen

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
    assert "5.2.1 a (2015)" in seen(desk.review)


def test_the_desk_opens_with_the_saved_draft():
    PolicyDesk("quality-policy").text.value = "We build schools."
    assert PolicyDesk("quality-policy").text.value == "We build schools."


def test_the_edition_held_is_judged_first():
    save_profile(edition="2026")
    desk = PolicyDesk("quality-policy")
    desk.text.value = "We build schools in Dubai."
    held, other = seen(desk.review).split("<details>")
    assert "5.2.1 a (2026)" in held
    assert "5.2.1 a (2015)" in other


def test_what_the_learner_typed_is_escaped_in_the_review():
    desk = PolicyDesk("quality-policy")
    desk.text.value = "We build <script>alert(1)</script> schools in Dubai for <b>parents</b>."
    assert "<script>" not in seen(desk.review)
    assert "<b>parents" not in seen(desk.review)


def test_a_passing_draft_shows_the_workshops_objective():
    desk = PolicyDesk("quality-policy")
    desk.text.value = "We do work."
    assert "workshop" not in reached(SLUG)
    desk.text.value = GOOD["en"]
    assert "workshop" in reached(SLUG)


def test_an_empty_desk_asks_for_a_first_sentence_and_makes_no_document():
    desk = PolicyDesk("quality-policy")
    assert "what do you make or do" in seen(desk.review)
    desk.download()
    assert "Write the policy first" in desk.document.value


def test_a_document_is_kept_and_handed_over():
    desk = PolicyDesk("quality-policy")
    desk.text.value = GOOD["en"]
    desk.details["version"].value = "2/b"
    desk.download()
    assert "data-course-download" in desk.document.value
    assert "Quality policy - version 2 b.docx" in desk.document.value
    assert "documents" not in desk.document.value


def test_the_review_is_in_the_document_only_if_it_is_asked_for():
    desk = PolicyDesk("quality-policy")
    desk.text.value = GOOD["en"]
    words = lambda: [p.text for p in docx.Document(io.BytesIO(desk._word())).paragraphs]  # noqa: E731
    assert "What the review says" not in words()
    desk.reviewed_too.value = True
    assert "What the review says" in words()


@pytest.mark.parametrize(
    ("language", "signed"),
    [("en", "Omar Haddad, Managing Director"), ("ar", "Omar Haddad، Managing Director")],
)
def test_who_signs_is_known_from_the_profile_until_another_is_written(language, signed):
    save_profile(language=language, name="Omar Haddad")
    assert PolicyDesk("quality-policy").details["owner"].value == "Omar Haddad"
    save_profile(job="Managing Director")
    desk = PolicyDesk("quality-policy")
    assert desk.details["owner"].value == signed
    desk.details["owner"].value = "Ravi Menon"
    assert PolicyDesk("quality-policy").details["owner"].value == "Ravi Menon"


def test_one_version_does_not_replace_another_text_of_it():
    desk = PolicyDesk("quality-policy")
    names = []
    for text in (GOOD["en"], GOOD["en"] + "\nMore.", GOOD["en"]):
        desk.text.value = text
        desk.details["version"].value = "٢" * 300
        desk.download()
        names.append(re.search(r'download="([^"]+)"', desk.document.value)[1])
    assert names[0] == names[2] != names[1]
    assert names[0].startswith("Quality policy - version ٢")
    assert names[1] == names[0].replace(".docx", " (2).docx")


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


def pill(desk, key):
    """The state that the row of this deed shows."""
    row = desk.review.deed_rows[key].row.value
    return re.search(r"course-pill course-([a-z]+)", row)[1]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_done_around_the_policy_is_read_from_its_lines_not_from_the_text(language):
    save_profile(language=language)
    desk = PolicyDesk("quality-policy")
    desk.text.value = GOOD[language]
    assert {pill(desk, key) for key in desk.review.deed_rows} == {"blank"}
    assert html.escape(desk.say("deed.said")) in desk.review.deed_rows["communicated"].row.value
    desk.lines["documented-kept"].value = "SharePoint, QP-01"
    assert pill(desk, "documented") == "met"


def test_nothing_is_missing_before_anything_is_written():
    desk = PolicyDesk("quality-policy")
    assert "Not written yet" in seen(desk.review)
    assert "course-missing" not in seen(desk.review)
    desk.lines["documented-kept"].value = "none"
    assert pill(desk, "documented") == "missing"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_a_policy_forbids_is_missing_though_no_line_is_written(language):
    save_profile(language=language)
    desk = PolicyDesk("quality-policy")
    desk.text.value = "We bake bread. This policy is not communicated to staff."
    assert pill(desk, "communicated") == "missing"
    assert pill(desk, "available") == "blank"


def test_one_line_above_the_review_says_what_is_open():
    desk = PolicyDesk("quality-policy")
    desk.text.value = GOOD["en"]
    assert "Still open: 3 of 7 (Not written yet: 3)" in desk.review.count.value
    for line, words in {
        "documented-kept": "SharePoint, QP-01",
        "communicated-teller": "the shift supervisor",
        "communicated-told": "each crew, in Urdu",
        "communicated-moment": "at induction",
        "available-parties": "clients",
        "available-found": "on the website",
    }.items():
        desk.lines[line].value = words
    assert "All 7 are met." in desk.review.count.value
    desk.text.value = ""
    assert desk.review.count.value == ""


def test_a_line_that_is_left_empty_is_missing_and_asked_for():
    desk = PolicyDesk("quality-policy")
    desk.lines["communicated-teller"].value = "the shift supervisor"
    desk.lines["communicated-told"].value = "each crew, in Urdu"
    row = desk.review.deed_rows["communicated"].row
    assert pill(desk, "communicated") == "missing"
    assert "Say when" in row.value
    desk.lines["communicated-moment"].value = "at induction and every first Sunday"
    assert pill(desk, "communicated") == "met"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("documented-kept", "everywhere"),
        ("communicated-teller", "everyone"),
        ("communicated-told", "all staff"),
        ("communicated-moment", "as needed"),
        ("available-parties", "interested parties"),
        ("available-found", "n/a"),
        ("communicated-told", "جميع العاملين"),
        ("communicated-moment", "عند الحاجة"),
    ],
)
def test_an_answer_that_names_nobody_is_told_so(line, words):
    desk = PolicyDesk("quality-policy")
    for field in desk.lines.values():
        field.value = "the shift supervisor, every first Sunday"
    desk.lines[line].value = words
    key = line.partition("-")[0]
    assert pill(desk, key) == "missing"
    assert words in desk.review.deed_rows[key].row.value


def test_a_policy_that_forbids_the_deed_undoes_it():
    desk = PolicyDesk("quality-policy")
    desk.lines["available-parties"].value = "clients"
    desk.lines["available-found"].value = "on the website"
    assert pill(desk, "available") == "met"
    desk.text.value = "We build schools in Dubai. Our policy is not available to customers."
    assert pill(desk, "available") == "missing"
    assert "This withholds it" in desk.review.deed_rows["available"].row.value


def test_the_lines_around_the_policy_are_kept():
    PolicyDesk("quality-policy").lines["available-found"].value = "on the website"
    assert PolicyDesk("quality-policy").lines["available-found"].value == "on the website"
