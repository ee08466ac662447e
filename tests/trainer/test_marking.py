"""One learner's strange work stops nobody else's marks; a trainer's word outlives new answers."""

import os
import sqlite3

import pytest
from desk import CASE, HOSTILE, grade_rows, lay_in, overrule, released, sheet, written

from course.judging.answer import Answer
from course.learner import answers
from course.trainer import GradingError, folders, marking
from course.trainer.feedback import feedback
from course.trainer.marking import mark_case

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)


def hand_in(student, given, name=""):
    folder = folders.submitted(student, CASE)
    data = answers.encode(sheet(name or student, given))
    if folder.exists():
        (folder / answers.FILE).write_bytes(data)
    else:
        lay_in(student, data)
    return folder


@pytest.mark.parametrize("stamp", [b"yesterday-ish", b"\xff", b"9999-12-31 23:59:59-12:00"])
def test_a_strange_time_stops_no_class(stamp):
    hand_in("lina", written("good", "2.6 %"))
    (hand_in("omar", written("good", "2.6 %")) / "timestamp.txt").write_bytes(stamp)
    made = mark_case(CASE)
    assert made.students == ("lina", "omar")
    assert [note.startswith("omar: The time") for note in made.notes] == [True]
    assert grade_rows()["omar", "the-decision"][0] == grade_rows()["lina", "the-decision"][0]
    assert len(feedback(CASE).pages) == 2


def test_a_submission_that_cannot_be_marked_costs_only_its_own_marks(monkeypatch):
    hand_in("lina", written("good", "2.6 %"))
    hand_in("omar", written("good", "2.6 %"))
    honest = marking.mark_and_keep

    def fails(case, rubric, student, *shared):
        if student == "lina":
            raise PermissionError(13, "Permission denied")
        return honest(case, rubric, student, *shared)

    monkeypatch.setattr(marking, "mark_and_keep", fails)
    made = mark_case(CASE)
    assert made.students == ("omar",)
    assert [note.startswith("lina: ") for note in made.notes] == [True]
    assert "permission denied; make it readable and writable" in made.notes[0]
    assert {student for student, _ in grade_rows()} == {"omar"}


def test_one_without_marks_keeps_no_page_from_the_others():
    hand_in("lina", written("good", "2.6 %"))
    hand_in("omar", written("good", "2.6 %"))
    mark_case(CASE)
    (folders.autograded("new", CASE)).mkdir(parents=True)
    (folders.autograded("omar", CASE) / "marks.json").write_bytes(b"{")
    made = feedback(CASE)
    assert [page.parents[1].name for page in made.pages] == ["lina"]
    assert sorted(note.split()[0] for note in made.notes) == ["new", "omar"]


def test_points_given_to_an_answer_that_changed_wait_for_a_look():
    first = written("partial", "2.6 %")
    hand_in("lina", first)
    mark_case(CASE)
    for question in ("the-decision", "money-and-people"):
        overrule("lina", question, 3.5)
    changed = first | {"the-decision": Answer(text="We stop the bonus on 1 March 2027.")}
    hand_in("lina", changed)
    made = mark_case(CASE)
    assert ["the-decision" in note and "changed" in note for note in made.notes] == [True]
    rows = grade_rows()
    assert rows["lina", "the-decision"][1:3] == (3.5, 1)
    assert rows["lina", "the-decision"][3].startswith("The answer changed after you set")
    assert rows["lina", "money-and-people"][1:3] == (3.5, 0), "this answer is the same"
    mark_case(CASE)
    assert grade_rows() == rows, "it still waits after marking again"
    assert "not confirmed" in feedback(CASE).pages[0].read_text("utf-8").split("<section>")[3]
    overrule("lina", "the-decision", 4)
    assert not mark_case(CASE).notes
    assert grade_rows()["lina", "the-decision"][1:3] == (4, 0)
    assert "changed" not in grade_rows()["lina", "the-decision"][3]


def test_a_sheet_of_aliens_makes_a_short_plain_note():
    aliens = {f"\x1b[31mkey {n} {'x' * 200}": Answer(text="a") for n in range(3000)}
    hand_in("lina", written("good", "2.6 %") | aliens)
    (note,) = mark_case(CASE).notes
    assert "\x1b" not in note
    assert "(+2995)" in note
    assert len(note) < 700
    assert len((folders.autograded("lina", CASE) / "marks.json").read_bytes()) < 100_000


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Maryam Al Suwaidi", ("Maryam Al", "Suwaidi")),
        ("=HYPERLINK(1) +cmd", ("HYPERLINK(1)", "cmd")),
        ("@a\x1b[0m -1", ("a 0m", "1")),
        ("سارة الهاشمي", ("سارة", "الهاشمي")),
        ("Omar", ("(lina)", "Omar")),
        (" ", ("(lina)", "(no name given)")),
        ("= +", ("(lina)", "(no name given)")),
    ],
)
def test_a_name_is_no_formula_in_the_gradebook(name, kept):
    hand_in("lina", {}, name)
    mark_case(CASE)
    assert grade_rows()["lina", "the-decision"][5:7] == kept


def test_a_name_given_later_takes_the_place_of_none():
    hand_in("lina", {}, " ")
    mark_case(CASE)
    hand_in("lina", {}, "Lina Haddad")
    mark_case(CASE)
    assert grade_rows()["lina", "the-decision"][5:7] == ("Lina", "Haddad")


def test_only_answers_that_still_wait_are_counted():
    hand_in("lina", {})
    assert mark_case(CASE).unsure == 5
    overrule("lina", "the-decision", 0)
    overrule("lina", "money-and-people", 1)
    made = mark_case(CASE)
    assert made.unsure == sum(row[2] for row in grade_rows().values()) == 3
    notebook = (folders.autograded("lina", CASE) / f"{CASE}.ipynb").read_text("utf-8")
    assert "still waited for you when this was marked: 3 of 5" in notebook
    hand_in("lina", {"the-decision": Answer(text="We stop the bonus today.")})
    assert mark_case(CASE).unsure == sum(row[2] for row in grade_rows().values()) == 4


@pytest.mark.parametrize("what", ["link", "pipe", "folder"])
def test_answers_that_are_no_plain_file_are_not_followed(what):
    hand_in("omar", written("good", "2.6 %"))
    hand_in("lina", {})
    path = folders.submitted("lina", CASE) / answers.FILE
    path.unlink()
    if what == "link":
        path.symlink_to(folders.submitted("omar", CASE) / answers.FILE)
    elif what == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    made = mark_case(CASE)
    (note,) = made.notes
    assert note.startswith("lina: ")
    assert "is not followed" in note
    assert made.unreadable == 1
    assert grade_rows()["lina", "the-decision"][0] == 0 < grade_rows()["omar", "the-decision"][0]


@pytest.mark.parametrize("outer", [True, False])
def test_a_submitted_folder_that_is_a_link_is_not_followed(outer):
    hand_in("omar", written("good", "2.6 %"))
    theirs, mine = folders.submitted("omar", CASE), folders.submitted("lina", CASE)
    before = sorted(path.name for path in theirs.iterdir())
    if outer:
        mine.parent.symlink_to(theirs.parent, target_is_directory=True)
    else:
        mine.parent.mkdir()
        mine.symlink_to(theirs, target_is_directory=True)
    made = mark_case(CASE)
    assert made.students == ("omar",)
    assert ["lina" in note and "is a link" in note for note in made.notes] == [True]
    assert made.unreadable == 1
    assert sorted(path.name for path in theirs.iterdir()) == sorted([*before, "notes.json"])


def test_pipes_beside_the_answers_keep_nobody_waiting():
    hand_in("lina", written("good", "2.6 %"))
    for name in ("timestamp.txt", f"{CASE}.ipynb", "notes.json"):
        path = folders.submitted("lina", CASE) / name
        path.unlink(missing_ok=True)
        os.mkfifo(path)
    assert mark_case(CASE).students == ("lina",)


def test_a_gradebook_in_use_is_told_in_one_sentence():
    hand_in("lina", {"the-decision": Answer(text=HOSTILE)})
    with sqlite3.connect(folders.root() / "gradebook.db") as other:
        other.execute("begin exclusive")
        with pytest.raises(GradingError, match="in use by another program"):
            mark_case(CASE)
        other.rollback()
    assert mark_case(CASE).students == ("lina",)


def test_a_damaged_gradebook_is_told_in_one_sentence():
    hand_in("lina", {})
    (folders.root() / "gradebook.db").write_bytes(b"not a database, " * 200)
    with pytest.raises(GradingError, match=r"gradebook\.db cannot be used \(file is not") as told:
        mark_case(CASE)
    assert "\n" not in str(told.value)


def test_extra_credit_is_part_of_the_score_and_the_trainers_word(tmp_path, monkeypatch):
    from course.trainer import gradebook

    released(tmp_path, monkeypatch)
    lay_in("lina", answers.encode(sheet("Lina", written("partial", "2.6 %"))))
    marking.mark_case(CASE)
    with gradebook.opened() as book:
        before = gradebook.scores(book, CASE)["lina"]["the-decision"]
        book.find_grade("the-decision", CASE, CASE, "lina").extra_credit = 1.5
        book.db.commit()
        after = gradebook.scores(book, CASE)["lina"]["the-decision"]
    assert after.points == before.points + 1.5
    assert (before.overruled, after.overruled) == (False, True)


@pytest.mark.parametrize("name", [answers.FILE, "timestamp.txt", "submission_secret.txt"])
def test_a_link_among_the_files_handed_in_is_carried_nowhere(tmp_path, monkeypatch, name):
    """Feedback is handed back by these: a link would copy what only the trainer may read."""
    released(tmp_path, monkeypatch)
    secret = tmp_path / "private"
    secret.write_bytes(answers.encode(sheet("Another", written("good", "2.6 %"))))
    place = lay_in("lina", answers.encode(sheet("Lina", written("partial", "2.6 %"))))
    (place / name).unlink()
    (place / name).symlink_to(secret)
    marking.mark_case(CASE)
    carried = folders.autograded("lina", CASE) / name
    assert not carried.exists() or carried.read_bytes() != secret.read_bytes()
