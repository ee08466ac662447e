"""The start page: a path through the course, and a term looked up."""

import re
from html import escape

import pytest

from course.content import LANGUAGES, load_case, load_glossary, load_module, load_modules
from course.content.learning_paths import load_learning_paths
from course.content.page import page_file
from course.forms import tiles
from course.forms.case import reading
from course.forms.glossary import Glossary
from course.forms.lesson import Takeaways, objectives
from course.forms.path_chooser import PathChooser
from course.forms.policy_desk import PolicyDesk
from course.forms.tiles import Tiles
from course.learner import Workbook, journey, turned_to
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
    shown, page = Tiles(), '<a class="course-button" href="{}"'
    assert page.format(first.notebook) in shown.value
    for objective in first.objectives:
        reach(first.slug, objective.shown_by)
    shown.render()
    assert page.format(second.notebook) in shown.value


def test_the_button_goes_on_where_the_learner_was_last(monkeypatch):
    first, second, third, *_ = load_learning_paths()["full"].lessons()
    times = {first.slug: "2026-11-01T08:00:00", third.slug: "2026-11-02T08:00:00"}
    monkeypatch.setattr(journey, "last_visited", lambda slug: times.get(slug, ""))
    assert journey.next_of([first, second, third], []) == third
    assert journey.next_of([first, second], [third]) == third
    assert journey.next_of([first, second], []) == first
    assert journey.next_of([second], [first, second, third]) == third
    assert journey.next_of([second], []) == second
    assert journey.next_of([], []) is None


def goes_on_to(module):
    return f'<a class="course-button" href="{module.notebook}">Continue' in Tiles().value


def test_it_is_the_last_time_that_counts_not_the_first():
    first, second, *_ = load_learning_paths()["full"].lessons()
    for lesson in (first, second, first):
        objectives(lesson.slug)
    assert goes_on_to(first)
    objectives(second.slug)
    assert goes_on_to(second)


def test_of_two_open_pages_the_one_that_is_typed_on_counts():
    policy, other = load_module("draft-the-quality-policy"), load_module("set-objectives")
    with turned_to("policy"):
        objectives(policy.slug)
        desk = PolicyDesk("quality-policy")
    with turned_to("other"):
        objectives(other.slug)
    assert goes_on_to(other)
    desk.text.value = "We build schools."
    assert goes_on_to(policy)


def test_a_finished_lesson_is_not_gone_on_with():
    first, second, *_ = load_learning_paths()["full"].lessons()
    objectives(second.slug)
    objectives(first.slug)
    for objective in first.objectives:
        reach(first.slug, objective.shown_by)
    assert goes_on_to(second)


def test_a_case_that_was_begun_is_gone_on_with_until_it_is_handed_in(monkeypatch):
    case = next(module for module in load_modules().values() if module.kind == "case")
    lesson = load_learning_paths()["full"].lessons()[0]
    monkeypatch.setattr(tiles, "address", lambda module: module.notebook)
    objectives(lesson.slug)
    reading(load_case(case.slug))
    assert goes_on_to(case)
    reach(case.slug, "hand-in")
    assert goes_on_to(lesson)


def test_who_noted_only_first_steps_goes_on_there():
    """A learner of an earlier version, whose visits were not noted."""
    _, second, *_ = load_learning_paths()["full"].lessons()
    Workbook("progress").save(**{f"{second.slug}/opened": "2026-11-02T08:00:00+04:00"})
    assert goes_on_to(second)


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


def test_a_lesson_that_is_not_translated_says_so_before_it_is_opened():
    assert "Not in Arabic yet" not in tiles.Tiles().value
    save_profile(language="ar")
    missing = [m for m in load_modules().values() if m.kind == "lesson"]
    missing = [m for m in missing if not page_file(m.slug, "ar").exists()]
    assert tiles.Tiles().value.count("نصه بالإنجليزية حالياً") == len(missing)
