"""Each step that is more than reading says what it is, by the forms in it."""

import pytest

from course.content import acts, load_modules
from course.content.page import load_page, pages

LESSONS = [module for module in load_modules().values() if module.kind == "lesson"]


@pytest.mark.parametrize(
    ("calls", "act"),
    [
        (['show.workshop("quality-policy")'], "workshop"),
        (['show.workshop("findings")'], "exercise"),  # a sorter
        (['show.exercise("article-policy")'], "exercise"),
        (['show.quiz("set-objectives")'], "quiz"),
        (['show.story("set-objectives")', 'show.note("x")'], "story"),
        (['show.story("x")', 'show.workshop("objectives")'], "workshop"),
        (['show.pair("x")', "show.lessons()", 'show.takeaways("x")'], None),
        (['show.workshop("no-such-piece")'], "workshop"),
        ([], None),
    ],
)
def test_the_forms_of_a_step_name_it(calls, act):
    assert acts.act_of(calls) == act


@pytest.mark.parametrize(("slug", "language"), pages())
@pytest.mark.parametrize("act", acts.ACTS)
def test_an_act_is_found_in_its_step(slug, language, act):
    cells = load_page(slug, language).cells
    step = acts.step_with(slug, act)
    if step:
        (place,) = (at for at, cell in enumerate(cells) if cell.name == step)
        assert cells[place].begins_step
        after = next((i for i, c in enumerate(cells) if i > place and c.begins_step), len(cells))
        assert acts.act_of(cell.source for cell in cells[place:after])


@pytest.mark.parametrize("module", LESSONS, ids=lambda module: module.slug)
def test_what_shows_an_objective_is_on_the_page(module):
    assert all(acts.step_with(module.slug, one.shown_by) for one in module.objectives)


def test_of_two_tools_the_one_that_counts_is_meant():
    cells = {cell.name: cell.source for cell in load_page("make-it-travel").cells}
    names = list(cells)
    step = acts.step_with("make-it-travel", "workshop")
    following = [cells[name] for name in names[names.index(step) :]]
    calls = [source for source in following if source.startswith("show.workshop")]
    assert 'show.workshop("authority-map")' in calls
