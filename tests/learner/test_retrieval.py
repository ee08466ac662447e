"""What was missed comes back in a later lesson, once, and is gone when it was made good."""

from course.content import load_modules, load_quiz
from course.forms.quiz import Quiz
from course.learner.first_answers import keep_answer, tallies
from course.learner.retrieval import MOST, returning
from course.learner.workbook import Workbook

FIRST, SECOND = [m.slug for m in load_modules().values() if m.kind == "lesson"][:2]


def answered(item, *, right):
    option = next(o.key for o in item.options if o.right == right)
    keep_answer(FIRST, item.key, option)


def test_nothing_missed_brings_nothing_back():
    assert returning(SECOND) == []
    answered(load_quiz(FIRST)[0], right=True)
    assert returning(SECOND) == []


def test_a_missed_objective_returns_with_an_item_not_met_yet():
    item = next(
        i for i in load_quiz(FIRST)
        if sum(o.objective == i.objective for o in load_quiz(FIRST)) > 1
    )  # fmt: skip
    answered(item, right=False)
    ((slug, back),) = returning(SECOND)
    assert (slug, back.objective) == (FIRST, item.objective)
    assert back.key != item.key
    assert returning(FIRST) == []  # not in the lesson itself


def test_an_objective_made_good_does_not_return():
    item = load_quiz(FIRST)[0]
    answered(item, right=False)
    for other in load_quiz(FIRST):
        if other.objective == item.objective and other.key != item.key:
            answered(other, right=True)
    assert returning(SECOND) == []


def test_a_sitting_is_not_flooded():
    for item in load_quiz(FIRST):
        answered(item, right=False)
    assert len(returning(SECOND)) == MOST


def test_the_answer_given_later_is_kept_with_its_own_lesson():
    item = load_quiz(FIRST)[0]
    answered(item, right=False)
    quiz = Quiz(SECOND)
    field, shown = quiz.children[-1].children
    (_, back) = returning(SECOND)[0]
    field.value = next(o.key for o in back.options if o.right)
    assert "Right" in shown.value
    assert (FIRST, back) not in returning(SECOND)
    assert tallies(FIRST)[back.objective].right == 1
    assert Workbook(f"quiz-{SECOND}").read() == {}


def test_an_answer_given_again_in_a_later_lesson_counts_as_a_first_one():
    item = load_quiz(FIRST)[0]
    for other in load_quiz(FIRST):
        if other.objective == item.objective:
            answered(other, right=False)
    (_, back) = returning(SECOND)[0]
    field, _ = Quiz(SECOND).children[-1].children
    assert tallies(FIRST)[item.objective].right == 0
    wrong = next(option for option in back.options if not option.right)
    field.value = next(o.key for o in back.options if o.right)
    assert tallies(FIRST)[item.objective].right == 1
    field.value = wrong.key  # to read its reason: the first choice stands
    assert tallies(FIRST)[item.objective].right == 1
