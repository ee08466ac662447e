"""Every notebook stands in git the reviewed way, and the tidying is exact."""

import json

import pytest

from course.pages import tidy

CELL = {"cell_type": "markdown", "id": "title", "metadata": {}, "source": ["# A\n", "b"]}
RUN = {
    "cell_type": "code",
    "id": "setup",
    "metadata": {"execution": {"x": 1}, "jupyter": {"source_hidden": True}},
    "source": "from course import show",
    "outputs": [{"output_type": "stream", "name": "stdout", "text": "x"}],
    "execution_count": 3,
}


def write(tmp_path, *cells, **metadata):
    path = tmp_path / "a.ipynb"
    whole = {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path


@pytest.mark.parametrize("path", tidy.notebooks(), ids=lambda path: path.stem)
def test_every_notebook_is_tidy(path):
    assert not tidy.tidy(path, check=True)


def test_outputs_counts_and_widget_state_go(tmp_path):
    path = write(tmp_path, CELL, RUN, widgets={"state": 1}, course={"slug": "a"})
    assert tidy.tidy(path)
    notebook = json.loads(path.read_text())
    assert notebook["cells"][1]["outputs"] == []
    assert notebook["cells"][1]["execution_count"] is None
    assert set(notebook["metadata"]) == {"course", "kernelspec", "language_info"}


def test_tidying_twice_changes_nothing(tmp_path):
    path = write(tmp_path, CELL, RUN)
    tidy.tidy(path)
    assert not tidy.tidy(path)


def test_a_check_changes_nothing(tmp_path):
    path = write(tmp_path, CELL, RUN)
    before = path.read_bytes()
    assert tidy.tidy(path, check=True)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ([CELL, CELL], "two cells are named 'title'"),
        ([CELL | {"id": "8f3a"}], "name the cell '8f3a'"),
        ([{k: v for k, v in CELL.items() if k != "id"}], "name the cell ''"),
    ],
    ids=["twice", "random", "nameless"],
)
def test_a_cell_needs_a_name_of_its_own(tmp_path, cells, words):
    with pytest.raises(tidy.TidyError, match=words):
        tidy.tidy(write(tmp_path, *cells))


def test_a_file_that_is_no_notebook_is_named(tmp_path):
    path = tmp_path / "b.ipynb"
    path.write_text("{")
    with pytest.raises(tidy.TidyError, match=r"b\.ipynb is not a notebook"):
        tidy.tidy(path)
