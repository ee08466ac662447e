"""A file of others is opened only if it is one: a pipe or a device would never end."""

import os
import threading
from pathlib import Path

import msgspec
import pytest
from desk import CASE, bare, lay_in, released, send, sheet, written

from course.cli import command as cli
from course.content.toml import ContentError, load
from course.learner import answers, hand_in_file
from course.plain_file import read_plain_file
from course.trainer import GradingError, adopted, folders, fresh
from course.trainer import sheet as marking
from course.trainer.build import build
from course.trainer.collect import collect
from course.trainer.feedback import feedback
from course.trainer.intake import MAX_NOTEBOOK, read_intake
from course.trainer.marking import mark_case

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
ENDLESS = ["pipe", "link to a device", "link to a pipe", "link to a file", "folder", "socket"]


def make(path: Path, what: str) -> None:
    """Put something that is no plain file in the place of one."""
    path.unlink(missing_ok=True)
    beside = path.with_name("beside")
    if what == "pipe":
        os.mkfifo(path)
    elif what == "link to a device":
        path.symlink_to("/dev/zero")
    elif what == "link to a pipe":
        os.mkfifo(beside)
        path.symlink_to(beside)
    elif what == "link to a file":
        beside.write_bytes(b"{}")
        path.symlink_to(beside)
    elif what == "folder":
        path.mkdir()
    elif what == "socket":
        import socket

        here = Path.cwd()
        os.chdir(path.parent)  # a socket's name may be short only
        try:
            socket.socket(socket.AF_UNIX).bind(path.name)
        finally:
            os.chdir(here)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    bare(tmp_path, monkeypatch)
    release = folders.released(CASE)
    release.parent.mkdir(parents=True)
    release.write_bytes(build(CASE).read_bytes())
    return tmp_path / "mail"


def in_time(act):
    """What `act` returns; a test that hangs fails instead of holding up the suite."""
    done = []
    thread = threading.Thread(target=lambda: done.append(act()), daemon=True)
    thread.start()
    thread.join(60)
    assert done, "it hangs, or failed"
    return done[0]


@pytest.mark.parametrize("what", ENDLESS)
def test_what_is_no_plain_file_is_not_opened(tmp_path, what):
    path = tmp_path / "file"
    make(path, what)
    assert in_time(lambda: read_plain_file(path, 10) or "nothing") == "nothing"


def test_a_plain_file_is_read_up_to_its_limit(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"abc\r\n\x1a" * 3)
    assert read_plain_file(path, 100) == b"abc\r\n\x1a" * 3
    assert read_plain_file(path, 4) == b"abc\r"


@pytest.mark.parametrize("what", ENDLESS)
def test_in_the_mail_folder_it_is_named_and_the_others_are_taken_in(desk, what):
    send(desk, "good", sheet("Maryam", written("good", "2.6 %")))
    make(desk / "odd.handin.json", what)
    found = in_time(lambda: collect(CASE, desk))
    assert found.students == ("maryam",)
    assert found.rejected == 1
    (problem,) = found.problems
    assert problem == "odd.handin.json is a link or no file; save the file itself in its place."


def test_a_mail_of_hostile_name_and_content_is_told_plain_and_short(desk):
    desk.mkdir()
    (desk / ("\x1b[31mx\n" + "y" * 200 + ".handin.json")).write_bytes(
        b'{"schema":1,"\\u001b[31m' + b"z" * 100_000 + b'":1}'
    )
    (problem,) = collect(CASE, desk).problems
    assert "\x1b" not in problem
    assert "\n" not in problem
    assert len(problem) < 250


def test_a_file_in_the_place_of_the_mail_folder_is_told(tmp_path, desk):
    file = tmp_path / "file"
    file.write_bytes(b"x")
    with pytest.raises(GradingError, match="is not a folder; name the folder"):
        collect(CASE, file)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(GradingError, match="is not a folder; name the folder"):
        collect(CASE, tmp_path / "pipe")
    del desk


@pytest.mark.slow
@pytest.mark.parametrize("by_mail", [True, False])
def test_a_sheet_too_large_is_marked_as_unreadable_once(tmp_path, monkeypatch, by_mail):
    released(tmp_path, monkeypatch)
    large = b" " * (answers.MAX_BYTES + 500)
    if by_mail:
        path = send(tmp_path / "mail", "lina", sheet("Lina", {}))
        letter = msgspec.structs.replace(hand_in_file.read_hand_in(path), answers=large.decode())
        path.write_bytes(msgspec.json.encode(letter))
        collect(CASE, tmp_path / "mail")
    else:
        lay_in("lina", large)
    made = mark_case(CASE)
    assert (made.students, made.unreadable) == (("lina",), 1)
    assert any("too large" in note for note in made.notes)
    assert fresh.newer(CASE) == ()
    assert len(feedback(CASE).pages) == 1
    (folders.submitted("lina", CASE) / answers.FILE).write_bytes(
        answers.encode(sheet("Lina", written("good", "2.6 %")))
    )
    assert fresh.newer(CASE) == ("lina",), "what can be read now is newer"
    mark_case(CASE)
    (folders.submitted("lina", CASE) / answers.FILE).write_bytes(large)
    assert fresh.newer(CASE) == ("lina",)


@pytest.mark.parametrize("what", ENDLESS)
def test_beside_the_marks_it_counts_as_none(desk, what):
    del desk
    folder = lay_in("lina", b"{}")
    for name in ("marks.json", "notes.json", "answers.json"):
        make(folder / name, what)
        if what.startswith("link to a"):
            (folder / "beside").unlink(missing_ok=True)
    assert in_time(lambda: marking.read_sidecar(folder) or "none") == "none"
    assert in_time(lambda: read_intake(folder) or "none") == "none"
    in_time(lambda: fresh.is_newer(CASE, "lina") or True)


@pytest.mark.parametrize("what", ENDLESS)
def test_in_the_place_of_what_was_learned_it_is_damaged(desk, what):
    del desk
    place = folders.root() / "learned"
    place.mkdir()
    make(place / f"{CASE}.json", what)

    def told():
        with pytest.raises(GradingError, match="is damaged; run 'course learn"):
            adopted.read(CASE)
        return True

    assert in_time(told)


@pytest.mark.parametrize("what", ["pipe", "link to a device", "folder", "socket"])
def test_a_rubric_or_gold_file_that_is_none_is_told(tmp_path, what):
    path = tmp_path / "rubric.toml"
    make(path, what)

    def told():
        with pytest.raises(ContentError, match=r"it is not a file\. Name a TOML file"):
            load(path, dict)
        with pytest.raises(SystemExit):
            cli.main(["check-rubric", str(path)])
        with pytest.raises(SystemExit):
            cli.main(["agreement", str(path)])
        return True

    assert in_time(told)


def test_a_rubric_far_too_large_is_told(tmp_path):
    path = tmp_path / "rubric.toml"
    with path.open("wb") as file:
        file.truncate(10**11)  # a hole: it takes no room
    with pytest.raises(ContentError, match="it is too large"):
        load(path, dict)


def test_a_rubric_may_be_a_link_to_a_file(tmp_path):
    (tmp_path / "real.toml").write_text('key = "a"')
    (tmp_path / "link.toml").symlink_to("real.toml")
    assert load(tmp_path / "link.toml", dict) == {"key": "a"}


def test_a_notebook_is_read_to_its_limit_only(desk):
    del desk
    folder = lay_in("lina", b"{}")
    with (folder / f"{CASE}.ipynb").open("wb") as file:
        file.truncate(10**11)
    assert len(read_plain_file(folder / f"{CASE}.ipynb", MAX_NOTEBOOK) or b"") == MAX_NOTEBOOK
