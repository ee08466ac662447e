"""The start page: a path through the course, and a term looked up."""

import re
from html import escape

import pytest

from course.content import LANGUAGES, load_glossary, load_modules
from course.content.learning_paths import load_learning_paths
from course.forms.glossary import Glossary
from course.forms.lesson import Takeaways, objectives
from course.forms.path_chooser import PathChooser
from course.forms.tiles import Tiles
from course.learner import journey
from course.learner.profile import save_profile
from course.learner.progress import reach

LESSONS = [m.slug for m in load_modules().values() if m.kind == "lesson"]


def test_the_whole_course_holds_every_lesson_in_order():
    assert list(load_learning_paths()["full"].slugs) == LESSONS


def test_half_a_day_is_at_most_four_hours():
    assert sum(m.minutes for m in load_learning_paths()["half-day"].lessons()) <= 240


def test_every_path_names_only_lessons():
    for path in load_learning_paths().values():
        assert set(path.slugs) <= set(LESSONS)


def test_the_path_is_kept_and_its_first_unfinished_lesson_offered():
    chooser = PathChooser()
    chooser.pick.value = "half-day"
    assert PathChooser().pick.value == "half-day"
    first, second, *_ = load_learning_paths()["half-day"].lessons()
    tiles, page = Tiles(), '<a class="course-button" href="{}"'
    assert page.format(first.notebook) in tiles.value
    for objective in first.objectives:
        reach(first.slug, objective.shown_by)
    tiles.render()
    assert page.format(second.notebook) in tiles.value


def test_the_button_goes_on_where_the_learner_was_last(monkeypatch):
    first, second, third, *_ = load_learning_paths()["full"].lessons()
    times = {first.slug: "2026-11-01T08:00:00", third.slug: "2026-11-02T08:00:00"}
    monkeypatch.setattr(journey, "last_reached", lambda slug: times.get(slug, ""))
    assert journey.next_of([first, second, third]) == third
    assert journey.next_of([first, second]) == first
    assert journey.next_of([second]) == second
    assert journey.next_of([]) is None


def test_the_minutes_left_fall_with_each_objective_shown():
    lessons = load_learning_paths()["full"].lessons()
    whole = journey.minutes_left(lessons)
    assert whole == sum(lesson.minutes for lesson in lessons)
    reach(lessons[0].slug, lessons[0].objectives[0].shown_by)
    begun = journey.minutes_left(lessons)
    assert 0 < begun < whole
    assert f"about {begun} minutes left" in Tiles().value


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_term_is_found_in_either_language(language):
    save_profile(language=language)
    glossary = Glossary()
    for words in ("management review", "مراجعة الإدارة"):
        glossary.asked.value = words
        assert "مراجعة الإدارة" in glossary.shown.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_can_be_leafed_through_by_letter(language):
    save_profile(language=language)
    shown = Glossary().shown.value
    terms = [term.term[language] for term in load_glossary().values()]
    assert all(f"<b>{escape(term)}</b>" in shown for term in terms)
    letters = re.findall("<h3>(.)</h3>", shown)
    assert letters == sorted(set(letters))
    assert len(letters) > 8


def test_what_is_not_there_is_said_and_escaped():
    glossary = Glossary()
    glossary.asked.value = "<b>zebra</b>"
    assert "Nothing here on" in glossary.shown.value
    assert "<b>zebra" not in glossary.shown.value


@pytest.mark.parametrize(
    ("language", "page"), [("en", "00-start-here.ipynb"), ("ar", "00-start-here.ar.ipynb")]
)
def test_every_way_back_leads_to_the_start_page_in_the_readers_language(language, page):
    save_profile(language=language)
    shown = objectives("set-objectives").value + Takeaways("set-objectives").value
    assert shown.count(f'href="{page}"') == 2
