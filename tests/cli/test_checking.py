"""`course check` finds what is wrong before a learner does: one sentence each."""

import shutil

import pytest

from course import paths
from course.cli import checking
from course.content import folders, page, tools, wordings
from course.errors import CourseError
from course.pages import notebooks, upkeep

LESSON = "draft-the-quality-policy"
NOTEBOOK = f"03-{LESSON}.ipynb"


@pytest.fixture
def lessons(tmp_path, monkeypatch):
    """The lessons in a folder of their own, to break."""
    folder = tmp_path / "notebooks"
    shutil.copytree(paths.NOTEBOOKS, folder, ignore=shutil.ignore_patterns(".*"))
    for module in (paths, notebooks):
        monkeypatch.setattr(module, "NOTEBOOKS", folder)
    page.load_page.cache_clear()
    yield folder
    page.load_page.cache_clear()


@pytest.fixture
def written(lessons, tmp_path, monkeypatch):
    """A page of its own, to break: the old words, and what stands there instead."""
    copy = tmp_path / "page.en.md"
    there = page.page_file

    def page_file(slug, language):
        return copy if (slug, language) == (LESSON, "en") else there(slug, language)

    for module in (page, upkeep):
        monkeypatch.setattr(module, "page_file", page_file)
    shutil.copy(there(LESSON, "en"), copy)

    def change(old, new):
        text = copy.read_text(encoding="utf-8")
        assert old in text
        copy.write_text(text.replace(old, new), encoding="utf-8")
        assert notebooks.build_page(LESSON).parent == lessons

    return change


def found():
    return [problem for problem in checking.problems() if "rubric" not in problem]


def test_the_course_as_it_is_has_no_problems(lessons):
    assert lessons.exists()
    assert found() == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("log", "'log()' is nothing a page can show"),
        ("import os", "'import(\"os\")' is nothing a page can show"),
        ("quiz no-such-quiz", "no-such-quiz/quiz.toml: there is no such file"),
        ("takeaways nothing", "nothing/lesson.toml: there is no such file"),
        ("workshop", "takes one name"),
        ("profile x", "takes no name"),
    ],
)
def test_what_a_page_cannot_show_is_named_with_its_cell(written, source, words):
    pitfalls = "<!-- cell: pitfalls -->"
    written(pitfalls, f"<!-- cell: extra -->\n\n```show\n{source}\n```\n\n{pitfalls}")
    # The Arabic page lacks the cell now, which is named as well.
    (problem,) = [one for one in found() if one.startswith(f"{LESSON}/page.en.md")]
    assert problem.startswith(f"{LESSON}/page.en.md, cell extra: ")
    assert words in problem


def test_a_dead_link_is_named(written):
    written("**The sign:**", "See [this](gone.ipynb) and [that](https://iso.org).")
    (problem,) = found()
    assert "links gone.ipynb" in problem


def test_a_notebook_with_outputs_is_named(lessons):
    path = lessons / NOTEBOOK
    path.write_bytes(path.read_bytes() + b" ")
    (problem,) = found()
    assert problem.startswith(f"notebooks/{NOTEBOOK}: it is not what its page makes.")


def test_who_edits_a_notebook_is_told_where_its_text_comes_from(lessons):
    path = lessons / NOTEBOOK
    path.write_text(path.read_text(encoding="utf-8").replace("poster", "notice"), encoding="utf-8")
    (problem,) = found()
    assert problem.startswith(f"{NOTEBOOK} was changed, and is made from data/lessons/{LESSON}/")


def test_a_notebook_that_is_gone_is_named_and_one_without_a_page_too(lessons):
    (lessons / NOTEBOOK).rename(lessons / "99-stray.ipynb")
    gone, stray = found()
    assert gone.startswith(f"notebooks/{NOTEBOOK}: it is not what its page makes.")
    assert stray.startswith("notebooks/99-stray.ipynb: no page makes it.")


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
    broken = data / "lessons" / "resources-and-barriers" / "barriers.toml"
    broken.write_text(broken.read_text("utf-8").replace('kind = "choice"', 'kind = "slider"'))
    monkeypatch.setattr(folders, "in_a_lesson", lambda _: broken)
    with pytest.raises(CourseError, match="slider"):
        tools.load_tool.__wrapped__("barriers")
