"""A full, locked or failing disk is one sentence to the trainer: what, where, what to do."""

import contextlib
import errno
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from desk import CASE, bare, grade_rows, lay_in, released, sheet, written
from small_disk import small_disk

from course import paths
from course.cli import command as cli
from course.cli import marking as cli_marking
from course.learner import answers
from course.trainer import folders, report
from course.trainer.marking import mark_case

pytestmark = pytest.mark.slow
RAW = re.compile(r"Errno|Traceback|sqlite3|OperationalError|\bNone\b")
NOBODY = 65_534


@pytest.fixture
def disk(tmp_path, monkeypatch):
    with small_disk(tmp_path / "disk") as disk:
        monkeypatch.chdir(disk.place)
        yield disk
        monkeypatch.undo()


def hand_in(*students):
    for student in students:
        lay_in(student, answers.encode(sheet(student, written("good", "2.6 %"))))


def told(capsys, *command):
    """What the trainer reads of a command that fails; never a word of the system's own."""
    with pytest.raises(SystemExit) as ended:
        cli.main([*command])
    said = capsys.readouterr()
    assert ended.value.code == 1
    assert not RAW.search(said.out + said.err)
    return said.err.strip()


def ready(command, place, monkeypatch):
    """A class as it is before the command."""
    (bare if command == "release" else released)(place, monkeypatch)
    if command in ("mark", "feedback", "learn", "agreement"):
        hand_in("lina", "omar")
    if command in ("feedback", "learn", "agreement"):
        mark_case(CASE)
    if command == "mark":
        hand_in("sara")
    if command == "build":
        folders.source(CASE).unlink()


COMMANDS = {
    "mark": ["mark", CASE],
    "feedback": ["feedback", CASE],
    "release": ["release", CASE],
    "build": ["build", CASE],
    "learn": ["learn", CASE, "--lock", "the-decision"],
    "guide": ["guide"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_one_sentence_and_running_again_works(disk, command, monkeypatch, capsys):
    ready(command, disk.place / "class", monkeypatch)
    disk.fill()
    capsys.readouterr()
    said = told(capsys, *COMMANDS[command])
    assert len(said.splitlines()) == 1
    assert re.match(r"course: [/…]", said), "where"
    assert "the disk is full; free some space and run it again." in said
    disk.free()
    cli.main(COMMANDS[command])


@pytest.mark.parametrize("leave", [12_288, 90_000])
@pytest.mark.parametrize("command", ["mark", "feedback", "release"])
def test_wherever_the_room_ends_nothing_raw_is_shown(disk, command, leave, monkeypatch, capsys):
    ready(command, disk.place / "class", monkeypatch)
    disk.fill(leave)
    capsys.readouterr()
    try:
        cli.main(COMMANDS[command])
    except SystemExit:
        assert "the disk is full; free some space" in (said := capsys.readouterr().err)
        assert not RAW.search(said)
    disk.free()
    cli.main(COMMANDS[command])


def test_marks_are_as_before_where_the_disk_is_full(disk, monkeypatch, capsys):
    ready("feedback", disk.place / "class", monkeypatch)
    before = grade_rows()
    disk.fill()
    told(capsys, "mark", CASE)
    assert grade_rows() == before


def test_the_report_of_a_class_says_so_too(disk, monkeypatch, capsys):
    """It is written after the marks, which are kept."""
    ready("mark", disk.place / "class", monkeypatch)
    honest = report.report_html

    def then_full(*given):
        disk.fill()
        return honest(*given)

    monkeypatch.setattr(report, "report_html", then_full)
    said = told(capsys, "mark", CASE)
    assert f"reports/{CASE}.html: the disk is full" in said
    assert {student for student, _ in grade_rows()} == {"lina", "omar", "sara"}


def test_the_picture_of_an_agreement_says_so_too(disk, monkeypatch, capsys):
    released(disk.place / "class", monkeypatch)
    first = sorted(paths.ROOT.glob("assessments/*/examples/*.toml"))[0]
    disk.fill()
    said = told(capsys, "agreement", str(first), "--plot", str(disk.place / "agreement.png"))
    assert said == (
        f"course: {disk.place / 'agreement.png'}: the disk is full; free some space and run it "
        "again."
    )


def test_where_the_log_cannot_be_written_no_traceback_is_shown(disk, monkeypatch, capfd):
    """The course logs a defect in full, on the same full disk."""
    monkeypatch.setenv("COURSE_STATE", str(disk.place / "state"))
    disk.fill()
    program = (
        "from course import cli\n"
        "from course.cli import checking\n"
        "def broken(): raise RuntimeError('odd')\n"
        "checking.problems = broken\n"
        "cli.main(['check'])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    capfd.readouterr()
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "this is a defect of the course" in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_disk_that_can_only_be_read_is_one_sentence(disk, command, monkeypatch, capsys):
    ready(command, disk.place / "class", monkeypatch)
    capsys.readouterr()
    subprocess.run(["mount", "-o", "remount,ro", disk.place], check=True)
    said = told(capsys, *COMMANDS[command])
    subprocess.run(["mount", "-o", "remount,rw", disk.place], check=True)
    assert len(said.splitlines()) == 1
    assert "make it writable" in said or "make it and its folder writable" in said
    cli.main(COMMANDS[command])


@contextlib.contextmanager
def locked(place):
    """The class belongs to somebody else: we may look, and write nothing."""
    if os.name == "nt" or os.geteuid():
        pytest.skip("only root can become another account")
    for path in (place, *place.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_place():
    """A folder another account may look into; pytest's own it may not."""
    place = Path(tempfile.mkdtemp(prefix="course-locked-"))
    yield place
    shutil.rmtree(place)


@pytest.mark.parametrize("command", COMMANDS)
def test_what_may_not_be_written_is_named_with_what_to_do(open_place, command, monkeypatch, capsys):
    ready(command, open_place, monkeypatch)
    capsys.readouterr()
    with locked(open_place):
        said = told(capsys, *COMMANDS[command])
    assert str(open_place) in said
    assert re.search("permission denied; make it|cannot be written; make it|mode 1777", said)
    if command not in ("mark", "feedback"):  # which name each learner's file
        assert len(said.splitlines()) == 1


def test_one_learners_locked_folder_costs_nobody_else_the_marks(open_place, monkeypatch, capsys):
    released(open_place, monkeypatch)
    hand_in("lina", "omar")
    mark_case(CASE)
    theirs = folders.autograded("lina", CASE)
    with locked(open_place):
        pass
    for path in (open_place, *open_place.rglob("*")):
        if not path.is_relative_to(theirs):
            os.chown(path, NOBODY, -1)
    os.seteuid(NOBODY)
    try:
        said = told(capsys, "mark", CASE)
    finally:
        os.seteuid(0)
    (note,) = [line for line in said.splitlines() if "note: lina" in line]
    assert "permission denied; make it readable and writable" in note
    assert "omar" not in said


def test_too_many_open_files_is_one_sentence(tmp_path, monkeypatch, capsys):
    released(tmp_path, monkeypatch)
    hand_in("lina")
    mark_case(CASE)
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    opened = []
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (200, before[1]))
        with contextlib.suppress(OSError):
            while True:
                opened.append(os.open("/dev/null", os.O_RDONLY))
        said = told(capsys, "guide")
    finally:
        for handle in opened:
            os.close(handle)
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
    assert "too many files are open; close a program and run it again." in said


def test_a_note_of_a_learner_never_reaches_the_screen_as_a_command(capsys):
    cli_marking._note(["\x1b[2Jgone\r\n" + "x" * 9_000])
    said = capsys.readouterr().err
    assert "\x1b" not in said
    assert said.count("\n") == 1
    assert len(said) < 1_100
    assert cli_marking._shown("\x1b[2Jlina\n") == "[2Jlina"


def test_a_mistake_that_quotes_a_learner_is_one_plain_line(monkeypatch, capsys):
    def refused(*_):
        raise OSError(errno.EACCES, "Permission denied", "/class/\x1b[2J\nx")

    monkeypatch.setattr("course.cli.checking.problems", refused)
    said = told(capsys, "check")
    assert said == "course: /class/ [2J x: permission denied; make it readable and writable."
