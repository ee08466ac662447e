"""A page goes back only for what is marked, says who stands behind the points, and to whom."""

import errno
import hashlib
import unicodedata

import pytest
from desk import CASE, lay_in, overrule, released, rubric, send, sheet, written

import course.trainer.feedback
import course.trainer.send
from course import disk, paths
from course.cli import command as cli
from course.judging.answer import Answer
from course.learner import answers
from course.trainer import GradingError, folders
from course.trainer.collect import collect
from course.trainer.feedback import feedback
from course.trainer.marking import mark_case

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
    mark_case(CASE)
    hand_in("omar", written("partial", "2.6 %"))
    hand_in("new", written("good", "2.6 %"))
    with pytest.raises(SystemExit) as ended:
        cli.main(["feedback", CASE])
    assert ended.value.code == 1
    assert "2 submissions are newer than their marks; run 'course mark" in capsys.readouterr().err
    assert folders.students(CASE, "feedback") == ["lina"]
    mark_case(CASE)
    assert len(feedback(CASE).pages) == 3


def test_where_all_is_newer_the_next_step_is_named():
    hand_in("lina", written("good", "2.6 %"))
    with pytest.raises(GradingError, match="1 submission is newer than its marks; run 'course m"):
        feedback(CASE)


def test_a_result_is_provisional_until_the_last_answer_is_confirmed():
    hand_in("lina", written("partial", "2.6 %") | {"the-decision": Answer(text="bonus KPI")})
    mark_case(CASE)
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
    mark_case(CASE)
    feedback(CASE)
    sections = page("lina").split("<section>")[1:]
    for section in sections:
        assert ("A program suggested" in section) != ("has not confirmed" in section)
    assert any("A program suggested" in section for section in sections)


def test_full_points_of_a_trainer_leave_no_next_step():
    hand_in("lina", written("bad", "1.1 %"))
    mark_case(CASE)
    overrule("lina", "the-decision", rubric().question("the-decision").max_points)
    overrule("lina", "money-and-people", 0.5)
    feedback(CASE)
    sections = page("lina").split("<section>")
    assert "Next step" not in sections[3]
    assert "Look again" not in sections[3]
    assert "Next step" in sections[4], "half a point leaves much to do"


def test_points_lowered_without_a_word_are_told_to_the_trainer():
    hand_in("lina", written("good", "2.6 %"))
    mark_case(CASE)
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
    mark_case(CASE)
    cli.main(["feedback", CASE])
    said = capsys.readouterr().out
    assert "4 pages written; 1 returned through the exchange; 3 to send as files" in said
    assert {path.name for path in folders.to_send().iterdir()} == {
        f"Ali Hassan - {CASE}.html",
        f"Ali Hassan (ali-hassan-2) - {CASE}.html",
        f"x y - {CASE}.html",
    }


LONG = {
    "emoji": "😀" * 60,
    "families": "👨‍👩‍👧‍👦" * 60,
    "accents": "Ali " + "\u0301" * 5_000,
    "arabic": "محمد بن راشد آل مكتوم " * 20,
    "device": "NUL. Smith",
    "hostile": "\x1b[31m../../etc/passwd\n\u202e",
    "dots": "... .",
    "half an emoji": "Ali \ufffd",
}


@pytest.mark.parametrize("name", LONG.values(), ids=LONG)
def test_any_name_gets_a_page_and_keeps_no_page_from_the_others(desk, name):
    for number, one in enumerate((name, f"{name}!", "Maryam")):
        send(desk / "mail", str(number), sheet(one, written("good", "2.6 %"), id=str(number)))
    collect(CASE, desk / "mail")
    mark_case(CASE)
    made = feedback(CASE)
    assert (len(made.pages), len(made.to_send), made.failed) == (3, 3, 0)
    assert folders.to_send() / f"Maryam - {CASE}.html" in made.to_send
    for page in folders.to_send().iterdir():
        assert page.name.isprintable() or "\u200d" in page.name
        assert len(page.name.encode()) <= 180
        assert not page.name.upper().startswith(("NUL.", "."))


def test_two_names_a_windows_disk_takes_for_one_are_two_files(desk):
    for number, name in enumerate(("Ali Hassan", "ALI HASSAN", "Zoé", "Zoe\u0301")):
        send(desk / "mail", str(number), sheet(name, written("good", "2.6 %"), id=str(number)))
    collect(CASE, desk / "mail")
    mark_case(CASE)
    names = [unicodedata.normalize("NFC", path.name).casefold() for path in feedback(CASE).to_send]
    assert len(set(names)) == 4


def one_page_fails(monkeypatch, at, error):
    """Writing under a path that holds these words fails."""
    honest = disk.write_whole

    def write(path, data):
        if at in str(path):
            raise error
        honest(path, data)

    for module in (course.trainer.feedback, course.trainer.send):
        monkeypatch.setattr(module, "write_whole", write)


@pytest.mark.parametrize("at", ["feedback/lina/", "to-send/Lina"])
@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENAMETOOLONG, "File name too long", "/x"), "the name is too long; shorten"),
        (OSError(errno.EACCES, "Permission denied", "/x"), "permission denied; make it"),
    ],
)
def test_one_page_that_cannot_be_written_is_named_and_the_others_go_on(
    desk, monkeypatch, capsys, at, error, words
):
    for who in ("Lina", "Omar", "Sara"):
        send(desk / "mail", who, sheet(who, written("good", "2.6 %"), id=who))
    collect(CASE, desk / "mail")
    mark_case(CASE)
    one_page_fails(monkeypatch, at, error)
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        cli.main(["feedback", CASE])
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert said.count(words) == 1
    assert {path.name for path in folders.to_send().iterdir()} == {
        f"Omar - {CASE}.html",
        f"Sara - {CASE}.html",
    }


def test_a_defect_in_one_page_is_named_and_the_others_go_on(monkeypatch):
    for who in ("lina", "omar"):
        hand_in(who, written("good", "2.6 %"))
    mark_case(CASE)
    honest = course.trainer.feedback.page

    def odd(case, student, scores):
        if student == "lina":
            raise KeyError("\x1b[31mwords of a learner")
        return honest(case, student, scores)

    monkeypatch.setattr(course.trainer.feedback, "page", odd)
    made = feedback(CASE)
    assert [path.parents[1].name for path in made.pages] == ["omar"]
    assert made.notes[0] == "lina: the page could not be written (KeyError)."
    assert made.failed == 1


def test_one_page_the_exchange_refuses_is_named_and_sent_as_a_file():
    for who in ("lina", "omar"):
        hand_in(who, written("good", "2.6 %"))
    mark_case(CASE)
    secret = (folders.autograded("lina", CASE) / "submission_secret.txt").read_text()
    name = hashlib.md5(f"{secret}{CASE}".encode()).hexdigest()
    blocked = paths.feedback_pages() / f"{name}.html"
    blocked.mkdir(parents=True)
    (blocked / f"{name}-tmp.html").mkdir()
    (paths.feedback_pages() / f"{name}-tmp.html").mkdir()
    made = feedback(CASE)
    assert made.by_exchange == 1
    assert [path.name for path in made.to_send] == [f"lina - {CASE}.html"]
    assert made.notes[0].startswith("lina: send the page as a file. ")
    assert made.failed == 1
    assert "Errno" not in made.notes[0]


def test_without_an_exchange_every_page_is_to_send(tmp_path, monkeypatch):
    hand_in("lina", written("good", "2.6 %"), "Lina")
    mark_case(CASE)
    monkeypatch.setenv("COURSE_EXCHANGE", str(tmp_path / "none"))
    made = feedback(CASE)
    assert made.by_exchange == 0
    assert [path.name for path in made.to_send] == [f"Lina - {CASE}.html"]
