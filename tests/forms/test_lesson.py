"""The other forms of a lesson: what they save, what they say, and when an objective is shown."""

import re

import pytest

from course import show
from course.content import load_modules, load_quiz, wording
from course.content.exercises import load_gap_exercise, load_pair_exercise
from course.content.learning_paths import load_learning_paths
from course.forms import html, lesson, tiles
from course.forms.exercise import GapExercise
from course.forms.mix_lab import MixLab
from course.forms.note import Again, Note
from course.forms.pair import Pair
from course.forms.policy_desk import PolicyDesk
from course.forms.quiz import Quiz, drawn
from course.forms.sample import commented
from course.forms.sorter import SorterForm
from course.forms.tiles import Tiles
from course.forms.workshops import workshop
from course.learner import journey, progress
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


def choose(quiz, item, *, right):
    quiz.choices[item.key].value = next(o.key for o in item.options if o.right == right)


def of_one_objective(count):
    """A quiz that asks this many questions of one objective, and what they are."""
    quiz, wanted = Quiz(SLUG), "judge-promises"
    asked = [item for item in load_quiz(SLUG) if item.objective == wanted][:count]
    while not all(item.key in quiz.choices for item in asked):
        quiz.items = tuple(asked)
        quiz.children = [quiz._question(place, item) for place, item in enumerate(asked, 1)]
    return quiz, wanted, asked


@pytest.mark.parametrize(("first", "shown"), [((1, 1), 1), ((1, 0), 0), ((0, 0), 0)])
def test_an_objective_is_shown_by_two_answers_given_before_the_reason_was_seen(first, shown):
    quiz, wanted, asked = of_one_objective(2)
    for item, right in zip(asked, first, strict=True):
        choose(quiz, item, right=bool(right))
    for item in asked:  # the reason was read: this is no judgement any more
        choose(quiz, item, right=True)
    assert (wanted in progress.shown(load_modules()[SLUG])) == bool(shown)
    if not shown:
        told = lesson.Takeaways(SLUG).value
        assert f"{sum(first)} of the 2 answers it takes were right at the first choice" in told


def test_what_a_quiz_showed_before_its_questions_counted_one_by_one_stays_shown():
    reach(SLUG, "quiz")
    assert {"judge-promises", "make-understood"} <= progress.shown(load_modules()[SLUG])


def test_the_gaps_are_compared_statement_by_statement():
    exercise, gaps = GapExercise("article-policy"), load_gap_exercise("article-policy").gaps
    for gap in gaps:
        exercise.ticks[gap.key].value = gap.real
    exercise.compare()
    real = sum(gap.real for gap in gaps)
    assert f"Gaps you found: {real} of {real}. Ticked, but no gap: 0." in exercise.result.value
    assert "Look again" not in exercise.result.value
    again = GapExercise("article-policy")
    assert again.ticked == [gap.key for gap in gaps if gap.real]
    assert again.result.value == exercise.result.value


@pytest.mark.parametrize(
    ("real", "ticked", "verdict"),
    [(1, 1, "seen"), (1, 0, "unseen"), (0, 0, "left"), (0, 1, "wrong")],
)
def test_each_statement_says_whether_it_was_found_missed_left_or_wrongly_ticked(
    real, ticked, verdict
):
    exercise = GapExercise("article-policy")
    gap = next(gap for gap in exercise.exercise.gaps if gap.real == real)
    exercise.ticks[gap.key].value = bool(ticked)
    exercise.compare()
    (row,) = [
        row
        for row in exercise.result.value.split("course-row")
        if f"<b>{html.escape(gap.statement['en'])}</b>" in row
    ]
    assert f"course-{verdict}" in row
    assert exercise.say(f"verdict.{verdict}") in row


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
    pair.choice.value = "bad"
    assert "leading provider" in pair.text.value
    assert "stops the truck" not in pair.text.value


def test_both_texts_of_the_pair_lie_side_by_side_and_only_one_is_objected_to():
    pair = Pair("draft-the-quality-policy")
    pair.choice.value = "both"
    tempting, good = pair.text.value.split("Written for one company")
    assert "leading provider" in tempting
    assert "stops the truck" in good
    assert '<mark class="against">' in tempting
    assert "<mark>" in good
    assert "against" not in good


def test_takeaways_tick_what_was_done_while_the_page_is_open():
    card = lesson.Takeaways(SLUG)
    assert "You have shown this" not in card.value
    reach(SLUG, "quiz")
    assert "You have shown this" in card.value


def ticked(missing):
    """The exercise compared with so many gaps ticked that this many are missing."""
    exercise = GapExercise("article-policy")
    real = [gap.key for gap in exercise.exercise.gaps if gap.real]
    for place, key in enumerate(real):
        exercise.ticks[key].value = place < len(real) // 2 + 1 - missing
    exercise.compare()


def test_an_exercise_that_was_done_says_what_is_missing():
    card = lesson.Takeaways(SLUG)
    assert "Still open: do the exercise" in card.value
    ticked(missing=2)
    assert "Not yet: find 2 more gaps" in card.value
    ticked(missing=1)
    assert "Not yet: find one more gap" in card.value
    assert "exercise" not in reached(SLUG)
    ticked(missing=0)
    assert "exercise" in reached(SLUG)
    assert "gap," not in card.value


def test_a_wrong_tick_takes_a_gap_away():
    exercise = GapExercise("article-policy")
    for tick in exercise.ticks.values():
        tick.value = True
    exercise.compare()
    gaps = exercise.exercise.gaps
    enough = sum(gap.real for gap in gaps) - sum(not gap.real for gap in gaps)
    assert enough > sum(gap.real for gap in gaps) / 2 or "Not yet" in lesson.Takeaways(SLUG).value


def test_a_quiz_that_was_answered_says_how_many_it_takes():
    card, quiz = lesson.Takeaways(SLUG), Quiz(SLUG)
    for item in quiz.items:
        quiz.choices[item.key].value = next(o.key for o in item.options if not o.right)
    assert "0 of the 2 answers it takes were right at the first choice" in card.value


def test_a_sorter_and_a_lab_say_what_is_missing(monkeypatch):
    monkeypatch.setenv("COURSE_STRICT", "1")  # what is drawn aside is drawn at once
    sorter = SorterForm("findings")
    for item in sorter.sorter.items:
        others = [tray.key for tray in sorter.sorter.trays if tray.key != item.tray]
        sorter.choices[item.key].value = others[0]
    shown = lesson.Takeaways("why-leaders-decide").value
    assert f"Not yet: 0 of {len(sorter.choices)} are right" in shown
    lab = MixLab("customer-lab")
    lab.view.value = lab.desk.seen[1]
    assert "Still to open: 2." in lesson.Takeaways("customer-first").value


def test_a_draft_says_how_many_points_are_left_and_none_says_nothing(monkeypatch):
    monkeypatch.setenv("COURSE_STRICT", "1")
    card, desk = lesson.Takeaways(SLUG), PolicyDesk("quality-policy")
    assert "Still open: write your draft" in card.value
    desk.text.value = "We are committed to excellence."
    first = re.search(r"points of the review still to settle: (\d+)", card.value)
    assert int(first[1]) > 3
    desk.text.value = GOOD["en"]
    assert "workshop" in reached(SLUG)


def test_a_tool_that_was_begun_says_so():
    tool = workshop("objectives")
    tool.records.save("r1", tool.tool.fields[0].key, "Fewer snags")
    tool.judge()
    assert "still asks for something" in lesson.Takeaways("set-objectives").value


@pytest.mark.parametrize("damaged", ["x", {"missing": "no-such"}, {"missing": "gaps"}, {"x": 1}])
def test_a_damaged_note_of_a_try_is_none(damaged):
    Workbook("attempts").save(**{f"{SLUG}/exercise": damaged})
    assert "Still open: do the exercise" in lesson.Takeaways(SLUG).value


def test_what_is_open_leads_to_its_step_on_a_light_page(monkeypatch):
    assert 'href="#' not in lesson.Takeaways(SLUG).value
    monkeypatch.setattr(lesson, "is_light", lambda: True)
    shown = lesson.Takeaways(SLUG).value
    for key, words in (
        ("workshop", "To the workshop"),
        ("quiz", "To the quiz"),
        ("find-the-gaps", "To the exercise"),
    ):
        assert f'<a href="#{key}">{words}</a>' in shown


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


def test_a_title_leads_to_its_lesson_and_a_case_that_is_not_there_has_none():
    shown = Tiles().value
    for module in load_modules().values():
        link = f'<h2><a href="{module.notebook}">{html.escape(module.title["en"])}</a></h2>'
        assert (link in shown) == (module.kind == "lesson")


def test_a_case_is_handed_in_or_not_and_nobody_says_what_it_shows(monkeypatch):
    case = next(module for module in load_modules().values() if module.kind == "case")
    monkeypatch.setattr(tiles, "load_modules", lambda: {case.slug: case})
    monkeypatch.setattr(tiles, "address", lambda module: module.notebook)
    assert "Not begun" in Tiles().value
    reach(case.slug, "opened")
    assert "Begun" in Tiles().value
    reach(case.slug, "hand-in")
    assert "Handed in" in Tiles().value
    assert "goals" not in Tiles().value


def test_the_lessons_of_a_chosen_path_are_marked_at_once():
    shown, paths = Tiles(), load_learning_paths()
    assert "On your path" not in shown.value
    journey.choose_path("half-day")
    assert (
        shown.value.count("On your path") == len(paths["half-day"].slugs) < len(paths["full"].slugs)
    )
    journey.choose_path("full")
    assert "On your path" not in shown.value


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


def test_a_first_decision_comes_back_at_the_end_as_it_was_written():
    again = Again("gulf-meridian-poster")
    assert "wrote nothing" in again.first.value
    note = Note("gulf-meridian-poster")
    note.follow(again.look)
    note.text.value = "Sign it <now>.\nThen ask."
    assert "Sign it &lt;now&gt;.\nThen ask." in again.first.value
    again.now.value = "Ask three people first."
    assert Note("gulf-meridian-poster").text.value == "Sign it <now>.\nThen ask."
    assert Again("gulf-meridian-poster").now.value == "Ask three people first."


def test_a_page_tells_the_return_of_a_decision_whichever_form_it_shows_first():
    for first, then in (("again", "note"), ("note", "again")):
        made = {name: show.form(name, (f"{first}-first",)) for name in (first, then)}
        made["note"].text.value = f"{first} first"
        assert f"{first} first" in made["again"].first.value
