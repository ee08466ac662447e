"""A learner hands in with one act, holds a receipt, and gets feedback back."""

import re
import shutil
import subprocess

import msgspec
import pytest
from desk import CASE, bare, released, sheet, written
from filelock import FileLock

from course import paths
from course.errors import CourseError
from course.forms.answer_form import AnswerForm
from course.forms.hand_in_form import HandInForm
from course.judging.answer import Answer
from course.learner import answers, chain, handin
from course.learner.answer_book import LOCK
from course.learner.profile import save_profile
from course.trainer import folders
from course.trainer.build import build
from course.trainer.collect import collect
from course.trainer.feedback import feedback
from course.trainer.marking import mark_case


@pytest.fixture
def alone(tmp_path, monkeypatch):
    """A learner without an exchange, in the case's folder."""
    bare(tmp_path, monkeypatch)
    folder = paths.my_work() / CASE
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def classroom(tmp_path, monkeypatch):
    """A learner to whom the case was released."""
    released(tmp_path, monkeypatch)
    return handin.fetch(CASE).parent


def write(folder, given=None, name="Maryam Al Suwaidi"):
    answers.write(
        folder / answers.FILE, sheet(name, given or {"rework-share": Answer("", "", "2.6 %")})
    )


def test_without_an_exchange_one_file_holds_everything(alone):
    write(alone, {"the-decision": Answer(text="We stop the bonus today.")})
    assert not handin.exchange_ready(CASE)
    receipt = handin.hand_in(CASE, alone)
    assert receipt.way == "file"
    assert receipt.words["the-decision"] == 5
    assert receipt.words["tell-the-client"] == 0
    sent = handin.read_hand_in(paths.my_work() / "to-send" / receipt.file.rpartition("/")[2])
    data = (alone / answers.FILE).read_bytes()
    assert sent.answers.encode() == data
    assert sent.hash == receipt.hash == handin.hash_of(data)
    assert re.search(r"marsa.*\.maryam-al-suwaidi\..*\.handin\.json$", receipt.file)


def test_each_hand_in_leaves_a_receipt_the_newest_last(alone):
    write(alone)
    first = handin.hand_in(CASE, alone)
    write(alone, {"the-decision": Answer(text="More.")})
    second = handin.hand_in(CASE, alone)
    assert handin.receipts(CASE) == [first, second]
    assert first.hash != second.hash
    (paths.my_work() / "receipts" / f"{CASE}.zz.json").write_bytes(b"{")
    assert handin.receipts(CASE) == [first, second]


def test_nothing_written_is_said_in_one_sentence(alone):
    with pytest.raises(handin.HandInError, match="not written anything"):
        handin.hand_in(CASE, alone)
    assert not handin.receipts(CASE)


@pytest.mark.parametrize("data", [b"{", b'{"schema": 1, "case": "other"}', b" " * 1_000_001])
def test_a_sheet_that_cannot_be_marked_is_not_handed_in(alone, data):
    (alone / answers.FILE).write_bytes(data)
    with pytest.raises(handin.HandInError):
        handin.hand_in(CASE, alone)
    assert (alone / answers.FILE).read_bytes() == data


@pytest.mark.usefixtures("alone")
def test_where_nothing_was_released_there_is_nothing_to_fetch():
    with pytest.raises(handin.HandInError, match="not released"):
        handin.fetch(CASE)
    assert handin.fetch_feedback(CASE) is None


@pytest.mark.usefixtures("alone")
def test_without_an_exchange_the_release_folder_serves():
    path = folders.released(CASE)
    path.parent.mkdir(parents=True)
    path.write_bytes(build(CASE).read_bytes())
    assert handin.fetch(CASE).read_bytes() == path.read_bytes()


@pytest.mark.slow
def test_fetching_again_leaves_an_open_notebook_until_the_release_changes(classroom):
    write(classroom)
    before = (classroom / answers.FILE).read_bytes()
    notebook = classroom / f"{CASE}.ipynb"
    notebook.write_text("as the browser saved it")
    handin.fetch(CASE)
    assert notebook.read_text() == "as the browser saved it"
    paths.outbound(CASE).write_text("a newer release")
    handin.fetch(CASE)
    assert notebook.read_text() == "a newer release"
    assert (classroom / answers.FILE).read_bytes() == before


@pytest.mark.slow
def test_through_the_exchange_and_back(classroom):
    write(classroom, written("good", "2.6 %"))
    (classroom / ".answers.lock").touch()
    (classroom / f"{CASE}.ipynb").rename(classroom / "renamed.ipynb")
    receipt = handin.hand_in(CASE, classroom)
    assert receipt.way == "exchange"
    (place,) = (paths.exchange() / paths.COURSE_ID / "inbound").iterdir()
    assert {path.name for path in place.iterdir()} == {
        *(f"{CASE}.ipynb", "answers.json", "timestamp.txt", "submission_secret.txt")
    }
    (student,) = collect(CASE).students
    assert handin.hash_of((folders.submitted(student, CASE) / answers.FILE).read_bytes()) == (
        receipt.hash
    )
    with pytest.raises(handin.HandInError, match="takes no more"):
        handin.hand_in(CASE, classroom)
    assert mark_case(CASE).students == (student,)
    assert handin.fetch_feedback(CASE) is None
    (page,) = feedback(CASE).pages
    assert handin.fetch_feedback(CASE).read_bytes() == page.read_bytes()
    assert "Maryam Al Suwaidi" in page.read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.usefixtures("classroom")
def test_collecting_closes_the_case_and_only_a_good_marker_counts():
    assert handin.collected_at(CASE) is None
    marker = paths.collected_marker(CASE)
    marker.parent.mkdir()
    marker.write_text("nonsense")
    assert handin.collected_at(CASE) is None
    marker.write_text("2026-11-22T09:00:00+04:00\n")
    assert handin.collected_at(CASE) == "2026-11-22T09:00:00+04:00"


@pytest.mark.slow
def test_a_refusal_of_the_exchange_is_one_sentence(classroom, monkeypatch):
    write(classroom)
    monkeypatch.setattr(handin, "exchange_ready", lambda _: True)
    shutil.rmtree(paths.exchange() / paths.COURSE_ID / "inbound")
    with pytest.raises(handin.HandInError) as told:
        handin.hand_in(CASE, classroom)
    assert "Inbound directory" in str(told.value)
    assert "\n" not in str(told.value)
    assert not handin.receipts(CASE)


@pytest.mark.parametrize(
    "given", [{}, {"the-decision": Answer(" \n")}, {"no-question": Answer("a")}]
)
def test_a_sheet_without_a_word_is_not_handed_in(alone, given):
    answers.write(alone / answers.FILE, sheet("Maryam", given))
    with pytest.raises(handin.HandInError, match="not written anything"):
        handin.hand_in(CASE, alone)
    assert not (paths.my_work() / "to-send").exists()


def test_a_sheet_being_written_is_waited_for(alone, monkeypatch):
    write(alone)
    monkeypatch.setattr(handin, "_WAIT", 0.1)
    with FileLock(alone / LOCK), pytest.raises(handin.HandInError, match="another window"):
        handin.hand_in(CASE, alone)
    assert handin.hand_in(CASE, alone).way == "file"


def test_an_exchange_that_never_answers_is_one_sentence(alone, monkeypatch):
    write(alone)
    (alone / f"{CASE}.ipynb").write_text("{}")

    def sleeps(*_given, timeout, **_more):
        raise subprocess.TimeoutExpired("nbgrader", timeout)

    monkeypatch.setattr(handin, "exchange_ready", lambda _: True)
    monkeypatch.setattr(subprocess, "run", sleeps)
    with pytest.raises(handin.HandInError, match="took too long"):
        handin.hand_in(CASE, alone)
    assert not handin.receipts(CASE)


def test_a_case_collected_meanwhile_gives_no_receipt(alone, monkeypatch):
    write(alone)

    def collected(*_):
        marker = paths.collected_marker(CASE)
        marker.parent.mkdir(parents=True)
        marker.write_text("2026-11-22T09:00:00+04:00")

    monkeypatch.setattr(handin, "exchange_ready", lambda _: True)
    monkeypatch.setattr(handin, "_submit", collected)
    with pytest.raises(handin.HandInError, match="while you were handing in"):
        handin.hand_in(CASE, alone)
    assert not handin.receipts(CASE)


def test_a_refusal_reaches_the_page_in_its_own_words():
    assert issubclass(handin.HandInError, CourseError)


def test_a_second_name_on_one_profile_is_said_on_the_receipt(alone):
    for name, before in (("Ali", ""), ("ALI", ""), ("Omar", "ALI"), ("Ali", "Omar")):
        write(alone, name=name)
        assert handin.hand_in(CASE, alone).before == before


def test_a_receipt_of_before_there_were_names_says_nothing(alone):
    write(alone)
    handin.hand_in(CASE, alone)
    (old,) = paths.receipts().glob("*.json")
    receipt = msgspec.json.decode(old.read_bytes())
    del receipt["name"], receipt["before"]
    old.write_bytes(msgspec.json.encode(receipt))
    write(alone, name="Omar")
    assert handin.hand_in(CASE, alone).before == ""


@pytest.mark.parametrize(("language", "words"), [("en", "tell your trainer"), ("ar", "المدرب")])
def test_the_hand_in_card_says_that_another_name_was_used_here(alone, language, words):
    for name in ("Ali <b>\x1b[31m" + "x" * 200, "Omar"):
        save_profile(name=name, language=language)
        AnswerForm("the-decision", alone).fields["text"].value = f"We stop. {name[:3]}"
        form = HandInForm(alone)
        form._submit()
        form.render()
    shown = form.receipt.value
    assert words in shown.partition("Ali &lt;b&gt; [31mxxx")[2]
    assert "x" * 80 not in shown
    assert "\x1b" not in shown


def test_a_full_disk_is_told_the_learner_in_their_language(alone, monkeypatch):
    write(alone)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(handin, "write_hand_in", full)
    monkeypatch.delenv("COURSE_STRICT", raising=False)
    for language, words in (("en", "the disk is full"), ("ar", "امتلأ القرص")):
        save_profile(name="Aisha", language=language)
        form = HandInForm(alone)
        form._submit()
        assert words in form.status.value
        assert "No space" not in form.status.value


def test_a_sheet_of_another_window_is_waited_for_at_the_chain_too(alone, monkeypatch):
    write(alone)
    monkeypatch.setattr(chain, "_WAIT", 0.05)
    paths.receipts().mkdir(parents=True)
    lock = FileLock(paths.receipts() / f"{CASE}.chain.lock")
    with lock, pytest.raises(handin.HandInError, match="another window"):
        handin.hand_in(CASE, alone)
    assert not handin.receipts(CASE)
    assert handin.hand_in(CASE, alone).way == "file"


def test_a_receipt_of_before_answers_were_compared_calls_nothing_changed(alone):
    write(alone)
    receipt = msgspec.structs.replace(handin.hand_in(CASE, alone), answered="")
    write(alone, {"the-decision": Answer(text="More.")})
    assert not handin.changed_since(receipt, alone)
    assert handin.changed_since(handin.receipts(CASE)[-1], alone)
