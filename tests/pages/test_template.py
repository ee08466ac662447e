"""A new lesson and a new case pass the checks as they are laid out, and open and run."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from course import paths
from course.content import load_modules
from course.errors import CourseError
from course.pages import template

LESSON, CASE = "close-the-loop", "harbour-works"
PARTS = ("course", "data", "notebooks", "assessments", "docs", "pyproject.toml")
SKELETON = ["title", "objectives", "case", "idea-1", "idea-2", "idea-3", "workshop"]
SKELETON += ["quiz", "pitfalls", "takeaways", "trainer-notes"]
_BESIDE = ("__pycache__", "submitted", "autograded", "release", "feedback", "gradebook.db*")


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A course of its own, with a lesson and a case laid out in it."""
    place = tmp_path_factory.mktemp("course")
    for part in PARTS:
        source = paths.ROOT / part
        if source.is_dir():
            shutil.copytree(source, place / part, ignore=shutil.ignore_patterns(*_BESIDE))
        else:
            shutil.copy(source, place)
    for command in (("new-lesson", LESSON), ("new-case", CASE)):
        done = run(place, *command)
        assert done.returncode == 0, done.stderr
    return place


def python(place, *arguments):
    own = {"PYTHONPATH": str(place), "COURSE_STRICT": "1"}
    own |= {
        name: str(place / folder) for name, folder in (("COURSE_WORK", "w"), ("COURSE_STATE", "s"))
    }
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=place, env=os.environ | own, capture_output=True, text=True, check=False
    )


def run(place, *arguments):
    return python(
        place, "-c", "import sys; from course.cli import main; main(sys.argv[1:])", *arguments
    )


def test_the_checks_pass(copy):
    done = run(copy, "check")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_lesson_follows_the_others_and_has_both_languages(copy):
    last = max(module.order for module in load_modules().values())
    made = sorted(path.name for path in (copy / "notebooks").glob(f"*{LESSON}*"))
    number = f"{last + 1:02d}"
    assert made == [f"{number}-{LESSON}.ar.ipynb", f"{number}-{LESSON}.ipynb"]


def test_it_has_the_skeleton_of_a_lesson(copy):
    for path in (copy / "notebooks").glob(f"*{LESSON}*"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        names = [cell["id"] for cell in cells]
        assert [name for name in names if name in SKELETON] == SKELETON
        assert 20 <= len(cells) <= 35


def test_each_objective_is_taught_practised_and_assessed(copy):
    assert run(copy, "map").returncode == 0


def test_the_rubric_gives_its_exemplars_what_they_should_get(copy):
    done = run(copy, "check-rubric", f"assessments/{CASE}/rubric.toml")
    assert done.returncode == 0, done.stdout


def test_what_only_a_trainer_may_know_lies_with_the_trainer(copy):
    assert (copy / "assessments" / CASE / "rubric.toml").exists()
    assert (copy / "assessments" / "source" / CASE / f"{CASE}.ipynb").exists()
    assert not (copy / "data" / "cases" / CASE / "rubric.toml").exists()


def test_an_arabic_reader_is_led_to_the_arabic_page(copy):
    code = f"from course.content import load_modules; m = load_modules()['{LESSON}'];"
    code += "print(m.notebook_in('en'), m.notebook_in('ar'))"
    english, arabic = python(copy, "-c", code).stdout.split()
    assert (copy / "notebooks" / english).exists()
    assert arabic == english.replace(".ipynb", ".ar.ipynb")


@pytest.mark.parametrize(
    ("stray", "words"),
    [
        ("lessons/half-done/page.en.md", "data/lessons/half-done: it has no lesson.toml."),
        ("cases/half-done/note.csv", "data/cases/half-done: it has no case.toml."),
        (f"cases/{CASE}/exhibits/stray.toml", "exhibits/stray.toml: case.toml does not name it."),
        (f"lessons/{LESSON}/storry.toml", "storry.toml, kind: '' is no kind of piece."),
    ],
)
def test_what_stands_in_a_folder_and_is_read_by_nobody_is_named(copy, stray, words):
    path = copy / "data" / stray
    new = not path.parent.exists()
    path.parent.mkdir(exist_ok=True)
    path.write_text("", encoding="utf-8")
    try:
        done = run(copy, "check")
    finally:
        path.unlink()
        if new:
            path.parent.rmdir()
    assert done.returncode == 1
    assert words in done.stderr


@pytest.mark.slow
def test_the_words_stand_in_both_languages_and_looks_give_nothing_away(copy):
    shutil.copytree(paths.ROOT / "tests", copy / "tests", dirs_exist_ok=True)
    held = ("test_content.py", "test_quiz_guessing.py", "test_sources.py", "test_alignment.py")
    tests = [f"tests/content/{name}" for name in held]
    done = python(copy, "-m", "pytest", "-q", "-k", f"{LESSON} or {CASE}", *tests)
    assert done.returncode == 0, done.stdout[-2000:]


@pytest.mark.slow
def test_the_lesson_opens_and_runs(copy):
    (made,) = (copy / "notebooks").glob(f"*{LESSON}.ipynb")
    done = python(copy, "-m", "pytest", "-q", "--nbval-lax", "--nbval-current-env", str(made))
    assert done.returncode == 0, done.stdout[-2000:]


@pytest.mark.parametrize(
    "slug", ["", "ab", "Loud", "../away", "a b", "source", "new-lesson", "x" * 42, "درس"]
)
def test_a_name_that_is_none_is_refused(slug):
    with pytest.raises(CourseError, match="is no name for a folder"):
        template.lay_out("lesson", slug)


@pytest.mark.parametrize("kind", ["lesson", "case"])
@pytest.mark.parametrize("slug", ["set-objectives", "marsa-al-khail-contracting"])
def test_a_name_that_is_taken_is_refused(kind, slug):
    with pytest.raises(CourseError, match="there is one already"):
        template.lay_out(kind, slug)
