"""The forms of a lesson: what they save, what they say, and what they never trust."""

import re

import pytest

from course.content import load_modules, load_quiz
from course.content.exercises import load_gap_exercise, load_pair_exercise
from course.profile import save_profile
from course.progress import reach, reached, share
from course.widgets import html, lesson
from course.widgets.exercise import GapExercise
from course.widgets.note import Note
from course.widgets.pair import Pair
from course.widgets.policy_desk import PolicyDesk
from course.widgets.quiz import Quiz, drawn
from course.widgets.sample import commented
from course.widgets.tiles import Tiles
from course.workbook import Workbook

SLUG = "draft-the-quality-policy"
GOOD = load_pair_exercise("policy-pair").good.text


@pytest.fixture(autouse=True)
def nothing_released(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_ASSESSMENTS", str(tmp_path / "assessments"))


def test_the_desk_saves_and_judges_what_is_typed():
    desk = PolicyDesk()
    desk.text.value = "We build schools in Dubai."
    assert Workbook("quality-policy").get("text") == "We build schools in Dubai."
    assert "5 words" in desk.status.value
    assert "5.2.1 a (2015)" in desk.review.value


def test_the_desk_opens_with_the_saved_draft():
    PolicyDesk().text.value = "We build schools."
    assert PolicyDesk().text.value == "We build schools."


def test_the_edition_held_is_judged_first():
    save_profile(edition="2026")
    desk = PolicyDesk()
    desk.text.value = "We build schools in Dubai."
    held, other = desk.review.value.split("<details>")
    assert "5.2.1 a (2026)" in held
    assert "5.2.1 a (2015)" in other


def test_what_the_learner_typed_is_escaped_in_the_review():
    desk = PolicyDesk()
    desk.text.value = "We build <script>alert(1)</script> schools in Dubai for <b>parents</b>."
    assert "<script>" not in desk.review.value
    assert "<b>parents" not in desk.review.value


def test_a_passing_draft_shows_the_workshops_objective():
    desk = PolicyDesk()
    desk.text.value = "We do work."
    assert "workshop" not in reached(SLUG)
    desk.text.value = GOOD["en"]
    assert "workshop" in reached(SLUG)


def test_an_empty_desk_asks_for_a_first_sentence_and_makes_no_document():
    desk = PolicyDesk()
    assert "what do you make or do" in desk.review.value
    desk.download()
    assert "Write the policy first" in desk.document.value


def test_a_document_is_kept_and_handed_over():
    desk = PolicyDesk()
    desk.text.value = GOOD["en"]
    desk.details["version"].value = "2/b"
    desk.download()
    assert "data-course-download" in desk.document.value
    assert "quality-policy-v2-b.docx" in desk.document.value


def test_one_version_does_not_replace_another_text_of_it():
    desk = PolicyDesk()
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
    assert PolicyDesk().text.value == ""


def test_a_damaged_draft_is_set_aside_and_the_learner_told():
    book = Workbook("quality-policy")
    book.save(text="x")
    book.path.write_text("{")
    assert "set aside as quality-policy.damaged-" in PolicyDesk().status.value


def test_copied_clause_words_do_not_show_the_objective():
    desk = PolicyDesk()
    desk.text.value = (
        "We are committed to a quality policy appropriate to our purpose and context. "
        "It provides a framework for setting objectives. We commit to satisfy applicable "
        "requirements. We commit to continual improvement of the quality management system."
    )
    assert "workshop" not in reached(SLUG)


def test_a_cleared_draft_can_be_brought_back():
    desk = PolicyDesk()
    desk.text.value = GOOD["en"]
    assert desk.earlier.layout.display == "none"
    desk.text.value = ""
    assert desk.earlier.layout.display is None
    desk.bring_back()
    assert desk.text.value == GOOD["en"]


def test_each_question_of_the_bank_comes_before_one_returns():
    bank = load_quiz(SLUG)
    asked = [item.key for sitting in range(2) for item in drawn(bank, "someone", sitting)]
    assert len(asked) == len(set(asked)) == 10
    third = {item.key for item in drawn(bank, "someone", 2)}
    assert third - set(asked)


def test_two_learners_are_asked_in_their_own_order():
    first = {tuple(i.key for i in drawn(load_quiz(SLUG), who, 0)) for who in "abcd"}
    assert len(first) > 1


def test_another_sitting_asks_others_and_keeps_the_answers():
    quiz = Quiz(SLUG)
    before = {item.key for item in quiz.items}
    for item in quiz.items:
        quiz.choices[item.key].value = item.options[0].key
    assert quiz.others.layout.display is None
    quiz.sit_again()
    assert not before & {item.key for item in quiz.items}
    assert before <= set(Workbook(f"quiz-{SLUG}").read())
    assert quiz.others.layout.display == "none"


def test_each_choice_has_its_reason_and_is_kept():
    quiz = Quiz(SLUG)
    item = quiz.items[0]
    wrong = next(option for option in item.options if not option.right)
    quiz.choices[item.key].value = wrong.key
    assert html.escape(wrong.feedback["en"]) in quiz.feedback[item.key].value
    assert "Not this one" in quiz.feedback[item.key].value
    assert Quiz(SLUG).choices[item.key].value == wrong.key


@pytest.mark.parametrize(("rights", "shown"), [(5, True), (4, True), (3, False), (0, False)])
def test_the_quiz_shows_an_objective_when_four_of_five_are_right(rights, shown):
    quiz = Quiz(SLUG)
    for place, item in enumerate(quiz.items):
        assert "quiz" not in reached(SLUG)
        right = place < rights
        quiz.choices[item.key].value = next(o.key for o in item.options if o.right == right)
    assert ("quiz" in reached(SLUG)) == shown
    assert f"{rights} of 5 right" in quiz.status.value


def test_the_gaps_are_compared_statement_by_statement():
    exercise, gaps = GapExercise("article-policy"), load_gap_exercise("article-policy").gaps
    for gap in gaps:
        exercise.ticks[gap.key].value = gap.real
    exercise.compare()
    real = sum(gap.real for gap in gaps)
    assert f"You found {real} of {real} gaps and named 0" in exercise.result.value
    assert "Look again" not in exercise.result.value
    assert GapExercise("article-policy").ticked == [gap.key for gap in gaps if gap.real]


def test_comparing_without_having_looked_shows_no_objective():
    exercise = GapExercise("article-policy")
    exercise.compare()
    assert "exercise" not in reached(SLUG)
    for gap in load_gap_exercise("article-policy").gaps:
        exercise.ticks[gap.key].value = gap.real
    assert "exercise" in reached(SLUG)


def test_a_missed_gap_gets_its_own_answer():
    exercise = GapExercise("article-policy")
    exercise.compare()
    missed = next(gap for gap in load_gap_exercise("article-policy").gaps if gap.real)
    assert html.escape(missed.missed["en"]) in exercise.result.value


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("which", ["good", "tempting"])
def test_each_remark_marks_its_phrase(language, which):
    sample = getattr(load_pair_exercise("policy-pair"), which)
    shown = commented(sample, language)
    for remark in sample.comments:
        assert f"<mark>{html.escape(remark.phrase[language])}</mark>" in shown


def test_neither_text_of_the_pair_is_shown_unasked():
    pair = Pair("policy-pair")
    assert pair.text.value == ""
    pair.show("tempting")
    assert "leading provider" in pair.text.value


def test_takeaways_tick_what_was_done_while_the_page_is_open():
    card = lesson.Takeaways(SLUG)
    assert "You have shown this" not in card.value
    reach(SLUG, "quiz")
    assert "You have shown this" in card.value


def test_the_start_page_offers_the_first_unfinished_module():
    assert "Begin: Draft" in Tiles().value
    reach(SLUG, "opened")
    assert "Continue: Draft" in Tiles().value
    for objective in load_modules()[SLUG].objectives:
        reach(SLUG, objective.shown_by)
    assert share(load_modules()[SLUG]) == 1
    assert "Open again: Draft" in Tiles().value


def test_a_case_not_released_has_no_link():
    assert "has not released this case yet" in Tiles().value


@pytest.mark.parametrize(
    ("spans", "joined"),
    [([(3, 5), (0, 2)], [(0, 2), (3, 5)]), ([(0, 4), (2, 6)], [(0, 6)]), ([], [])],
)
def test_spans_are_put_in_order_and_joined(spans, joined):
    assert html.joined(spans) == joined


def test_a_quotation_shows_the_words_and_their_surroundings():
    text = "We build schools in Dubai that open on the promised day, each time we can."
    shown = html.quoted(text, [(9, 16)])
    assert "<mark>schools</mark>" in shown
    assert shown.startswith("<bdi>“We build")
    assert html.quoted(text, []) == ""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_who_approves_it_and_when_counts_as_documented(language):
    save_profile(language=language)
    desk = PolicyDesk()
    desk.text.value = GOOD[language].rsplit("\n", 1)[0]  # without its own version line
    title = html.escape(desk.say("policy.documented.title"))
    assert "course-missing" in desk.review.value.split(title)[0].rsplit("course-pill", 1)[1]
    desk.details["owner"].value = "المدير العام" if language == "ar" else "the Managing Director"
    assert "course-met" in desk.review.value.split(title)[0].rsplit("course-pill", 1)[1]


def test_a_decision_is_kept_for_the_learner_alone():
    Note("gulf-meridian-poster").text.value = "No: signatures prove nothing."
    note = Note("gulf-meridian-poster")
    assert note.text.value == "No: signatures prove nothing."
    assert Note("another").text.value == ""
