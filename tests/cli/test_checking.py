"""`course check` finds what is wrong before a learner does: one sentence each."""

import json
import shutil

import pytest

from course import paths
from course.cli import checking
from course.content import tools, wordings
from course.errors import CourseError
from course.pages import tidy

NOTEBOOK = "03-draft-the-quality-policy.ipynb"


@pytest.fixture
def lessons(tmp_path, monkeypatch):
    """The lessons in a folder of their own, to break."""
    folder = tmp_path / "notebooks"
    shutil.copytree(paths.NOTEBOOKS, folder, ignore=shutil.ignore_patterns(".*"))
    for module in (paths, tidy):
        monkeypatch.setattr(module, "NOTEBOOKS", folder)
    return folder


def change(folder, cell_id, source):
    path = folder / NOTEBOOK
    notebook = json.loads(path.read_text(encoding="utf-8"))
    (cell,) = [cell for cell in notebook["cells"] if cell["id"] == cell_id]
    cell["source"] = [source]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    tidy.tidy(path)


def found():
    return [problem for problem in checking.problems() if "rubric" not in problem]


def test_the_course_as_it_is_has_no_problems(lessons):
    assert lessons.exists()
    assert found() == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("show.log()", "is not a call of show"),
        ("import os", "is not a call of show"),
        ('show.quiz("no-such-quiz")', "no-such-quiz.toml: there is no such file"),
        ('show.takeaways("nothing")', "asked for 'nothing', which is not there"),
        ("show.quiz()", "takes one name"),
        ('show.profile("x")', "takes no name"),
    ],
)
def test_a_call_that_would_fail_is_named_with_its_cell(lessons, source, words):
    change(lessons, "quiz-questions", source)
    (problem,) = found()
    assert problem.startswith(f"{NOTEBOOK}, cell quiz-questions: ")
    assert words in problem


def test_a_dead_link_is_named(lessons):
    change(lessons, "pitfalls", "See [this](gone.ipynb) and [that](https://iso.org).")
    (problem,) = found()
    assert "links gone.ipynb" in problem


def test_an_untidy_notebook_is_named(lessons):
    path = lessons / NOTEBOOK
    path.write_bytes(path.read_bytes() + b" ")
    assert found() == [f"{NOTEBOOK}: it holds outputs or unnamed parts. Run 'course tidy'."]


def test_a_lesson_that_is_gone_is_named(lessons):
    (lessons / NOTEBOOK).unlink()
    (problem,) = found()
    assert "there is no notebooks/" in problem


@pytest.fixture
def words(tmp_path, monkeypatch):
    """Wording of its own, in two languages."""
    monkeypatch.setattr(wordings, "DATA", tmp_path)
    (tmp_path / "wording").mkdir()

    def write(en, ar):
        (tmp_path / "wording/en.toml").write_text(en, encoding="utf-8")
        (tmp_path / "wording/ar.toml").write_text(ar, encoding="utf-8")
        wordings.wording.cache_clear()
        return list(checking._words())

    yield write
    wordings.wording.cache_clear()


def test_words_in_one_language_are_named(words):
    assert words('a = "x"\nb = "y"', 'a = "x"') == [
        "wording, ar, b: it stands in the other language only. Add it."
    ]


def test_a_fact_lost_in_translation_is_named(words):
    (problem,) = words('a = "{count} words"', 'a = "كلمات"')
    assert problem == "wording, a: the languages ask for different {facts}. Make them agree."


def test_a_stray_brace_is_named_with_its_entry(words):
    stray, *_ = words('a = "50 } words"', 'a = "x"')
    assert "en.toml, a: its braces do not match" in stray


def test_a_file_of_words_that_cannot_be_read_is_named(words):
    unread, *_ = words("a = half a sentence", 'a = "x"')
    assert unread.startswith("en.toml: this is not TOML")


def test_a_tool_with_a_field_nobody_can_read_is_named(monkeypatch, tmp_path):
    data = tmp_path / "data"
    shutil.copytree(paths.DATA, data)
    broken = data / "tools" / "barriers.toml"
    broken.write_text(broken.read_text("utf-8").replace('kind = "choice"', 'kind = "slider"'))
    monkeypatch.setattr(tools, "DATA", data)
    tools.load_tool.cache_clear()
    try:
        with pytest.raises(CourseError, match="slider"):
            tools.load_tool("barriers")
    finally:
        tools.load_tool.cache_clear()
