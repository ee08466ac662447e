"""A page is cut into named cells, makes its notebook, and agrees in both languages."""

import json
import os

import pytest

from course import paths
from course.content import ContentError, load_modules, page
from course.content.page import Page, cells_of, load_page, page_file, pages, unlike
from course.pages import notebooks, upkeep
from course.pages.notebooks import build_page, notebook_of, page_bytes

SLUG = "make-it-travel"
SHORT = "<!-- cell: title -->\n\n# A\n"


def cut(text):
    return cells_of(text, SLUG, page_file(SLUG, "en"))


@pytest.fixture
def fixture_page(fixtures):
    def read(language):
        text = (fixtures / "pages" / f"page.{language}.md").read_text(encoding="utf-8")
        return Page(SLUG, language, cut(text))

    return read


@pytest.fixture
def lessons(tmp_path, monkeypatch):
    """A folder of its own for the notebooks, where nothing is built yet."""
    monkeypatch.setattr(notebooks, "NOTEBOOKS", tmp_path / "notebooks")
    return tmp_path / "notebooks"


def cells(made):
    return {cell["id"]: cell for cell in json.loads(made)["cells"]}


def source(made, name):
    return "".join(cells(made)[name]["source"])


@pytest.mark.parametrize(("slug", "language"), pages())
def test_the_notebook_in_git_is_the_one_the_page_makes(slug, language):
    wanted = page_bytes(load_page(slug, language))
    assert notebook_of(slug, language).read_bytes() == wanted, f"run 'course build {slug}'"


def test_every_lesson_has_an_english_page_and_every_notebook_a_page():
    lessons = [module.slug for module in load_modules().values() if module.kind != "case"]
    assert {slug for slug, language in pages() if language == "en"} == set(lessons)
    made = {notebook_of(slug, language) for slug, language in pages()}
    assert made == set(paths.NOTEBOOKS.glob("*.ipynb"))


def test_each_arabic_page_has_the_cells_of_the_english_one():
    arabic = [slug for slug, language in pages() if language == "ar"]
    apart = {slug: list(unlike(load_page(slug), load_page(slug, "ar"))) for slug in arabic}
    assert not any(apart.values()), apart


@pytest.mark.parametrize(("slug", "language"), pages())
def test_one_sentence_a_line(slug, language):
    for cell in load_page(slug, language).cells:
        assert not [line for line in cell.source.splitlines() if len(line) > 320], cell.name


def test_building_twice_gives_the_same_bytes(lessons):
    first = build_page(SLUG).read_bytes()
    assert build_page(SLUG).read_bytes() == first
    assert [path.name for path in lessons.iterdir()] == [f"06-{SLUG}.ipynb"]


def test_a_fence_becomes_a_hidden_line_and_what_a_lesson_has_one_of_needs_no_name(fixture_page):
    made = page_bytes(fixture_page("en"))
    assert source(made, "objectives") == f'show.objectives("{SLUG}")'
    assert source(made, "workshop-map") == 'show.workshop("authority-map")'
    assert cells(made)["workshop-map"]["metadata"]["jupyter"]["source_hidden"] is True
    assert list(cells(made))[:3] == ["title", "setup", "objectives"]


def test_a_start_fence_becomes_the_button_and_trainer_notes_are_folded(fixture_page):
    made = page_bytes(fixture_page("en"))
    assert 'run-all-cells">Start the lesson</button>' in source(made, "title")
    assert source(made, "trainer-notes").startswith("<details>\n<summary>For the trainer</summary>")
    assert cells(made)["trainer-notes"]["metadata"] == {"tags": ["trainer"]}


def test_an_arabic_page_makes_a_notebook_of_its_own_that_reads_from_the_right(fixture_page):
    made = page_bytes(fixture_page("ar"))
    assert json.loads(made)["metadata"]["course"]["language"] == "ar"
    assert source(made, "workshop").startswith('<div dir="rtl" lang="ar">\n\n## ')
    assert source(made, "workshop-map") == 'show.workshop("authority-map")'
    assert "للمدرّب" in source(made, "trainer-notes")
    assert notebook_of(SLUG, "ar").name == f"06-{SLUG}.ar.ipynb"


def test_two_languages_of_one_skeleton_agree(fixture_page):
    assert list(unlike(fixture_page("en"), fixture_page("ar"))) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("<!-- cell: workshop -->", "<!-- cell: work -->", "page.en.md has 'workshop' here"),
        ("authority-map", "message-cascade", "page.en.md shows another thing"),
        ("<!-- trainer: ", "<!-- cell: ", "page.en.md has 'trainer-notes' here"),
    ],
)
def test_where_they_part_the_cell_is_named(fixture_page, fixtures, old, new, words):
    text = (fixtures / "pages" / "page.ar.md").read_text(encoding="utf-8").replace(old, new)
    (problem,) = unlike(fixture_page("en"), Page(SLUG, "ar", cut(text)))
    assert words in problem


def test_a_cell_left_untranslated_is_named(fixture_page):
    arabic = fixture_page("ar")
    short = arabic._replace(cells=arabic.cells[:-1])
    (problem,) = unlike(fixture_page("en"), short)
    assert problem == "cell trainer-notes: page.ar.md ends before it. Add it there."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "does not begin with its title"),
        ("# A title without a cell\n", "does not begin with its title"),
        ("<!-- cell: case -->\n\n# A\n", "does not begin with its title"),
        (SHORT + "<!-- cell: title -->\n\nB\n", "cell title: the name is taken"),
        (SHORT + "<!-- cell: setup -->\n\nB\n", "cell setup: the name is taken"),
        (SHORT + "<!-- cell: My cell -->\n\nB\n", "cell My cell: this is no name"),
        (SHORT + "<!-- cell: quiz -->\n\nText.\n\n```show\nquiz\n```\n", "not all there is"),
        (SHORT + "<!-- cell: quiz -->\n\n```show\nquiz\nstory\n```\n", "not all there is"),
        (SHORT + '<!-- cell: quiz -->\n\n```show\nquiz("a")\n```\n', "shows nothing"),
        (SHORT + "<!-- Cell: quiz -->\n\nText.\n", "the page knows no such mark"),
        (SHORT + "<!-- trainr: notes -->\n\nText.\n", "the page knows no such mark"),
    ],
    ids=[
        *("empty", "no-cell", "no-title", "twice", "ours", "no-name", "text", "two", "python"),
        *("capital", "misspelt"),
    ],
)
def test_a_page_that_cannot_be_cut_is_refused_with_its_cell(text, words):
    with pytest.raises(ContentError, match=rf"page\.en\.md.*{words}"):
        cut(text)


@pytest.mark.parametrize("ending", ["", "\n", "  \n\n", "\r\n"])
def test_how_an_editor_ends_a_line_changes_nothing(tmp_path, monkeypatch, ending):
    text = f"\ufeff<!-- cell: title -->{ending or chr(10)}# A{ending}"
    (tmp_path / "page.en.md").write_bytes(text.encode())
    monkeypatch.setattr(page, "page_file", lambda *_: tmp_path / "page.en.md")
    (cell,) = load_page.__wrapped__(SLUG).cells
    assert (cell.name, cell.source.strip()) == ("title", "# A")


def test_a_page_that_is_not_text_is_refused(tmp_path, monkeypatch):
    (tmp_path / "page.en.md").write_bytes(b"\xff\xfe")
    monkeypatch.setattr(page, "page_file", lambda *_: tmp_path / "page.en.md")
    with pytest.raises(ContentError, match="not UTF-8"):
        load_page.__wrapped__(SLUG)


def age(path, seconds):
    os.utime(path, (path.stat().st_atime, page_file(SLUG, "en").stat().st_mtime + seconds))


def test_what_jupyterlab_stored_goes_and_the_text_stays(lessons):
    path = build_page(SLUG)
    wanted = path.read_bytes()
    stored = json.loads(wanted)
    stored["cells"][1] |= {"execution_count": 3, "outputs": [{"output_type": "stream"}]}
    stored["metadata"]["widgets"] = {"state": 1}
    path.write_text(json.dumps(stored), encoding="utf-8")
    assert upkeep.state_of(SLUG, "en") == "stored"
    assert upkeep.renew(SLUG, "en") == ""
    assert path.read_bytes() == wanted
    assert lessons in path.parents


def edited(path):
    path.write_text(path.read_text(encoding="utf-8").replace("night", "day"), encoding="utf-8")
    return path.read_bytes()


@pytest.mark.usefixtures("lessons")
def test_who_edits_a_notebook_is_told_and_loses_nothing():
    path = build_page(SLUG)
    changed = edited(path)
    age(path, 60)
    assert f"made from data/lessons/{SLUG}/page.en.md" in upkeep.renew(SLUG, "en")
    assert path.read_bytes() == changed
    built, kept = upkeep.build_over(SLUG, "en")
    assert kept.read_bytes() == changed
    assert built.read_bytes() == page_bytes(load_page(SLUG))


@pytest.mark.usefixtures("lessons")
def test_a_notebook_older_than_its_page_is_built_anew():
    path = build_page(SLUG)
    edited(path)
    age(path, -60)
    assert upkeep.renew(SLUG, "en") == ""
    assert path.read_bytes() == page_bytes(load_page(SLUG))


@pytest.mark.usefixtures("lessons")
@pytest.mark.parametrize("rubbish", [b"{", b"[]", b'{"cells": 1}', b"\xff"])
def test_a_notebook_that_is_none_is_no_traceback(rubbish):
    build_page(SLUG).write_bytes(rubbish)
    assert upkeep.state_of(SLUG, "en") in ("edited", "older")
