"""A lesson is built like every other: the skeleton in order, code hidden, one call a cell."""

import json
import re

import pytest

from course import paths

PAGES = sorted(paths.NOTEBOOKS.glob("*.ipynb"))
LESSONS = [path for path in PAGES if path.name[:2] != "00"]
NOTEBOOKS = [*PAGES, *sorted(paths.ASSESSMENTS.glob("source/*/*.ipynb"))]
SKELETON = ["title", "objectives", "case", "idea-1", "idea-2", "idea-3", "workshop"]
SKELETON += ["quiz", "pitfalls", "takeaways", "trainer-notes"]
# Words of a lesson: what its learner reads, and what a page folds away for the trainer.
MOST_READ, MOST_FOLDED = 1300, 260


def cells(path):
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def prose(path):
    return ["".join(c["source"]) for c in cells(path) if c["cell_type"] == "markdown"]


def by_name(paths_):
    return pytest.mark.parametrize("path", paths_, ids=lambda path: path.stem)


@by_name(LESSONS)
def test_the_skeleton_stands_in_order(path):
    names = [cell["id"] for cell in cells(path)]
    places = [names.index(part) for part in SKELETON]
    assert places == sorted(places)


@by_name(LESSONS)
def test_a_lesson_is_neither_thin_nor_long(path):
    folded = sum(len(text.split()) for text in prose(path) if "<details>" in text)
    words = sum(len(text.split()) for text in prose(path)) - folded
    assert 20 <= len(cells(path)) <= 35
    assert words <= MOST_READ
    assert folded <= MOST_FOLDED


@by_name(NOTEBOOKS)
def test_code_is_one_hidden_line_that_cannot_be_edited(path):
    for cell in cells(path):
        if cell["cell_type"] != "code":
            continue
        meta = cell["metadata"]
        assert "\n" not in "".join(cell["source"])
        assert meta["jupyter"]["source_hidden"] is True
        assert (meta["editable"], meta["deletable"]) == (False, False)


@by_name(NOTEBOOKS)
def test_show_is_imported_once_and_nothing_else_is(path):
    code = ["".join(c["source"]) for c in cells(path) if c["cell_type"] == "code"]
    assert code[0] == "from course import show"
    assert not [source for source in code[1:] if "import" in source]


@by_name(LESSONS)
def test_prose_stands_between_two_forms(path):
    kinds = [cell["cell_type"] for cell in cells(path)]
    assert not re.search("code,code", ",".join(kinds[2:]))  # the first is the import


@by_name(NOTEBOOKS)
def test_one_title_and_one_start_button(path):
    text = "\n".join(prose(path))
    assert len(re.findall(r"^# ", text, re.M)) == 1
    assert text.count('data-commandlinker-command="notebook:run-all-cells"') == 1


@by_name(LESSONS)
def test_trainer_notes_are_tagged_and_folded(path):
    (notes,) = [cell for cell in cells(path) if "trainer" in cell["metadata"].get("tags", [])]
    turned = '<div dir="rtl" lang="ar">\n\n' if path.stem.endswith(".ar") else ""
    assert "".join(notes["source"]).startswith(f"{turned}<details>")


@by_name(NOTEBOOKS)
def test_local_links_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)#]+)", "\n".join(prose(path))):
        assert target.startswith("http") or (path.parent / target).exists(), target


def test_a_page_in_two_languages_links_to_its_other_one():
    english, arabic = (paths.NOTEBOOKS / f"00-start-here{end}.ipynb" for end in ("", ".ar"))
    assert any('lang="ar"' in text and f"({arabic.name})" in text for text in prose(english))
    assert any('lang="en"' in text and f"({english.name})" in text for text in prose(arabic))


def test_a_page_in_one_language_links_to_no_other():
    page = next(page for page in PAGES if page.name.startswith("04"))
    assert not any(".ar.ipynb" in text for text in prose(page))
