"""A hand-in is there whole or not at all, and what is collected is the newest whole one."""

import contextlib
import os
import signal
from pathlib import Path

import pytest
from accounts import fill, needs_root, small_disk
from desk import CASE, everywhere, grade_rows, me, released, sheet, submit_here

from course import disk, paths
from course.cli import command as cli
from course.learner import answers, handin
from course.learner.hand_in_file import HandInError
from course.trainer import folders
from course.trainer.collect import collect
from course.trainer.marking import mark_case

pytestmark = pytest.mark.slow


@pytest.fixture
def learner(tmp_path, monkeypatch):
    """A learner to whom the case was released: the folder of the case."""
    released(tmp_path, monkeypatch)
    return handin.fetch(CASE).parent


def write(folder: Path, text: str, name: str = "Maryam", id: str = "") -> None:
    given = sheet(name, everywhere(text), id=id)
    answers.write(folder / answers.FILE, given)


def submit(folder: Path) -> None:
    """nbgrader's submit with our class, in this process."""
    submit_here(CASE, folder.parent)


def there() -> list[Path]:
    return sorted(path for path in paths.inbound().iterdir() if not path.name.startswith("."))


def texts(student: str) -> str:
    return answers.read(folders.submitted(student, CASE) / answers.FILE).answer("the-decision").text


def killed_at(step: int, folder: Path) -> bool:
    """Hand in, and be killed at this step of writing; whether it came to that."""
    child = os.fork()
    if child == 0:
        _kill_at(step)
        with contextlib.suppress(BaseException):
            submit(folder)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _kill_at(step: int) -> None:
    """Have this process end at the n-th call that changes the disk."""
    left = [step]

    def deadly(honest):
        def counted(*given, **named):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return honest(*given, **named)

        return counted

    disk._write = deadly(disk._write)
    for name in ("fsync", "mkdir", "rename", "chmod", "open"):
        setattr(os, name, deadly(getattr(os, name)))


def test_a_kill_at_any_step_leaves_no_half_of_a_hand_in(learner):
    write(learner, "first")
    submit(learner)
    write(learner, "second")
    steps = 0
    while killed_at(steps + 1, learner):
        steps += 1
        for path in there():
            given = answers.read(path / answers.FILE).answer("the-decision").text
            assert given in ("first", "second")
            assert {"timestamp.txt", "submission_secret.txt"} <= {
                one.name for one in path.iterdir()
            }
    assert steps >= 15
    found = collect(CASE)
    assert found.problems == ()
    assert texts(me()) == "second"


@needs_root
def test_a_full_exchange_takes_nothing_and_the_first_hand_in_counts(learner, monkeypatch, capsys):
    with small_disk(paths.exchange().parent / "small", 400) as place:
        monkeypatch.setenv("COURSE_EXCHANGE", str(place))
        cli.main(["release", CASE])
        write(learner, "first")
        receipt = handin.hand_in(CASE, learner)
        write(learner, "second " * 3000)
        fill(place)
        with pytest.raises(HandInError) as told:
            handin.hand_in(CASE, learner)
        assert "The exchange is full" in str(told.value)
        assert "Errno" not in str(told.value)
        assert len(there()) == 1
        assert not [path for path in paths.inbound().iterdir() if path not in there()]
        assert handin.receipts(CASE) == [receipt]
        (place / "filler").unlink()
        capsys.readouterr()
        cli.main(["collect", CASE])
        assert "1 submission came in now" in capsys.readouterr().out
        assert texts(me()) == "first"


def half(named: str, time: str = "2026-11-21 06:00:00.000000 UTC") -> Path:
    """What stock nbgrader leaves on a full disk: answers cut short, no time, no secret."""
    place = paths.inbound() / f"{named}+{CASE}+{time}+x{len(there())}"
    place.mkdir()
    (place / answers.FILE).write_bytes(b'{"schema": 1, "case": "mar')
    return place


def test_the_newest_whole_one_counts_and_the_broken_is_named(learner, capsys):
    write(learner, "whole")
    submit(learner)
    half(me(), "2099-01-01 06:00:00.000000 UTC")
    with pytest.raises(SystemExit) as ended:
        cli.main(["collect", CASE])
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert f"{me()}: the hand-in of 01.01.2099 06:00:00 UTC is broken; the one of" in said
    assert texts(me()) == "whole"
    assert mark_case(CASE).unreadable == 0


def test_an_older_broken_one_is_nobodys_business(learner):
    half(me(), "2020-01-01 06:00:00.000000 UTC")
    write(learner, "whole")
    submit(learner)
    assert collect(CASE).problems == ()


@pytest.mark.usefixtures("learner")
def test_where_nothing_whole_came_the_trainer_sees_that_something_did():
    half(me())
    found = collect(CASE)
    assert found.students == (me(),)
    assert "is broken; ask for it again" in found.problems[0]
    assert mark_case(CASE).unreadable == 1


def test_a_full_disk_at_the_trainers_costs_nobody_the_work_collected_before(learner, monkeypatch):
    write(learner, "first")
    submit(learner)
    collect(CASE)
    cli.main(["release", CASE, "--again"])
    write(learner, "second")
    submit(learner)
    honest, left = disk._write, [2]

    def full(path, data, mode):
        left[0] -= ".laying" in str(path)
        if left[0] == 0:
            raise OSError(28, "No space left on device", str(path))
        honest(path, data, mode)

    monkeypatch.setattr(disk, "_write", full)
    with pytest.raises(SystemExit):
        cli.main(["collect", CASE])
    assert texts(me()) == "first"
    monkeypatch.setattr(disk, "_write", honest)
    cli.main(["collect", CASE])
    assert texts(me()) == "second"
    kept = folders.root() / "earlier" / me() / CASE / "001" / answers.FILE
    assert answers.read(kept).answer("the-decision").text == "first"


def test_two_people_of_one_account_are_two_submissions_and_it_is_said(learner, capsys):
    write(learner, "hers", "Maryam", id="1")
    submit(learner)
    write(learner, "his", "Omar Said", id="1")
    submit(learner)
    cli.main(["collect", CASE])
    second = f"{me()}-omar-said"
    assert (texts(me()), texts(second)) == ("hers", "his")
    said = capsys.readouterr()
    assert "2 submissions came in now, 2 learners in all" in said.out
    assert f"Omar Said handed in from this account too, and is marked as {second}" in said.err
    made = mark_case(CASE)
    assert set(made.students) == {me(), second}
    names = {student: row[-3:-1] for (student, _), row in grade_rows().items()}
    assert "Maryam" in names[me()]
    assert names[second] == ("Omar", "Said")


def test_each_of_two_people_hands_in_again_for_themselves(learner):
    for text, name in (("a", "Maryam"), ("b", "Omar"), ("c", "  MARYAM "), ("d", "Omar")):
        write(learner, text, name, id="1")
        submit(learner)
    collect(CASE)
    assert (texts(me()), texts(f"{me()}-omar")) == ("c", "d")


def test_one_person_with_a_new_profile_stays_one(learner):
    for text, profile in (("a", "1"), ("b", "2")):
        write(learner, text, "Maryam", id=profile)
        submit(learner)
    assert collect(CASE).students == (me(),)
    assert texts(me()) == "b"
