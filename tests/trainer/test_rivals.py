"""Who holds a classmate's file replaces nothing; two people on one computer are two people."""

import os
import shutil

import msgspec
import pytest
from desk import CASE, bare, grade_rows, released, rubric, send, sheet

from course import paths
from course.content import load_case
from course.judging.answer import Answer
from course.learner import answers, handin
from course.learner.chain import Chain, Link
from course.learner.profile import load_profile, save_profile
from course.trainer import folders, intake
from course.trainer import sheet as marking
from course.trainer.build import build
from course.trainer.collect import collect
from course.trainer.feedback import feedback
from course.trainer.marking import mark_case
from course.trainer.notebook import note_lines

HERS, HIS = Chain("aa" * 32), Chain("bb" * 32)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    bare(tmp_path, monkeypatch)
    release = folders.released(CASE)
    release.parent.mkdir(parents=True)
    release.write_bytes(build(CASE).read_bytes())
    return tmp_path / "mail"


def one(text):
    return {"the-decision": Answer(text=text)}


def written(name, text, day=20, link=None, id="1"):
    """A file of the given day, as `send` takes it."""
    return {
        "sheet": sheet(name, one(text), id=id),
        "time": f"2025-11-{day}T10:00:00+04:00",
        "link": link,
    }


def text_of(student):
    path = folders.submitted(student, CASE) / answers.FILE
    return answers.read(path).answer("the-decision").text


def texts():
    return {student: text_of(student) for student in folders.students(CASE)}


def kept_texts():
    files = (folders.root() / "earlier").rglob(answers.FILE)
    return sorted(answers.read(file).answer("the-decision").text for file in files)


def notes(student):
    intake.repair(student, CASE)
    return note_lines(marking.mark_submission(load_case(CASE), rubric(), student))


def link(chain, number):
    return chain.link(number, CASE)


FORGED = {
    "no link": None,
    "a copied link": link(HERS, 1),
    "a chain of his own": link(HIS, 1),
    "the next number of his own chain": link(HIS, 2),
    "the copied link, counted on": Link(2, link(HERS, 1).value),
    "the copied link, hashed once more": Link(2, link(HERS, 0).value),
}


@pytest.mark.parametrize("how", FORGED)
@pytest.mark.parametrize("day", [19, 20, 21])
def test_a_classmates_file_replaces_nothing(desk, how, day):
    send(desk, "hers", **written("Maryam", "Hers.", link=link(HERS, 1)))
    collect(CASE, desk)
    send(desk, "his", **written("Maryam", "Forged.", day, FORGED[how]))
    found = collect(CASE, desk)
    assert texts() == {"maryam": "Hers.", "maryam-2": "Forged."}
    assert ["maryam-2 claims to be maryam and cannot prove it" in p for p in found.problems] == [
        True
    ]
    for student, other in (("maryam", "maryam-2"), ("maryam-2", "maryam")):
        assert [f"({other})" in note for note in notes(student)] == [True]
    assert not (folders.root() / "earlier").exists()


@pytest.mark.parametrize("how", FORGED)
def test_a_forged_file_that_comes_first_keeps_out_nobody(desk, how):
    send(desk, "a-forged", **written("Maryam", "Forged.", 19, FORGED[how]))
    send(desk, "hers", **written("Maryam", "Hers.", link=link(HERS, 1)))
    collect(CASE, desk)
    assert sorted(texts().values()) == ["Forged.", "Hers."]
    send(desk, "hers-again", **written("Maryam", "Hers, better.", 22, link(HERS, 2)))
    collect(CASE, desk)
    assert "Hers, better." in texts().values()
    assert "Hers." not in texts().values()


def test_an_old_link_leaves_newer_work_alone(desk):
    send(desk, "hers", **written("Maryam", "Hers.", link=link(HERS, 3)))
    collect(CASE, desk)
    send(desk, "his", **written("Maryam", "Forged.", 19, link(HERS, 2)))
    (problem,) = collect(CASE, desk).problems
    assert problem == "his.handin.json is older than what maryam handed in; it was left out."
    assert texts() == {"maryam": "Hers."}


def test_an_old_link_on_work_that_says_it_is_newer_is_kept_beside(desk):
    send(desk, "hers", **written("Maryam", "Hers.", link=link(HERS, 3)))
    collect(CASE, desk)
    send(desk, "his", **written("Maryam", "Forged.", 25, link(HERS, 2)))
    collect(CASE, desk)
    assert texts() == {"maryam": "Hers.", "maryam-2": "Forged."}


def test_a_later_link_replaces_and_the_earlier_work_is_kept(desk):
    send(desk, "1", **written("Maryam", "First.", link=link(HERS, 1)))
    send(desk, "4", **written("Maryam", "Second.", 21, link(HERS, 4)))
    found = collect(CASE, desk)
    assert (found.students, found.problems) == (("maryam",), ())
    assert (texts(), kept_texts()) == ({"maryam": "Second."}, ["First."])
    again = collect(CASE, desk)
    assert (again.problems, again.new) == ((), ()), "what was set aside is not told again"


def test_a_file_stolen_on_its_way_costs_no_work(desk):
    """Its link is good until the genuine file comes; then both stand, and nothing is lost."""
    send(desk, "1", **written("Maryam", "First.", link=link(HERS, 1)))
    send(desk, "forged", **written("Maryam", "Forged.", 21, link(HERS, 2)))
    collect(CASE, desk)
    send(desk, "2", **written("Maryam", "Second.", 22, link(HERS, 2)))
    (problem,) = collect(CASE, desk).problems
    assert problem.startswith("maryam-2 claims to be maryam and cannot prove it")
    assert (texts(), kept_texts()) == ({"maryam": "Forged.", "maryam-2": "Second."}, ["First."])


def test_the_chain_tells_the_order_where_a_clock_was_set_back(desk):
    send(desk, "1", **written("Maryam", "First.", 25, link(HERS, 1)))
    collect(CASE, desk)
    send(desk, "2", **written("Maryam", "Second.", 20, link(HERS, 2)))
    collect(CASE, desk)
    assert texts() == {"maryam": "Second."}


def test_the_same_answers_handed_in_again_move_the_chain_on(desk):
    """Else whoever holds the second of these files could write another under its link."""
    send(desk, "1", **written("Maryam", "Hers.", 20, link(HERS, 1)))
    send(desk, "2", **written("Maryam", "Hers.", 21, link(HERS, 2)))
    collect(CASE, desk)
    send(desk, "forged", **written("Maryam", "Forged.", 22, link(HERS, 2)))
    collect(CASE, desk)
    assert texts() == {"maryam": "Hers.", "maryam-2": "Forged."}


def test_files_written_before_there_were_links_count_by_their_time(desk):
    send(desk, "1", **written("Maryam", "First."))
    send(desk, "2", **written("Maryam", "Second.", 21))
    assert (collect(CASE, desk).problems, texts()) == ((), {"maryam": "Second."})


def test_beside_a_file_with_a_link_one_without_replaces_nothing(desk):
    send(desk, "1", **written("Maryam", "Without."))
    send(desk, "2", **written("Maryam", "With.", 21, link(HERS, 1)))
    send(desk, "3", **written("Maryam", "Without, later.", 22))
    collect(CASE, desk)
    assert sorted(texts().values()) == ["With.", "Without, later.", "Without."]


def test_what_the_trainer_moves_to_earlier_stays_there_and_ends_the_note(desk):
    send(desk, "hers", **written("Maryam", "Hers.", link=link(HERS, 1)))
    send(desk, "his", **written("Maryam", "Forged.", 21, link(HIS, 1)))
    collect(CASE, desk)
    earlier = folders.root() / "earlier"
    earlier.mkdir()
    shutil.move(folders.root() / "submitted" / "maryam-2", earlier)
    found = collect(CASE, desk)
    assert (texts(), found.problems) == ({"maryam": "Hers."}, ())
    assert notes("maryam") == []


def test_where_all_was_moved_to_earlier_the_trainer_hears_how_to_take_it_back(desk):
    send(desk, "hers", **written("Maryam", "Hers."))
    collect(CASE, desk)
    earlier = folders.root() / "earlier"
    earlier.mkdir()
    shutil.move(folders.root() / "submitted" / "maryam", earlier)
    (problem,) = collect(CASE, desk).problems
    assert problem == "hers.handin.json lies in earlier; move it back to count it."


def test_a_flood_of_forgeries_makes_few_notes(desk):
    for number in range(8):
        chain = Chain(f"{number:064x}")
        send(desk, f"{number:02}", **written("Maryam", f"Text {number}.", link=link(chain, 1)))
    assert len(collect(CASE, desk).students) == 8
    assert len(notes("maryam-8")) == 3
    assert len(notes("maryam-5")) == 3


def test_two_people_on_one_profile_are_two_submissions(desk):
    send(desk, "a", **written("Ali Hassan", "Mine.", link=link(HERS, 1)))
    send(desk, "b", **written("Omar Said", "Mine, too.", 21, link(HERS, 2)))
    found = collect(CASE, desk)
    assert texts() == {"ali-hassan": "Mine.", "omar-said": "Mine, too."}
    (problem,) = found.problems
    assert problem.startswith("omar-said came from the profile of ali-hassan under another name")
    for student, other in (("ali-hassan", "omar-said"), ("omar-said", "ali-hassan")):
        assert [f"{other} handed in from the same" in note for note in notes(student)] == [True]
    send(desk, "c", **written("Ali Hassan", "Mine, better.", 22, link(HERS, 3)))
    collect(CASE, desk)
    assert texts() == {"ali-hassan": "Mine, better.", "omar-said": "Mine, too."}
    assert len(notes("ali-hassan")) == 1, "the note outlives newer work"


def test_people_without_an_id_share_no_profile(desk):
    send(desk, "a", answers.AnswerSheet(1, CASE, answers.Learner("", "Ali", "Gulf Co"), "en"))
    send(desk, "b", answers.AnswerSheet(1, CASE, answers.Learner("", "Omar", "Gulf Co"), "en"))
    found = collect(CASE, desk)
    assert (found.students, found.problems) == (("ali", "omar"), ())


def test_the_sentences_on_screen_are_whole_for_the_longest_names(desk):
    names = ("Maryam " + "Abdulrahman " * 9, "Omar " + "Abdulrahman " * 9)
    send(desk, "a", **written(names[0], "Hers.", link=link(HERS, 1)))
    send(desk, "b", **written(names[0], "Forged.", 21, link(HIS, 1)))
    send(desk, "c", **written(names[1], "His own.", 22, link(HIS, 2)))
    problems = collect(CASE, desk).problems
    assert len(problems) == 2
    assert all(problem.endswith("from submitted to earlier.") for problem in problems)


def test_a_learners_id_of_a_million_letters_makes_no_phantoms(desk):
    for day, text in ((20, "First."), (21, "Second.")):
        send(desk, "a", **written("Ali", text, day, id="\x1b[31m" + "x" * 900_000))
        assert collect(CASE, desk).students == ("ali",)
    assert "\x1b" not in (folders.submitted("ali", CASE) / intake.NOTES).read_text()


@pytest.mark.slow
def test_in_the_gradebook_and_on_the_page_each_stands_under_their_own_name(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    mail = tmp_path / "mail"
    send(mail, "a", **written("Ali Hassan", "Mine.", link=link(HERS, 1)))
    send(mail, "b", **written("Omar Said", "Mine, too.", 21, link(HERS, 2)))
    collect(CASE, mail)
    mark_case(CASE)
    rows = grade_rows()
    assert rows["ali-hassan", "the-decision"][5:7] == ("Ali", "Hassan")
    assert rows["omar-said", "the-decision"][5:7] == ("Omar", "Said")
    pages = {path.name: path.read_text("utf-8") for path in feedback(CASE).to_send}
    assert "Mine, too." in pages[f"Omar Said - {CASE}.html"]
    assert "Mine, too." not in pages[f"Ali Hassan - {CASE}.html"]


@pytest.mark.slow
def test_no_page_is_written_for_what_the_trainer_set_aside(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    mail = tmp_path / "mail"
    send(mail, "a", **written("Maryam", "Hers.", link=link(HERS, 1)))
    send(mail, "b", **written("Maryam", "Forged.", 21, link(HIS, 1)))
    collect(CASE, mail)
    mark_case(CASE)
    (folders.root() / "earlier").mkdir()
    shutil.move(folders.root() / "submitted" / "maryam-2", folders.root() / "earlier")
    mark_case(CASE)
    assert [path.name for path in feedback(CASE).to_send] == [f"Maryam - {CASE}.html"]


# ---------------------------------------------------------------- from the learner's own machine


@pytest.fixture
def learner(desk, monkeypatch):
    """Writes and hands in on a machine of their own; the file lands in the mail folder."""
    del monkeypatch

    def hand_in(text, name="Maryam"):
        save_profile(name=name)
        folder = paths.my_work() / CASE
        folder.mkdir(parents=True, exist_ok=True)
        given = sheet(name, one(text), id=load_profile().id)
        answers.write(folder / answers.FILE, given)
        receipt = handin.hand_in(CASE, folder)
        desk.mkdir(exist_ok=True)
        shutil.copy(receipt.file, desk)
        return receipt

    return hand_in


def test_an_honest_learner_hands_in_three_times(desk, learner):
    for text in ("First.", "Second.", "Third."):
        learner(text)
        assert collect(CASE, desk).problems == ()
    assert (texts(), kept_texts()) == ({"maryam": "Third."}, ["First.", "Second."])


def test_two_files_of_one_second_are_two_files(learner):
    files = {learner(f"Text {number}.").file for number in range(3)}
    assert len(files) == 3


def test_a_lost_secret_loses_no_work(desk, learner):
    learner("First.")
    collect(CASE, desk)
    (paths.receipts() / f"{CASE}.chain").unlink()
    learner("Second.")
    collect(CASE, desk)
    assert texts() == {"maryam": "First.", "maryam-2": "Second."}
    learner("Third.")
    collect(CASE, desk)
    assert texts() == {"maryam": "First.", "maryam-2": "Third."}


def test_a_restored_copy_of_the_secret_loses_no_work(desk, learner, tmp_path):
    learner("First.")
    shutil.copytree(paths.my_work(), tmp_path / "copy")
    for text in ("Second.", "Third."):
        learner(text)
        collect(CASE, desk)
    shutil.rmtree(paths.my_work())
    shutil.copytree(tmp_path / "copy", paths.my_work())
    for text in ("After the restoring.", "And again.", "And once more."):
        learner(text)
        collect(CASE, desk)
        assert text in {*texts().values()}
    assert {*texts().values(), *kept_texts()} >= {"First.", "Second.", "Third."}
    assert {*texts().values(), *kept_texts()} >= {"After the restoring.", "And again."}


def test_a_file_says_nothing_of_the_secret(learner):
    file = learner("First.").file
    secret = msgspec.json.decode((paths.receipts() / f"{CASE}.chain").read_bytes())["seed"]
    with open(file, encoding="utf-8") as sent:  # noqa: PTH123  (a receipt names it as text)
        assert secret not in sent.read()
    assert os.path.basename(file).startswith(CASE)  # noqa: PTH119


@pytest.mark.parametrize("forged", [HIS.link(1, CASE), None])
def test_a_copy_with_a_link_of_ones_own_does_not_take_the_place(desk, forged):
    """The copy comes first, then the true file of the same answers, then what the thief wrote."""
    for day, text, link in (
        (19, "Hers.", forged),
        (20, "Hers.", HERS.link(1, CASE)),
        (21, "His.", HIS.link(2, CASE)),
    ):
        for old in desk.glob("*"):
            old.unlink()
        send(desk, f"{day}", **written("Maryam", text, day, link))
        found = collect(CASE, desk)
    assert "Hers." in texts().values(), "her work still counts"
    assert "cannot prove it" in "".join(found.problems) or len(texts()) > 1
    send(desk, "late", **written("Maryam", "Hers, again.", 22, HERS.link(2, CASE)))
    collect(CASE, desk)
    assert "Hers, again." in texts().values()
