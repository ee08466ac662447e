"""The notebook a learner answers in is made from case and rubric, and says so when it is old."""

import json
import re

import pytest
from desk import CASE, bare, rubric

from course.content import load_cases
from course.lab.server import holds_only_course_calls
from course.trainer import GradingError, build, folders


@pytest.fixture
def desk(tmp_path, monkeypatch):
    return bare(tmp_path, monkeypatch)


def cells():
    return {cell["id"]: cell for cell in json.loads(build.source_bytes(CASE))["cells"]}


def test_the_notebook_in_git_is_the_one_the_rubric_makes():
    for case in load_cases():
        assert not build.stale(case), f"run 'course build {case}'"


@pytest.mark.usefixtures("desk")
def test_the_same_case_and_rubric_give_the_same_bytes():
    first = build.build(CASE).read_bytes()
    assert build.build(CASE).read_bytes() == first


@pytest.mark.usefixtures("desk")
def test_points_come_from_the_rubric():
    for question in rubric().questions:
        marks = cells()[question.key]["metadata"]["nbgrader"]
        assert marks["points"] == question.max_points
        assert (marks["grade"], marks["solution"], marks["locked"]) == (True, True, False)
        assert marks["grade_id"] == question.key


@pytest.mark.usefixtures("desk")
def test_a_changed_rubric_makes_the_notebook_stale():
    path = folders.rubric(CASE)
    text = path.read_text(encoding="utf-8")
    assert not build.stale(CASE)
    path.write_text(text.replace("points = 2\nwithout_unit", "points = 3\nwithout_unit"))
    assert build.stale(CASE)
    path.write_text(text + "# a remark\n")
    assert not build.stale(CASE), "a remark changes no notebook"


@pytest.mark.usefixtures("desk")
def test_a_rubric_for_other_questions_is_refused_by_name():
    path = folders.rubric(CASE)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('key = "tell-the-client"', 'key = "tell-nobody"'))
    with pytest.raises(GradingError, match=r"The case asks: .*tell-the-client"):
        build.build(CASE)


@pytest.mark.usefixtures("desk")
def test_a_case_without_a_rubric_is_refused():
    folders.rubric(CASE).unlink()
    with pytest.raises(GradingError, match="there is no such file"):
        build.stale(CASE)


def test_every_code_cell_is_one_hidden_call_the_page_may_start():
    notebook = json.loads(build.source_bytes(CASE))
    assert holds_only_course_calls(notebook)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            hidden = {"deletable": False, "editable": False, "jupyter": {"source_hidden": True}}
            assert {k: cell["metadata"][k] for k in hidden} == hidden
            assert len(cell["source"]) == 1


def test_the_title_is_the_only_heading_and_the_case_shows_the_rest_itself():
    case, lines = load_cases()[CASE], "".join(cells()["title"]["source"])
    assert re.findall(r"^#+ .*", lines, re.M) == [f"# {case.title.en}"]
    assert f'<div dir="rtl" lang="ar">{case.title.ar}</div>' in lines
    assert case.lead.en.strip() not in lines
    assert case.lead.ar.strip() not in lines


def test_cells_have_names_and_answers_carry_the_questions():
    assert all(re.fullmatch(r"[a-z][a-z0-9-]{2,40}", name) for name in cells())
    for question in rubric().questions:
        assert cells()[question.key]["source"] == [f'show.answer("{question.key}")']
