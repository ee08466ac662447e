"""Each objective is taught, practised and assessed, and the guide holds what a trainer needs."""

from collections import Counter

import pytest
from click.testing import CliRunner

from course.cli.command import course
from course.content import load_modules, load_quiz
from course.content.alignment import Row, rows
from course.learner.first_answers import ENOUGH
from course.trainer.guide import guide_page

LESSONS = [module for module in load_modules().values() if module.kind == "lesson"]


def by_slug(modules):
    return pytest.mark.parametrize("module", modules, ids=lambda module: module.slug)


def test_no_objective_has_a_hole():
    assert [(row.module, row.objective, row.holes) for row in rows() if row.holes] == []


def test_a_hole_is_named():
    row = Row("a-lesson", "an-act", "idea-1", "quiz", "", "5.1.1 (2015)")
    assert row.holes == ("assessed",)


def test_the_map_prints_every_objective_and_is_content():
    shown = CliRunner().invoke(course, ["map"])
    assert shown.exit_code == 0
    assert all(objective.key in shown.output for m in LESSONS for objective in m.objectives)


@by_slug(LESSONS)
def test_a_quiz_has_fifteen_items_and_half_of_them_ask_for_judgement(module):
    items = load_quiz(module.slug)
    assert len(items) >= 15
    assert sum(item.level != "recall" for item in items) >= len(items) / 2
    assert {item.objective for item in items} <= {o.key for o in module.objectives}


@by_slug(LESSONS)
def test_what_a_quiz_shows_is_asked_often_enough_to_be_shown(module):
    asked = Counter(item.objective for item in load_quiz(module.slug))
    shown = [o.key for o in module.objectives if o.shown_by == "quiz"]
    assert {key: asked[key] for key in shown if asked[key] <= ENOUGH} == {}


@by_slug(LESSONS)
def test_a_lesson_has_three_to_five_objectives_and_fits_a_sitting(module):
    assert 3 <= len(module.objectives) <= 5
    assert 25 <= module.minutes <= 40


def test_the_guide_holds_each_lessons_notes_and_key_and_no_learner_sees_it():
    page = guide_page()
    for module in LESSONS:
        assert module.title.en.replace("'", "&#39;") in page
    assert page.count("Ask the room") == len(LESSONS)
    assert page.count("Key to the quiz") == len(LESSONS)
    assert "<details>" not in page


def test_the_guide_is_written_where_it_is_asked_for(tmp_path):
    done = CliRunner().invoke(course, ["guide", "--to", str(tmp_path)])
    assert done.exit_code == 0
    assert (tmp_path / "trainer-guide.html").exists()
