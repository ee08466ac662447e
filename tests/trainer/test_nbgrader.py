"""nbgrader's own commands do what `course` does, and run nothing a learner wrote."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from desk import (
    CASE,
    environment,
    everywhere,
    grade_rows,
    lay_in,
    overrule,
    released,
    sheet,
    written,
)

from course import paths
from course.judging.answer import Answer
from course.learner import answers
from course.trainer import GradingError, bridge, folders, gradebook
from course.trainer.feedback import feedback
from course.trainer.marking import mark_case
from course.trainer.release import is_released

pytestmark = pytest.mark.slow
STUDENTS = ("good", "keywords", "none", "script")


@pytest.fixture
def desk(tmp_path, monkeypatch):
    released(tmp_path / "one", monkeypatch)
    trap = "__import__('pathlib').Path('ran').write_text('yes')"
    lay_in("good", answers.encode(sheet("Maryam Al Suwaidi", written("good", "2.6 %"))))
    lay_in("keywords", answers.encode(sheet("Omar", everywhere("bonus rework audit NCR KPI 5.1"))))
    lay_in("none", None)
    folder = lay_in("script", answers.encode(sheet("<b>X</b>", everywhere("<script>x</script>"))))
    path = folder / f"{CASE}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = trap
    path.write_text(json.dumps(notebook))
    return tmp_path


def nbgrader(*arguments):
    """nbgrader as a trainer types it, in the folder that holds the shipped configuration."""
    return subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=paths.ASSESSMENTS,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
    )


def products():
    """The marked notebooks and sidecars."""
    found = {}
    for student in STUDENTS:
        for name in (f"{CASE}.ipynb", "marks.json", "answers.json", "timestamp.txt"):
            path = folders.autograded(student, CASE) / name
            found[student, name] = path.read_bytes() if path.exists() else None
    return found


def test_both_ways_of_marking_give_the_same_rows_and_files(desk, monkeypatch):
    done = nbgrader("autograde", CASE)
    assert done.returncode == 0, done.stderr
    theirs, their_rows = products(), grade_rows()
    assert not list(Path(desk).rglob("ran")), "a learner's cell was executed"
    place = released(desk / "two", monkeypatch)
    for student in STUDENTS:
        source = desk / "one" / "assessments" / "submitted" / student
        shutil.copytree(source, place / "assessments" / "submitted" / student)
    mark_case(CASE)
    assert grade_rows() == their_rows
    assert len(their_rows) == 5 * len(STUDENTS)
    assert products() == theirs


@pytest.mark.usefixtures("desk")
def test_a_name_is_plain_in_the_gradebook_and_one_from_before_becomes_so():
    mark_case(CASE)
    assert grade_rows()["script", "the-decision"][5:7] == ("b X", "/b")
    assert grade_rows()["good", "the-decision"][5:7] == ("Maryam Al", "Suwaidi")
    with gradebook.opened() as book:
        old, own = book.find_student("script"), book.find_student("good")
        old.first_name, old.last_name = "<svg/onload=x>", "<b>"
        own.first_name, own.last_name = "Maryam & Co", "O'Brien"  # as a trainer typed it
        book.db.commit()
    mark_case(CASE)
    assert grade_rows()["script", "the-decision"][5:7] == ("svg/onload x", "b")
    assert grade_rows()["good", "the-decision"][5:7] == ("Maryam & Co", "O'Brien")


@pytest.mark.usefixtures("desk")
def test_an_override_survives_both_ways_and_is_not_flagged_again():
    mark_case(CASE)
    assert grade_rows()["keywords", "the-decision"][2] == 1
    overrule("keywords", "the-decision", 3.5, "Better in class.")
    before = grade_rows()
    mark_case(CASE)
    assert grade_rows() == before
    assert nbgrader("autograde", CASE, "--force").returncode == 0
    assert grade_rows() == before
    assert before["keywords", "the-decision"][1:3] == (3.5, 0)
    assert before["keywords", "money-and-people"][2] == 1, "the others still wait"


@pytest.mark.usefixtures("desk")
def test_nbgraders_own_marking_asks_about_a_changed_answer_too():
    mark_case(CASE)
    overrule("good", "the-decision", 3.5)
    changed = written("good", "2.6 %") | {"the-decision": Answer(text="We wait and see.")}
    data = answers.encode(sheet("Maryam Al Suwaidi", changed))
    (folders.submitted("good", CASE) / answers.FILE).write_bytes(data)
    for _ in range(2):
        assert nbgrader("autograde", CASE, "--force").returncode == 0
        assert grade_rows()["good", "the-decision"][1:3] == (3.5, 1)


@pytest.mark.usefixtures("desk")
def test_the_feedback_button_writes_our_page():
    mark_case(CASE)
    ours = {path: path.read_bytes() for path in feedback(CASE).pages}
    shutil.rmtree(folders.root() / "feedback")
    result = bridge.api().generate_feedback(CASE)
    assert result["success"], result
    assert {path: path.read_bytes() for path in ours} == ours


@pytest.mark.usefixtures("desk")
def test_marks_of_a_changed_rubric_are_neither_written_nor_returned():
    path = folders.rubric(CASE)
    text = path.read_text(encoding="utf-8")
    mark_case(CASE)
    path.write_text(text + "# newer\n")
    with pytest.raises(GradingError, match="has changed; run 'course mark"):
        feedback(CASE)
    path.write_text(text.replace("points = 2\nwithout_unit", "points = 3\nwithout_unit"))
    with pytest.raises(GradingError, match="released with"):
        mark_case(CASE)


def test_before_release_and_before_collecting_the_next_step_is_named(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    with pytest.raises(GradingError, match="run 'course collect"):
        mark_case(CASE)
    with pytest.raises(GradingError, match="run 'course mark"):
        feedback(CASE)
    lay_in("good", None)
    (folders.root() / "gradebook.db").unlink()
    with pytest.raises(GradingError, match="run 'course release"):
        mark_case(CASE)


def test_a_release_is_known_until_the_rubric_changes_its_points(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    assert is_released(CASE)
    path = folders.rubric(CASE)
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "# a remark\n")
    assert is_released(CASE)
    path.write_text(text.replace("points = 2\nwithout_unit", "points = 3\nwithout_unit"))
    assert not is_released(CASE)
