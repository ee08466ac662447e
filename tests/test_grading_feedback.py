"""A page goes back only for what is marked, says who stands behind the points, and to whom."""

import pytest
from desk import CASE, lay_in, overrule, released, rubric, send, sheet, written

from course import answers, cli
from course.grading import GradingError, folders
from course.grading.collect import collect
from course.grading.feedback import feedback
from course.grading.marking import mark
from course.scoring import Answer

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    return released(tmp_path, monkeypatch)


def hand_in(student, given, name=""):
    data = answers.encode(sheet(name or student, given))
    folder = folders.submitted(student, CASE)
    if folder.exists():
        (folder / answers.FILE).write_bytes(data)
    else:
        lay_in(student, data)


def page(student):
    return (folders.feedback(student, CASE) / f"{CASE}.html").read_text("utf-8")


def decide_all(student, points=None):
    for question in rubric().questions:
        overrule(student, question.key, question.max_points if points is None else points)


def test_no_page_is_written_for_answers_that_are_newer_than_their_marks(capsys):
    for student in ("lina", "omar"):
        hand_in(student, written("good", "2.6 %"))
    mark(CASE)
    hand_in("omar", written("partial", "2.6 %"))
    hand_in("new", written("good", "2.6 %"))
    with pytest.raises(SystemExit) as ended:
        cli.main(["feedback", CASE])
    assert ended.value.code == 1
    assert "2 submissions are newer than their marks; run 'course mark" in capsys.readouterr().err
    assert folders.students(CASE, "feedback") == ["lina"]
    mark(CASE)
    assert len(feedback(CASE).pages) == 3


def test_where_all_is_newer_the_next_step_is_named():
    hand_in("lina", written("good", "2.6 %"))
    with pytest.raises(GradingError, match="1 submission is newer than its marks; run 'course m"):
        feedback(CASE)


def test_a_result_is_provisional_until_the_last_answer_is_confirmed():
    hand_in("lina", written("partial", "2.6 %") | {"the-decision": Answer(text="bonus KPI")})
    mark(CASE)
    waiting = feedback(CASE).open
    assert waiting
    assert "Provisional result: " in page("lina")
    assert f"has not confirmed {waiting} of 5 answers yet" in page("lina")
    decide_all("lina", 1)
    feedback(CASE)
    assert "Provisional" not in page("lina")
    assert "Your result: 5 of" in page("lina")
    assert "A program suggested" not in page("lina")


def test_points_no_trainer_touched_are_said_to_be_a_programs():
    hand_in("lina", written("good", "2.6 %"))
    mark(CASE)
    feedback(CASE)
    sections = page("lina").split("<section>")[1:]
    for section in sections:
        assert ("A program suggested" in section) != ("has not confirmed" in section)
    assert any("A program suggested" in section for section in sections)


def test_full_points_of_a_trainer_leave_no_next_step():
    hand_in("lina", written("bad", "1.1 %"))
    mark(CASE)
    overrule("lina", "the-decision", rubric().question("the-decision").max_points)
    overrule("lina", "money-and-people", 0.5)
    feedback(CASE)
    sections = page("lina").split("<section>")
    assert "Next step" not in sections[3]
    assert "Look again" not in sections[3]
    assert "Next step" in sections[4], "half a point leaves much to do"


def test_points_lowered_without_a_word_are_told_to_the_trainer():
    hand_in("lina", written("good", "2.6 %"))
    mark(CASE)
    overrule("lina", "the-decision", 0)
    overrule("lina", "money-and-people", 0, "No owner is named.")
    (note,) = feedback(CASE).notes
    assert note.startswith("lina: ")
    assert "the-decision" in note
    assert "money-and-people" not in note


def test_who_wrote_by_mail_gets_a_file_with_a_name_to_send(desk, capsys):
    hand_in("lina", written("good", "2.6 %"))
    send(desk / "mail", "a", sheet("Ali Hassan", written("good", "2.6 %"), id="1"))
    send(desk / "mail", "b", sheet("Ali Hassan", written("good", "2.6 %"), id="2"))
    send(desk / "mail", "c", sheet("../x:y", written("good", "2.6 %"), id="3"))
    collect(CASE, desk / "mail")
    mark(CASE)
    cli.main(["feedback", CASE])
    said = capsys.readouterr().out
    assert "4 pages written; 1 returned through the exchange; 3 to send as files" in said
    assert {path.name for path in folders.to_send().iterdir()} == {
        f"Ali Hassan - {CASE}.html",
        f"Ali Hassan (ali-hassan-2) - {CASE}.html",
        f"x y - {CASE}.html",
    }


def test_without_an_exchange_every_page_is_to_send(tmp_path, monkeypatch):
    hand_in("lina", written("good", "2.6 %"), "Lina")
    mark(CASE)
    monkeypatch.setenv("COURSE_EXCHANGE", str(tmp_path / "none"))
    made = feedback(CASE)
    assert made.by_exchange == 0
    assert [path.name for path in made.to_send] == [f"Lina - {CASE}.html"]
