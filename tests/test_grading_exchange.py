"""Collecting takes a person's work from that person only, and leaves nothing behind."""

import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from desk import CASE, bare, environment, everywhere, lay_in, released, sheet

from course import answers, cli, handin, paths
from course.grading import GradingError, bridge, folders
from course.grading import release as releasing
from course.grading.collect import collect
from course.grading.marking import mark
from course.grading.release import is_released, release

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


def me() -> str:
    import pwd

    return pwd.getpwuid(os.getuid()).pw_name


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
    assert "answers.json is missing" in "".join(mark(CASE).notes)


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
    honest = bridge.run

    def swaps(step, case, what, **more):
        from course.grading.exchange import StrictCollect

        copy = StrictCollect.do_copy

        def late(self, src, dest, log=None):
            shutil.rmtree(mine)
            mine.symlink_to(theirs, target_is_directory=True)
            return copy(self, src, dest, log)

        monkeypatch.setattr(StrictCollect, "do_copy", late)
        return honest(step, case, what, **more)

    monkeypatch.setattr(bridge, "run", swaps)
    found = collect(CASE)
    assert found.students == ()
    assert any("cannot be opened" in problem for problem in found.problems)


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
    assert "time of handing in cannot be read" in "".join(mark(CASE).notes)
    assert collect(CASE).students == (me(),)


def test_nobody_hands_in_while_the_trainer_collects(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    drop(me(), "mine")
    seen = []
    from course.grading.exchange import StrictCollect

    honest = StrictCollect.init_src

    def watched(self):
        seen.append(handin.collected_at(CASE))
        honest(self)

    monkeypatch.setattr(StrictCollect, "init_src", watched)
    collect(CASE)
    assert datetime.fromisoformat(seen[0])


def test_a_case_that_could_not_be_collected_stays_open(tmp_path, monkeypatch):
    from course.grading.exchange import StrictCollect

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
    from course.grading.exchange import StrictCollect

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
    from course.grading.exchange import StrictCollect

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
    for step in (collect, release):
        with pytest.raises(GradingError, match=r"gradebook\.db cannot be used \(file is not"):
            step(CASE)
    assert handin.collected_at(CASE) is None


def test_where_there_is_no_exchange_the_release_folder_is_the_release(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    shutil.rmtree(paths.exchange())
    assert not is_released(CASE)
    monkeypatch.setattr(releasing.bridge, "exchange_works", lambda: False)
    assert is_released(CASE)
    folders.released(CASE).unlink()
    assert not is_released(CASE)
