"""The other forms of a lesson: what they save, what they say, and when an objective is shown."""

import pytest

from course.content import load_modules, load_quiz, wording
from course.content.exercises import load_gap_exercise, load_pair_exercise
from course.forms import html, lesson
from course.forms.exercise import GapExercise
from course.forms.note import Note
from course.forms.pair import Pair
from course.forms.quiz import Quiz, drawn
from course.forms.sample import commented
from course.forms.tiles import Tiles
from course.learner.profile import save_profile
from course.learner.progress import reach, reached, share
from course.learner.workbook import Workbook

SLUG = "draft-the-quality-policy"
GOOD = load_pair_exercise("draft-the-quality-policy").good.text


@pytest.fixture(autouse=True)
def nothing_released(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_ASSESSMENTS", str(tmp_path / "assessments"))


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
    again = GapExercise("article-policy")
    assert again.ticked == [gap.key for gap in gaps if gap.real]
    assert again.result.value == exercise.result.value


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
    sample = getattr(load_pair_exercise("draft-the-quality-policy"), which)
    shown = commented(sample, language)
    for remark in sample.comments:
        assert f"<mark>{html.escape(remark.phrase[language])}</mark>" in shown


def test_neither_text_of_the_pair_is_shown_unasked():
    pair = Pair("draft-the-quality-policy")
    assert pair.text.value == ""
    pair.show("tempting")
    assert "leading provider" in pair.text.value


def test_takeaways_tick_what_was_done_while_the_page_is_open():
    card = lesson.Takeaways(SLUG)
    assert "You have shown this" not in card.value
    reach(SLUG, "quiz")
    assert "You have shown this" in card.value


def test_the_start_page_offers_the_first_unfinished_module():
    _, first, second, *_ = load_modules().values()
    title = html.escape(first.title["en"])
    assert f"Begin: {title}" in Tiles().value
    reach(first.slug, "opened")
    assert f"Continue: {title}" in Tiles().value
    for objective in first.objectives:
        reach(first.slug, objective.shown_by)
    assert share(first) == 1
    assert f"Continue: {html.escape(second.title['en'])}" in Tiles().value
    for module in load_modules().values():
        for objective in module.objectives:
            reach(module.slug, objective.shown_by)
    assert f"Open again: {title}" in Tiles().value


def test_a_case_not_released_has_no_link():
    assert "has not released this case yet" in Tiles().value


def test_a_quotation_shows_the_words_and_their_surroundings():
    text = "We build schools in Dubai that open on the promised day, each time we can."
    shown = html.quoted(text, [(9, 16)])
    assert "<mark>schools</mark>" in shown
    assert shown.startswith("<bdi>“We build")
    assert html.quoted(text, []) == ""


def test_quotation_marks_are_those_of_the_words():
    assert html.quotation("We build") == '<bdi lang="en">“We build”</bdi>'
    assert html.quotation("نبني المدارس") == '<bdi lang="ar">«نبني المدارس»</bdi>'
    assert html.quoted("نبني المدارس", [(0, 4)]).startswith("<bdi>«<mark>نبني</mark>")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_source_is_told_in_its_own_direction_and_once(language):
    save_profile(language=language)
    shown = lesson.Takeaways(SLUG).value
    sources = shown[shown.index("<details>") :]
    assert "(2026) (2026)" not in sources
    assert "address unknown" not in sources
    assert wording(language)("lesson.source_no_address") in sources
    assert "<li><bdi lang='en' dir='ltr'>" in sources


def test_a_decision_is_kept_for_the_learner_alone():
    Note("gulf-meridian-poster").text.value = "No: signatures prove nothing."
    note = Note("gulf-meridian-poster")
    assert note.text.value == "No: signatures prove nothing."
    assert Note("another").text.value == ""
