"""A page starts by itself only if it holds nothing but the course's own calls."""

import pytest

from course.lab.server import holds_only_course_calls


def notebook(*sources, outputs=()):
    cells = [{"cell_type": "markdown", "source": "# Title"}]
    cells += [{"cell_type": "code", "source": s, "outputs": list(outputs)} for s in sources]
    return {"cells": cells}


def test_the_courses_own_calls_start_by_themselves():
    assert holds_only_course_calls(notebook("from course import show", 'show.quiz("a-b")'))


@pytest.mark.parametrize(
    "source",
    [
        "import os",
        'show.quiz("a"); import os',
        'show.quiz("a")\nimport os',
        'show.quiz(__import__("os").getcwd())',
        "show.__class__()",
        'show.quiz("a\\")',
        "!ls",
        "%run x",
        "",
    ],
)
def test_anything_else_waits_for_the_learner(source):
    assert not holds_only_course_calls(notebook("from course import show", source))


def test_a_stored_output_is_not_trusted():
    stored = {"output_type": "display_data", "data": {"text/html": "<script></script>"}}
    assert not holds_only_course_calls(notebook("from course import show", outputs=[stored]))


def test_a_notebook_without_calls_is_not_ours():
    assert not holds_only_course_calls(notebook())
