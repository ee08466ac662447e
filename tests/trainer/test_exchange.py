"""Collecting takes a person's work from that person only, and leaves nothing behind."""

import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from accounts import give, needs_root, person
from desk import CASE, bare, environment, everywhere, lay_in, me, released, sheet

from course import paths
from course.cli import command as cli
from course.learner import answers, handin
from course.trainer import GradingError, folders
from course.trainer import release as releasing
from course.trainer.collect import collect
from course.trainer.marking import mark_case
from course.trainer.release import is_released, release

pytestmark = pytest.mark.slow


def drop(named: str, text: str, links: dict[str, Path] | None = None) -> Path:
    """Something in the exchange that says it is this person's work."""
    inbound = paths.inbound()
    place = (
        inbound / f"{named}+{CASE}+2026-11-20 06:00:00.000000 UTC+x{len(list(inbound.iterdir()))}"
    )
    place.mkdir()
    data = answers.encode(sheet(named, everywhere(text)))
    (place / answers.FILE).write_bytes(data)
    (place / "timestamp.txt").write_text("2026-11-20 06:00:00.000000 UTC")
    for name, target in (links or {}).items():
        (place / name).unlink(missing_ok=True)
        (place / name).symlink_to(target)
    return place


def test_work_in_another_persons_name_is_not_collected(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    drop(me(), "my own")
    drop("somebody-else", "not theirs")
    found = collect(CASE)
    assert found.students == (me(),)
    assert len(found.problems) == 1
    assert "somebody-else" in found.problems[0]
    assert "Skipped" in found.problems[0]


def test_a_link_brings_nobody_elses_answers(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    secret = tmp_path / "another.json"
    secret.write_bytes(answers.encode(sheet("Another", everywhere("private"))))
    drop(me(), "mine", {answers.FILE: secret, "extra.txt": secret})
    assert collect(CASE).students == (me(),)
    kept = {path.name for path in folders.submitted(me(), CASE).iterdir()}
    assert kept == {f"{CASE}.ipynb", "notes.json", "timestamp.txt"}
    assert "answers.json is missing" in "".join(mark_case(CASE).notes)


def test_releasing_again_opens_the_case_only_when_asked(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    drop(me(), "mine")
    collect(CASE)
    release(CASE)
    assert handin.collected_at(CASE)
    release(CASE, again=True)
    assert handin.collected_at(CASE) is None


def test_a_folder_that_is_a_link_brings_nobody_elses_answers(tmp_path, monkeypatch):
    """The link is one's own, so its owner is right; what it leads to is somebody else's."""
    released(tmp_path, monkeypatch)
    theirs = drop("somebody-else", "private")
    name = theirs.name.replace("somebody-else", me()).replace("2026-11-20", "2026-11-21")
    (paths.inbound() / name).symlink_to(theirs, target_is_directory=True)
    found = collect(CASE)
    assert found.students == ()
    assert any(me() in problem and "not a folder" in problem for problem in found.problems)
    drop(me(), "my own")
    assert collect(CASE).students == (me(),)
    held = answers.read(folders.submitted(me(), CASE) / answers.FILE)
    assert held.answer("the-decision").text == "my own"


def test_a_folder_exchanged_for_a_link_after_the_look_is_not_followed(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    mine, theirs = drop(me(), "mine"), drop("somebody-else", "private")
    from course.trainer import exchange

    honest = exchange.taken

    def late(packet, case):
        shutil.rmtree(mine)
        mine.symlink_to(theirs, target_is_directory=True)
        return honest(packet, case)

    monkeypatch.setattr(exchange, "taken", late)
    found = collect(CASE)
    assert found.students == ()
    assert any("it cannot be opened" in problem for problem in found.problems)


@pytest.mark.parametrize("stamp", ["yesterday-ish", "", "9999-12-31 23:59:59 -1200"])
def test_a_folder_with_a_strange_time_costs_nobody_their_work(tmp_path, monkeypatch, stamp):
    released(tmp_path, monkeypatch)
    drop(me(), "mine")
    (paths.inbound() / f"somebody-else+{CASE}+{stamp}+x").mkdir()
    assert collect(CASE).students == (me(),)


def test_a_strange_timestamp_inside_does_not_stop_collecting_again(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    (drop(me(), "mine") / "timestamp.txt").write_bytes(b"\xff yesterday-ish")
    collect(CASE)
    assert "time of handing in cannot be read" in "".join(mark_case(CASE).notes)
    assert collect(CASE).students == (me(),)


def test_nobody_hands_in_while_the_trainer_collects(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    drop(me(), "mine")
    seen = []
    from course.trainer.exchange import StrictCollect

    honest = StrictCollect.init_src

    def watched(self):
        seen.append(handin.collected_at(CASE))
        honest(self)

    monkeypatch.setattr(StrictCollect, "init_src", watched)
    collect(CASE)
    assert datetime.fromisoformat(seen[0])


def test_a_case_that_could_not_be_collected_stays_open(tmp_path, monkeypatch):
    from course.trainer.exchange import StrictCollect

    released(tmp_path, monkeypatch)
    drop(me(), "mine")

    def fails(_self):
        raise ValueError("no")

    monkeypatch.setattr(StrictCollect, "copy_files", fails)
    with pytest.raises(GradingError):
        collect(CASE)
    assert handin.collected_at(CASE) is None
    before = "2026-11-20T10:00:00+04:00"
    paths.collected_marker(CASE).write_text(before)
    with pytest.raises(GradingError):
        collect(CASE)
    assert handin.collected_at(CASE) == before, "what was collected before stays closed"


def test_with_nobodys_work_in_the_case_stays_open(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    drop("somebody-else", "not theirs")
    found = collect(CASE)
    assert (found.students, found.new, found.rejected, found.closed) == ((), (), 1, False)
    assert handin.collected_at(CASE) is None


def test_nbgraders_own_collect_closes_the_case_too(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    drop(me(), "mine")
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "collect", CASE, "--update"],
        cwd=paths.ASSESSMENTS,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert datetime.fromisoformat(handin.collected_at(CASE))


def test_what_came_now_is_told_apart_from_all_there_is(tmp_path, monkeypatch, capsys):
    released(tmp_path, monkeypatch)
    lay_in("lina", answers.encode(sheet("Lina", everywhere("before"))))
    drop(me(), "mine")
    cli.main(["collect", CASE])
    said = capsys.readouterr().out
    assert "1 submission came in now, 2 learners in all" in said
    assert f"'course release {CASE} --again' opens it" in said
    cli.main(["collect", CASE])
    assert "0 submissions came in now, 2 learners in all" in capsys.readouterr().out


def test_a_case_never_released_is_told_with_its_remedy(tmp_path, monkeypatch):
    bare(tmp_path, monkeypatch)
    with pytest.raises(GradingError, match="is not released yet; run 'course release"):
        collect(CASE)


def test_ctrl_c_inside_nbgrader_stops_the_command(tmp_path, monkeypatch, capsys):
    from course.trainer.exchange import StrictCollect

    released(tmp_path, monkeypatch)
    drop(me(), "mine")

    def stops(_self):
        raise KeyboardInterrupt

    monkeypatch.setattr(StrictCollect, "copy_files", stops)
    with pytest.raises(SystemExit) as ended:
        cli.main(["collect", CASE])
    assert ended.value.code == 1
    assert capsys.readouterr().err.strip().endswith("course: stopped")
    assert handin.collected_at(CASE) is None, "it can be handed in until it is collected"


def test_a_folder_that_may_not_be_written_is_named_in_words(tmp_path, monkeypatch):
    from course.trainer.exchange import StrictCollect

    released(tmp_path, monkeypatch)
    drop(me(), "mine")

    def refused(_self):
        raise PermissionError(13, "Permission denied", "/class/submitted")

    monkeypatch.setattr(StrictCollect, "copy_files", refused)
    with pytest.raises(GradingError) as told:
        collect(CASE)
    assert str(told.value).startswith("/class/submitted: permission denied; make it")
    assert "Errno" not in str(told.value)


def test_a_damaged_gradebook_is_told_by_every_step(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    drop(me(), "mine")
    (folders.root() / "gradebook.db").write_bytes(b"not a database, " * 200)
    lay_in("lina", answers.encode(sheet("Lina", everywhere("before"))))
    for step in (mark_case, release):
        with pytest.raises(GradingError, match=r"gradebook\.db cannot be used \(file is not"):
            step(CASE)
    assert collect(CASE).new == (me(),), "work is taken in whatever becomes of the gradebook"


def test_where_there_is_no_exchange_the_release_folder_is_the_release(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    shutil.rmtree(paths.exchange())
    assert not is_released(CASE)
    monkeypatch.setattr(releasing.bridge, "exchange_works", lambda: False)
    assert is_released(CASE)
    folders.released(CASE).unlink()
    assert not is_released(CASE)


def backdated(text: str, time: str = "2026-11-20 05:00:00.000000 UTC") -> Path:
    """Work that names an earlier time than everything else."""
    place = drop(me(), text)
    aside = place.with_name(place.name.replace("2026-11-20 06:00:00.000000 UTC", time))
    place.rename(aside)
    return aside


def held() -> str:
    sheet_here = answers.read(folders.submitted(me(), CASE) / answers.FILE)
    return sheet_here.answer("the-decision").text


def test_what_comes_after_closing_is_kept_apart_whatever_time_it_names(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    drop(me(), "in time")
    collect(CASE)
    backdated("late", "2099-11-20 05:00:00.000000 UTC")
    backdated("later")
    found = collect(CASE)
    assert (found.new, found.rejected) == ((), 0)
    assert held() == "in time"
    assert len(found.problems) == 2
    assert all("after the case was closed" in problem for problem in found.problems)
    assert all(f"'course collect {CASE} --late'" in problem for problem in found.problems)
    kept = list((folders.root() / "late" / me() / CASE).glob("*/answers.json"))
    assert {answers.read(path).answer("the-decision").text for path in kept} == {"late", "later"}
    assert collect(CASE).problems == found.problems, "said again, and kept once"


def test_the_trainer_may_take_the_late_one_in(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    drop(me(), "in time")
    collect(CASE)
    backdated("late", "2099-11-20 05:00:00.000000 UTC")
    cli.main(["collect", CASE, "--late"])
    assert held() == "late"
    assert collect(CASE).problems == ()


def test_a_hand_in_that_changed_after_closing_is_late(tmp_path, monkeypatch):
    """Its folder is the learner's own, so what lies in it may be another answer tomorrow."""
    released(tmp_path, monkeypatch)
    (drop(me(), "in time") / answers.FILE).write_bytes(b"{")
    collect(CASE)
    place = next(path for path in paths.inbound().iterdir())
    (place / answers.FILE).write_bytes(answers.encode(sheet(me(), everywhere("written since"))))
    shutil.rmtree(folders.submitted(me(), CASE))
    assert "handed in, or changed it, after" in "".join(collect(CASE).problems)
    assert not folders.submitted(me(), CASE).exists()


def test_releasing_again_makes_what_came_meanwhile_count(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    drop(me(), "in time")
    collect(CASE)
    backdated("late", "2099-11-20 05:00:00.000000 UTC")
    release(CASE, again=True)
    assert collect(CASE).problems == ()
    assert held() == "late"


@pytest.mark.parametrize("step", ["look", "taken", "lay_in"])
def test_a_killed_collect_is_run_again_and_takes_everything(tmp_path, monkeypatch, step):
    import signal

    from course.trainer import exchange

    released(tmp_path, monkeypatch)
    drop(me(), "mine")
    child = os.fork()
    if child == 0:
        setattr(exchange, step, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        collect(CASE)
        os._exit(0)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    assert handin.collected_at(CASE), "shut, so that nobody hands in what nobody takes"
    found = collect(CASE)
    assert (found.new, found.problems) == ((me(),), ())


def test_the_marker_is_there_for_learners_whatever_the_umask(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    drop(me(), "mine")
    before = os.umask(0o077)
    try:
        collect(CASE)
    finally:
        os.umask(before)
    marker = paths.collected_marker(CASE)
    assert marker.stat().st_mode & 0o777 == 0o644
    assert marker.parent.stat().st_mode & 0o777 == 0o755


def test_an_account_that_floods_the_exchange_keeps_nobody_waiting(tmp_path, monkeypatch):
    from course.trainer import exchange

    released(tmp_path, monkeypatch)
    looked = []
    honest = exchange.look
    monkeypatch.setattr(exchange, "look", lambda *given: looked.append(1) or honest(*given))
    for _ in range(60):
        drop(me(), "again")
    found = collect(CASE)
    assert len(looked) == 50
    assert found.new == (me(),)
    assert "handed in 60 times; the newest 50 count" in found.problems[0]


@needs_root
def test_a_file_of_another_owner_in_ones_own_folder_is_not_taken(tmp_path, monkeypatch):
    """Folders in the exchange are writable by all, so a colleague could put a file into one."""
    released(tmp_path, monkeypatch)
    place = drop(me(), "planted")
    with person("course-mallory") as mallory:
        give(place / answers.FILE, mallory)
        found = collect(CASE)
    assert "is broken" in "".join(found.problems)
    assert not (folders.submitted(me(), CASE) / answers.FILE).exists()


@needs_root
def test_folders_in_another_persons_name_do_not_count_as_his(tmp_path, monkeypatch):
    """Fifty empty folders with a later time would else stand before the honest one."""
    released(tmp_path, monkeypatch)
    drop(me(), "my own")
    with person("course-mallory") as mallory:
        for number in range(60):
            place = paths.inbound() / f"{me()}+{CASE}+2099-01-01 06:00:00.000000 UTC+f{number}"
            place.mkdir()
            give(place, mallory)
        found = collect(CASE)
    assert found.new == (me(),)
    assert held() == "my own"


@needs_root
def test_a_second_person_never_gets_the_folder_of_another_account(tmp_path, monkeypatch):
    from course.trainer.persons import home

    released(tmp_path, monkeypatch)
    with person("course-pc"), person("course-pc-sara"):
        sara = answers.Learner("1", "Sara", "")
        given = {"course-pc": answers.Learner("2", "Omar", "")}
        assert home("course-pc", sara, given) == "course-pc-sara-2"
