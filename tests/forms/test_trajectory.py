"""A target against the past: judged by figures of the learner's own, or not at all."""

import pytest
from judging.test_objective import GOOD

from course.content import wording
from course.content.tools import load_tool
from course.forms.objective_desk import ObjectiveDesk
from course.learner.profile import save_profile

SNAGS = {"baseline": "14 snags a villa in 2026", "target": "8 snags a villa"}
FIGURES = "14, 15, 13, 14, 16, 14, 13, 15, 14, 13, 15, 14"
UPLOADED = "month;snags\n2025-10;14\n2025-11;15,5\n"


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setenv("COURSE_STRICT", "1")


def desk(figures="", **fields):
    made = ObjectiveDesk("objectives", lambda: None)
    for key, words in fields.items():
        made.fields.forms[key].value = words
    made.past.figures.value = figures
    return made


def test_a_target_without_figures_of_ones_own_is_not_judged():
    shown = desk(**SNAGS).past.shown.value
    assert "<svg" not in shown
    assert wording("en")("trajectory.no_figures") in shown


def test_it_is_held_against_the_figures_that_are_typed():
    made = desk(FIGURES, **SNAGS)
    assert "8 lies outside anything" in made.past.shown.value
    assert "Your figures" in made.past.shown.value
    assert "Khalidiyah" not in made.past.shown.value


def test_figures_without_a_target_wait_for_one():
    for target in ("", "40 % fewer snags"):
        shown = desk(FIGURES, target=target).past.shown.value
        assert wording("en")("trajectory.no_target").partition("“")[0] in shown
        assert "<svg" not in shown


@pytest.mark.parametrize(
    ("baseline", "target", "better"),
    [("14 in 2026", "8", "down"), ("61 % in 2026", "80 %", "up"), ("", "8", "up")],
)
def test_whether_less_is_better_follows_from_where_one_stands(baseline, target, better):
    assert desk(FIGURES, baseline=baseline, target=target).past.better.value == better


def test_a_direction_that_was_chosen_stands():
    made = desk(FIGURES, **SNAGS)
    made.past.better.value = "up"
    made.fields.forms["owner"].value = "Site manager"
    assert made.past.better.value == "up"
    assert desk(FIGURES).past.better.value == "up"


def test_the_case_is_named_and_judges_only_what_is_tried_on_it():
    made = desk(FIGURES, **SNAGS)
    made.past.whose.value = "example"
    assert "<svg" not in made.past.shown.value
    made.past.aim.value = "75"
    name = load_tool("objectives").past.name.en
    assert name in made.past.shown.value
    assert "October 2024" in made.past.shown.value
    assert "2024-10" not in made.past.shown.value
    assert ">8<" not in made.past.shown.value
    made.past.whose.value = "mine"
    assert "Khalidiyah" not in made.past.shown.value


def test_figures_belong_to_their_objective_and_are_no_field_of_it():
    made = desk(FIGURES, **GOOD)
    made.add()
    assert made.past.figures.value == ""
    assert "<svg" not in made.past.shown.value
    assert made.record == {}
    made._open("r1")
    assert made.past.figures.value == FIGURES
    assert made.record == GOOD
    assert desk(FIGURES).past.figures.value == FIGURES


def test_a_table_is_put_where_its_figures_can_be_mended():
    made = desk(**SNAGS)
    content = UPLOADED.encode()
    made.past.upload._take(made.past, ({"name": "snags.csv", "content": memoryview(content)},))
    assert made.past.figures.value == "2025-10; 14\n2025-11; 15.5"
    assert "snags.csv" in made.past.status.value
    made.past.upload._take(made.past, ({"name": "x.xlsx", "content": memoryview(b"PK\x00")},))
    assert "Save As" in made.past.status.value
    assert made.past.figures.value == "2025-10; 14\n2025-11; 15.5"


def test_an_arabic_page_says_the_months_in_arabic():
    save_profile(language="ar")
    made = desk("\n".join(f"2025-{month:02};{month}" for month in range(1, 9)), target="20")
    assert "أغسطس 2025" in made.past.shown.value
