"""nbgrader never marks without the course's settings, wherever the trainer's folder lies."""

import json
import subprocess
import sys
import urllib.request

import pytest
from desk import CASE, bare, environment, everywhere, grade_rows, lay_in, released, sheet

from course import paths
from course.cli import command as cli
from course.lab import formgrader, launch
from course.learner import answers
from course.trainer import GradingError, bridge, folders, settings

TRAP = "__import__('pathlib').Path({!r}).write_text('yes')"


@pytest.fixture
def moved(tmp_path, monkeypatch):
    """A trainer's folder elsewhere, and in it a submission whose every cell writes a file."""
    released(tmp_path, monkeypatch)
    folder = lay_in("mallory", answers.encode(sheet("Mallory", everywhere("bonus"))))
    path = folder / f"{CASE}.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = TRAP.format(str(tmp_path / "ran"))
    path.write_text(json.dumps(notebook))
    return tmp_path


def pointer():
    return (folders.root() / "nbgrader_config.py").read_text("utf-8")


def by_hand(*arguments, at, code=""):
    """nbgrader as a trainer types it, in some folder."""
    start = f"{code}\nfrom nbgrader.apps import NbGraderApp\nNbGraderApp.launch_instance()"
    return subprocess.run(
        [sys.executable, "-c", start, *arguments],
        **{"cwd": at, "env": environment(), "capture_output": True, "text": True, "timeout": 120},
    )


@pytest.mark.slow
def test_autograde_by_hand_in_the_moved_folder_runs_nothing(moved):
    bridge.make_ready()
    done = by_hand("autograde", CASE, at=folders.root())
    assert done.returncode == 0, done.stderr
    assert not (moved / "ran").exists()
    assert grade_rows()["mallory", "the-decision"]


@pytest.mark.slow
def test_autograde_by_hand_from_elsewhere_runs_nothing(moved):
    bridge.make_ready()
    done = by_hand("autograde", CASE, f"--course-dir={folders.root()}", at=moved)
    assert done.returncode == 0, done.stderr
    assert not (moved / "ran").exists()


@pytest.mark.slow
@pytest.mark.parametrize("place", ["moved", "shipped"])
def test_an_nbgrader_without_the_course_stops_in_one_sentence(moved, place):
    bridge.make_ready()
    at = folders.root() if place == "moved" else paths.ASSESSMENTS
    gone = "import sys; sys.modules['course'] = None"
    done = by_hand("autograde", CASE, at=at, code=gone)
    assert done.returncode == 1
    assert "is not the course's, and would run what learners wrote" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (moved / "ran").exists()


@pytest.mark.slow
def test_formgraders_autograde_runs_nothing_in_a_moved_folder(moved):
    (folders.root() / "nbgrader_config.py").unlink(missing_ok=True)
    launch.prepare()
    server = launch.serve(launch.free_port(9480), "formgrader")
    try:
        launch.wait_until_open(server)
        told = post(server, f"formgrader/api/submission/{CASE}/mallory/autograde")
    finally:
        server.stop()
    assert told["success"], told
    assert not (moved / "ran").exists()
    assert grade_rows()["mallory", "the-decision"]


@pytest.mark.slow
def test_formgrader_takes_no_settings_from_an_address(moved):
    """They are a program; and without them, the autograde button would run what learners wrote."""
    other = moved / "other"
    other.mkdir()
    (other / "nbgrader_config.py").write_text(TRAP.format(str(moved / "ran")))
    launch.prepare()
    server = launch.serve(launch.free_port(9480), "formgrader")
    try:
        launch.wait_until_open(server)
        with urllib.request.urlopen(known(server, f"formgrader?path={other}")) as answer:
            assert answer.url.endswith("/formgrader/manage_assignments")
        told = post(server, f"formgrader/api/submission/{CASE}/mallory/autograde")
    finally:
        server.stop()
    assert told["success"], told
    assert not (moved / "ran").exists()


def known(server, path, data=None):
    headers = {"Authorization": f"token {server.token}"}
    return urllib.request.Request(f"http://127.0.0.1:{server.port}/{path}", data, headers)


def post(server, path):
    with urllib.request.urlopen(known(server, path, b"")) as answer:
        return json.load(answer)


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A copy of the shipped settings, to be spoilt."""
    bare(tmp_path, monkeypatch)
    copy = tmp_path / "nbgrader_config.py"
    copy.write_text(settings.SHIPPED.read_text("utf-8"))
    monkeypatch.setattr(settings, "SHIPPED", copy)
    return copy


@pytest.mark.usefixtures("shipped")
def test_the_shipped_settings_run_nothing():
    assert "course.trainer.preprocessors.Rebuild" in str(settings.load().Autograde)


@pytest.mark.parametrize(
    ("spoilt", "sentence"),
    [
        (None, "are missing; put the shipped file back"),
        ("", "would run what learners wrote"),
        ("c = get_config(", "cannot be read"),
        ("import nothing_of_the_kind", "cannot be read"),
        ("import sys; sys.exit('no')", "cannot be read \\(no\\)"),
        ("c = get_config()\nc.Autograde.sanitize_preprocessors = ['x.Y']", "would run"),
    ],
)
def test_missing_or_spoilt_settings_are_refused(shipped, spoilt, sentence):
    shipped.unlink() if spoilt is None else shipped.write_text(spoilt)
    with pytest.raises(GradingError, match=sentence):
        settings.load()


def test_settings_that_execute_a_notebook_are_refused(shipped):
    step = '"course.trainer.preprocessors.Rebuild"'
    text = shipped.read_text("utf-8").replace(step, f'"nbgrader.preprocessors.Execute", {step}')
    shipped.write_text(text)
    with pytest.raises(GradingError, match="would run what learners wrote"):
        settings.load()


def test_formgrader_does_not_start_without_them(shipped, capsys, monkeypatch):
    shipped.unlink()
    monkeypatch.setattr(launch, "serve", lambda *_, **__: pytest.fail("it was started"))
    monkeypatch.setenv("COURSE_EXCHANGE", "/nowhere")
    with pytest.raises(SystemExit) as ended:
        cli.main(["start", "--trainer"])
    assert ended.value.code == 1
    said = capsys.readouterr().err.strip().splitlines()
    assert said[-1].startswith("course: nbgrader's settings")
    assert "put the shipped file back" in said[-1]


def test_neither_does_its_part_of_the_server(shipped):
    shipped.unlink()
    with pytest.raises(SystemExit, match=r"does not start\. nbgrader's settings .* are missing"):
        formgrader._load_jupyter_server_extension(None)


def test_an_unmoved_folder_needs_no_second_file(monkeypatch):
    monkeypatch.delenv("COURSE_ASSESSMENTS", raising=False)
    before = settings.SHIPPED.read_bytes()
    settings.lay_in_moved_folder()
    assert settings.SHIPPED.read_bytes() == before


def test_what_the_course_laid_is_renewed_and_what_a_trainer_laid_stays(tmp_path, monkeypatch):
    bare(tmp_path, monkeypatch)
    settings.lay_in_moved_folder()
    written = pointer()
    place = folders.root() / "nbgrader_config.py"
    place.write_text(written + "# older\n")
    settings.lay_in_moved_folder()
    assert pointer() == written
    own = settings.SHIPPED.read_text("utf-8") + "\n# Our own.\n"
    place.write_text(own)
    settings.lay_in_moved_folder()
    assert pointer() == own
    place.write_text("c = get_config()\n")
    with pytest.raises(GradingError, match="take this one away"):
        settings.lay_in_moved_folder()


def test_the_folder_may_be_read_only(monkeypatch):
    monkeypatch.setenv("COURSE_ASSESSMENTS", "/proc/nowhere")
    settings.lay_in_moved_folder()
