"""A damaged submission is put right and noted; it costs no points."""

import json

import pytest
from desk import CASE, bare, lay_in, rubric, sheet, written

from course.content import load_case
from course.learner import answers
from course.trainer import folders, intake
from course.trainer import sheet as marking
from course.trainer.build import build
from course.trainer.notebook import note_lines


@pytest.fixture
def desk(tmp_path, monkeypatch):
    bare(tmp_path, monkeypatch)
    released = folders.released(CASE)
    released.parent.mkdir(parents=True)
    released.write_bytes(build(CASE).read_bytes())
    return tmp_path / "mail"


def notes(student):
    intake.repair(student, CASE)
    return note_lines(marking.mark_submission(load_case(CASE), rubric(), student))


def sabotaged(student, how):
    """A submitted folder with one thing wrong in it."""
    folder = lay_in(student, answers.encode(sheet("A", written("good", "2.6 %"))))
    path = folder / f"{CASE}.ipynb"
    if how == "missing":
        path.unlink()
    elif how == "renamed":
        path.rename(folder / "my answers.ipynb")
    elif how == "unreadable":
        path.write_bytes(b"\x00not a notebook")
    elif how == "deleted":
        notebook = json.loads(path.read_text(encoding="utf-8"))
        notebook["cells"] = [c for c in notebook["cells"] if c["id"] != "the-decision"]
        path.write_text(json.dumps(notebook))
    return path


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("missing", "was missing"),
        ("renamed", "my answers.ipynb"),
        ("unreadable", "is damaged"),
        ("deleted", "the-decision"),
    ],
)
def test_a_damaged_notebook_costs_no_points_and_is_noted_once(how, words):
    path = sabotaged("lina", how)
    first = notes("lina")
    assert len(first) == 1
    assert words in first[0]
    assert notes("lina") == first, "the note stays when the notebook was put right"
    json.loads(path.read_text(encoding="utf-8"))
    marked = marking.mark_submission(load_case(CASE), rubric(), "lina")
    assert marked.points >= 0.8 * rubric().max_points


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(("data", "whole"), [(b"{", False), (None, False), (b"", True)])
def test_answers_are_called_whole_only_when_they_are(data, whole):
    given = answers.encode(sheet("A", {})) if whole else data
    folder = lay_in("lina", given)
    (folder / f"{CASE}.ipynb").unlink()
    (folder / intake.TIME).write_text("yesterday-ish")
    said = notes("lina")
    assert len(said) == (2 if whole else 3)
    assert ["The answers are whole." in note for note in said[:2]] == [whole, whole]


@pytest.mark.usefixtures("desk")
def test_a_whole_submission_is_left_as_it_is():
    path = sabotaged("lina", "not at all")
    before = path.read_bytes()
    assert notes("lina") == []
    assert path.read_bytes() == before


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "missing"),
        (b"{oh", "damaged"),
        (b'{"schema": 1, "case": 7}', "not an answer sheet"),
        (b" " * 1_000_001, "too large"),
        (b'{"schema": 99, "case": "x"}', "another version"),
    ],
)
def test_answers_that_cannot_be_used_are_noted(data, words):
    lay_in("lina", data)
    assert len(notes("lina")) == 1
    assert words in notes("lina")[0]


def cell_with(**parts):
    return {"cell_type": "code", "source": [], "metadata": {}, "id": "the-decision"} | parts


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "cells",
    [
        [cell_with(id=[])],
        [cell_with(source=[1])],
        [cell_with(cell_type=["code"])],
        [cell_with(metadata=[])],
        {"a": cell_with()},
        ["a cell"],
        None,
    ],
)
def test_parts_of_the_wrong_kind_make_a_notebook_unreadable(cells):
    path = lay_in("lina", answers.encode(sheet("A", {}))) / f"{CASE}.ipynb"
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}))
    assert "is damaged" in notes("lina")[0]
    json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "stamp", [b"yesterday-ish", b"\xff", b"9999-12-31 23:59:59-12:00", b"0003-01-01", b""]
)
def test_a_time_that_cannot_be_read_is_set_aside_and_noted_once(stamp):
    folder = lay_in("lina", answers.encode(sheet("A", {})))
    (folder / intake.TIME).write_bytes(stamp)
    assert intake.handed_in_at(folder) == ""
    first = notes("lina")
    assert ["time of handing in" in note for note in first] == [True]
    assert notes("lina") == first
    assert not (folder / intake.TIME).exists()


@pytest.mark.usefixtures("desk")
def test_a_whole_time_is_left_as_it_is():
    folder = lay_in("lina", answers.encode(sheet("A", {})))
    before = (folder / intake.TIME).read_text()
    assert not notes("lina")
    assert intake.handed_in_at(folder) == before == (folder / intake.TIME).read_text()


@pytest.mark.usefixtures("desk")
def test_a_folder_that_cannot_be_made_ready_keeps_no_other_waiting(monkeypatch):
    for student in ("ali", "lina"):
        lay_in(student, answers.encode(sheet(student, {})))
    honest = intake.repair

    def fails(student, case):
        if student == "ali":
            raise RecursionError("deep")
        return honest(student, case)

    monkeypatch.setattr(intake, "repair", fails)
    (problem,) = intake.repair_all(CASE)
    assert problem.startswith("ali: ")
    assert intake.read_intake(folders.submitted("lina", CASE))
