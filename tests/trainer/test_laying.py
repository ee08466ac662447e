"""A sent file becomes a whole submission or none, and what stood there before is never lost."""

import errno
import os
import shutil
from contextlib import contextmanager

import pytest
from desk import CASE, bare, released, send, sheet
from small_disk import small_disk

from course.cli import command as cli
from course.judging.answer import Answer
from course.learner import answers
from course.trainer import folders, laying
from course.trainer.build import build
from course.trainer.collect import collect

WHOLE = {
    *(answers.FILE, "timestamp.txt", "submission_secret.txt", "notes.json"),
    f"{CASE}.ipynb",
}
STEPS = ("mkdir", "rename", "replace", "fsync")


@pytest.fixture
def desk(tmp_path, monkeypatch):
    bare(tmp_path, monkeypatch)
    release = folders.released(CASE)
    release.parent.mkdir(parents=True)
    release.write_bytes(build(CASE).read_bytes())
    return tmp_path / "mail"


def post(desk, name, text, day):
    given = sheet(name, {"the-decision": Answer(text=text)}, id="1")
    send(desk, text, given, time=f"2025-11-{day}T10:00:00+04:00")


def held(root):
    """The text of every whole submission below; a part of one fails the test."""
    found = []
    for path in sorted(root.rglob(answers.FILE)):
        assert {file.name for file in path.parent.iterdir()} == WHOLE
        found.append(answers.read(path).answer("the-decision").text)
    return found


def counts(step="submitted"):
    return held(folders.root() / step)


@contextmanager
def failing_at(number, error):
    """The system refuses the nth thing asked of it; yields what was asked."""
    asked = []
    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, _counted(getattr(os, name), name, asked, number, error))
        yield asked


def _counted(honest, name, asked, number, error):
    def step(*given, **named):
        asked.append(name)
        if len(asked) == number:
            raise error
        return honest(*given, **named)

    return step


def steps_of(desk):
    with failing_at(0, None) as asked:
        collect(CASE, desk)
    shutil.rmtree(folders.root() / "submitted")
    shutil.rmtree(folders.root() / "earlier", ignore_errors=True)
    return len(asked)


def test_a_first_file_that_fails_at_any_step_leaves_no_phantom(desk):
    post(desk, "New Person", "First.", 20)
    steps = steps_of(desk)
    assert steps > 10
    for number in range(1, steps + 1):
        with failing_at(number, OSError(errno.ENOSPC, "No space left on device")):
            collect(CASE, desk)
        assert counts() in ([], ["First."])
        assert collect(CASE, desk).students == ("new-person",)
        assert not list((folders.root() / ".laying").glob("*"))
        shutil.rmtree(folders.root() / "submitted")


def test_a_newer_file_that_fails_at_any_step_loses_no_earlier_work(desk):
    post(desk, "New Person", "First.", 20)
    collect(CASE, desk)
    saved = folders.root() / "saved"
    shutil.copytree(folders.root() / "submitted", saved)
    post(desk, "New Person", "Second.", 21)
    steps = steps_of(desk)
    for number in range(1, steps + 1):
        shutil.copytree(saved, folders.root() / "submitted")
        with failing_at(number, OSError(errno.ENOSPC, "No space left on device")):
            collect(CASE, desk)
        assert counts() in (["First."], ["Second."])
        assert "First." in [*counts(), *counts("earlier")]
        assert collect(CASE, desk).students == ("new-person",)
        assert (counts(), counts("earlier")) == (["Second."], ["First."])
        shutil.rmtree(folders.root() / "submitted")
        shutil.rmtree(folders.root() / "earlier")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a kill needs a process of its own")
def test_a_kill_between_the_two_renames_loses_nothing(desk):
    post(desk, "New Person", "First.", 20)
    collect(CASE, desk)
    post(desk, "New Person", "Second.", 21)
    honest, done = os.rename, []

    def killed(*given):
        done.append(given)
        if len(done) == 3:  # the new is written, the old set aside
            os._exit(9)
        honest(*given)

    if (child := os.fork()) == 0:
        os.rename = killed
        collect(CASE, desk)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert (counts("earlier"), folders.students(CASE)) == (["First."], [])
    assert collect(CASE, desk).students == ("new-person",)
    assert (counts(), counts("earlier")) == (["Second."], ["First."])


def test_what_a_stopped_collect_left_half_written_is_no_learner(desk):
    left = folders.root() / ".laying" / f"new-person+{CASE}"
    left.mkdir(parents=True)
    (left / answers.FILE).write_bytes(b"{")
    post(desk, "New Person", "First.", 20)
    assert collect(CASE, desk).students == ("new-person",)
    assert counts() == ["First."]
    assert not left.exists()


def test_one_file_that_is_refused_keeps_no_other_out(desk, monkeypatch):
    post(desk, "Ali", "First.", 20)
    given = sheet("Maryam", {"the-decision": Answer(text="Hers.")}, id="2")
    send(desk, "hers", given, time="2025-11-21T10:00:00+04:00")
    honest = laying.lay_in

    def refused(student, case, files):
        if student == "ali":
            raise PermissionError(errno.EACCES, "Permission denied", "/class/ali")
        honest(student, case, files)

    monkeypatch.setattr(laying, "lay_in", refused)
    found = collect(CASE, desk)
    assert found.students == ("maryam",)
    assert found.problems == (
        "First..handin.json could not be taken in "
        "(/class/ali: permission denied; make it readable and writable).",
    )


@pytest.mark.slow
@pytest.mark.parametrize("leave", [0, 8192, 20_480, 61_440])
def test_a_full_disk_is_one_sentence_and_leaves_no_phantom(tmp_path, monkeypatch, capsys, leave):
    mail = tmp_path / "mail"
    for day in range(20, 26):
        text = f"Text {day}."
        given = sheet("New Person", {"the-decision": Answer(text=text)}, id=f"id {day}")
        send(mail, text, given, time=f"2025-11-{day}T10:00:00+04:00")
    with small_disk(tmp_path / "disk") as disk:
        released(disk.place, monkeypatch)
        disk.fill(leave)
        for _ in range(2):
            with pytest.raises(SystemExit) as ended:
                cli.main(["collect", CASE, "--from", str(mail)])
            said = capsys.readouterr().err.strip()
            assert ended.value.code == 1
            assert len(said.splitlines()) == 1
            assert "the disk is full; free some space and run it again" in said
            assert counts() == [f"Text {day}." for day in range(20, 20 + len(counts()))]
            assert len(counts()) < 6
        disk.free()
        cli.main(["collect", CASE, "--from", str(mail)])
        assert len(folders.students(CASE)) == len(counts()) == 6
