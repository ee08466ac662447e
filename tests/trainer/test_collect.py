"""Nothing handed in is lost, nobody's work is taken for another's, and the trainer is told."""

import os

import pytest
from desk import CASE, bare, rubric, send, sheet

from course.cli import command as cli
from course.content import load_case
from course.judging.answer import Answer
from course.learner import answers, naming
from course.learner.answers import AnswerSheet, Learner
from course.trainer import GradingError, folders, intake
from course.trainer import sheet as marking
from course.trainer.build import build
from course.trainer.collect import collect
from course.trainer.notebook import note_lines


@pytest.fixture
def desk(tmp_path, monkeypatch):
    bare(tmp_path, monkeypatch)
    released = folders.released(CASE)
    released.parent.mkdir(parents=True)
    released.write_bytes(build(CASE).read_bytes())
    return tmp_path / "mail"


def one(text="We stop the bonus."):
    return {"the-decision": Answer(text=text)}


def held(student):
    return answers.read(folders.submitted(student, CASE) / answers.FILE)


def notes(student):
    intake.repair(student, CASE)
    return note_lines(marking.mark_submission(load_case(CASE), rubric(), student))


def test_a_sent_file_becomes_a_submission_nbgrader_can_read(desk):
    send(desk, "a", sheet("Maryam Al Suwaidi", one()))
    assert collect(CASE, desk).students == ("maryam-al-suwaidi",)
    folder = folders.submitted("maryam-al-suwaidi", CASE)
    assert held("maryam-al-suwaidi").answer("the-decision").text == "We stop the bonus."
    assert (folder / f"{CASE}.ipynb").read_bytes() == folders.released(CASE).read_bytes()
    assert (folder / "timestamp.txt").read_text() == "2025-11-20 06:00:00.000000 UTC"
    assert not notes("maryam-al-suwaidi")


def test_two_people_of_one_name_keep_their_own_work(desk):
    send(desk, "a", sheet("Ali Hassan", one("Mine."), id="1"))
    send(desk, "b", sheet("Ali Hassan", one("Also mine."), id="2"))
    assert collect(CASE, desk).students == ("ali-hassan", "ali-hassan-2")
    collect(CASE, desk)
    assert held("ali-hassan").answer("the-decision").text == "Mine."
    assert held("ali-hassan-2").answer("the-decision").text == "Also mine."


def test_people_without_an_id_are_told_apart_by_company(desk):
    for place in ("Gulf Co", "Desert Co"):
        given = AnswerSheet(1, CASE, Learner("", "Ali Hassan", place), "en", one(place))
        send(desk, place, given)
    assert len(collect(CASE, desk).students) == 2


def test_the_newest_counts_and_the_earlier_is_kept(desk):
    send(desk, "b", sheet("Ali", one("First."), id="1"), time="2025-11-20T10:00:00+04:00")
    send(desk, "a", sheet("Ali", one("Second."), id="1"), time="2025-11-20T09:00:00+01:00")
    assert collect(CASE, desk).students == ("ali",)
    assert held("ali").answer("the-decision").text == "Second."
    kept = list((folders.root() / "earlier" / "ali" / CASE).glob("*/answers.json"))
    assert [answers.read(path).answer("the-decision").text for path in kept] == ["First."]


def test_an_older_file_sent_late_replaces_nothing(desk):
    send(desk, "new", sheet("Ali", one("New."), id="1"), time="2025-11-21T10:00:00+04:00")
    collect(CASE, desk)
    (desk / "new.handin.json").unlink()
    send(desk, "old", sheet("Ali", one("Old."), id="1"), time="2025-11-20T10:00:00+04:00")
    assert "is older than" in collect(CASE, desk).problems[0]
    assert held("ali").answer("the-decision").text == "New."


def test_what_is_wrong_with_a_file_costs_nobody_else_their_work(desk):
    send(desk, "good", sheet("Maryam", one()))
    (desk / "torn.handin.json").write_bytes(b'{"schema": 1, "cour')
    (desk / "list.handin.json").write_bytes(b"[]")
    (desk / "big.handin.json").write_bytes(b" " * 3_100_000)
    alien = AnswerSheet(1, "another-case", Learner("9", "Omar", ""), "en", {})
    send(desk, "alien", alien)
    found = collect(CASE, desk)
    assert found.students == ("maryam",)
    said = "\n".join(found.problems)
    for name in ("torn", "list", "big", "alien"):
        assert f"{name}.handin.json" in said
    assert len(found.problems) == 4
    assert found.rejected == 3, "a file for another case is in its right place there"
    assert found.new == ("maryam",)
    with pytest.raises(SystemExit) as ended:
        cli.main(["collect", CASE, "--from", str(desk)])
    assert ended.value.code == 1


def test_a_file_changed_after_handing_in_is_noted(desk):
    send(desk, "a", sheet("Maryam", one()), hash="0" * 64)
    collect(CASE, desk)
    assert "changed after handing in" in notes("maryam")[0]


def test_a_sheet_that_is_damaged_inside_its_file_still_has_a_place(desk):
    path = send(desk, "Omar Said", sheet("Omar Said", one()))
    path.write_bytes(path.read_bytes().replace(b'\\"schema\\": 1', b'\\"schema\\": [[['))
    assert collect(CASE, desk).students == ("omar-said",)
    assert any("nothing to mark" in note for note in notes("omar-said"))


def test_an_empty_or_missing_folder_is_told(desk):
    with pytest.raises(GradingError, match="There is no folder"):
        collect(CASE, desk)
    desk.mkdir()
    with pytest.raises(GradingError, match=r"No file in .* ends in"):
        collect(CASE, desk)


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Maryam Al Suwaidi", "maryam-al-suwaidi"),
        ("مريم السويدي", "mrym-alswydy"),
        ("José  Ñandú", "jose-nandu"),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>", "script"),
    ],
)
def test_folders_are_named_after_people(name, folder):
    assert naming.slug(name) == folder


@pytest.mark.parametrize("name", ["", "山田", "123", "+*"])
def test_a_name_without_letters_we_can_write_gets_a_number(name):
    assert naming.slug(name).startswith("learner-")
    assert naming.slug(name) != naming.slug(name + "x")


@pytest.mark.parametrize(
    ("first", "second"),
    [("josé  ñandú", "Jose Nandu"), ("Al-Suwaidi", "al suwaidi"), ("أحمد", "احمد")],
)
def test_a_name_spelt_another_way_is_the_same_learner(desk, first, second):
    send(desk, "a", sheet(first, one("First."), id="1"), time="2025-11-20T10:00:00+04:00")
    (student,) = collect(CASE, desk).students
    send(desk, "b", sheet(second, one("Second."), id="1"), time="2025-11-21T10:00:00+04:00")
    again = collect(CASE, desk)
    assert (again.students, again.problems) == ((student,), ())
    assert held(student).learner.name == second


def test_what_a_file_manager_leaves_behind_is_nobodys_work(desk):
    send(desk, "a", sheet("Ali", one("First."), id="1"), time="2025-11-20T10:00:00+04:00")
    collect(CASE, desk)
    (folders.root() / "submitted" / ".DS_Store").touch()
    (folders.root() / "submitted" / "ali" / ".DS_Store").touch()
    for number in (2, 3):
        time = f"2025-11-2{number}T10:00:00+04:00"
        send(desk, "a", sheet("Ali", one(f"Text {number}."), id="1"), time=time)
        assert collect(CASE, desk).students == ("ali",)
        earlier = folders.root() / "earlier" / "ali" / CASE
        (earlier / ".DS_Store").touch()
    assert {path.name for path in earlier.iterdir() if path.is_dir()} == {"001", "002"}


def test_collecting_the_same_file_again_changes_nothing(desk):
    send(desk, "a", sheet("Ali", one(), id="1"))
    collect(CASE, desk)
    before = {path: path.read_bytes() for path in folders.submitted("ali", CASE).iterdir()}
    assert collect(CASE, desk).problems == ()
    assert {path: path.read_bytes() for path in folders.submitted("ali", CASE).iterdir()} == before
    assert not (folders.root() / "earlier").exists()


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("9999-12-31T23:59:59-12:00", "names no time"),
        ("9999-12-31T23:59:59+12:00", "a time to come"),
        ("0001-01-01T00:00:00+14:00", "names no time"),
        ("tomorrow", "names no time"),
    ],
)
def test_a_time_nobody_can_believe_hides_no_later_work(desk, time, words):
    send(desk, "a", sheet("Ali", one("First."), id="1"), time=time)
    long_ago = 1_735_700_000
    os.utime(desk / "a.handin.json", (long_ago, long_ago))
    send(desk, "other", sheet("Maryam", one(), id="2"))
    found = collect(CASE, desk)
    assert found.students == ("ali", "maryam")
    assert [words in problem for problem in found.problems] == [True]
    send(desk, "b", sheet("Ali", one("Second."), id="1"))
    for _ in range(2):  # and again: the first file still lies in the folder
        collect(CASE, desk)
        assert held("ali").answer("the-decision").text == "Second."


def test_a_time_to_come_does_not_make_an_old_mail_the_newest(desk):
    """Its file was saved here after the honest one was written: it counts from then."""
    send(desk, "a", sheet("Ali", one("Saved last."), id="1"), time="2999-01-01T00:00:00+00:00")
    send(desk, "b", sheet("Ali", one("Honest."), id="1"))
    collect(CASE, desk)
    assert held("ali").answer("the-decision").text == "Saved last."


def test_words_of_a_learner_reach_the_screen_plain_and_short(desk):
    case = "x\x1b[31m" + "y" * 5000
    send(desk, "alien", AnswerSheet(1, case, Learner("9", "Omar", ""), "en", {}))
    (problem,) = collect(CASE, desk).problems
    assert "\x1b" not in problem
    assert len(problem) <= 250
