"""The course opens on a free port with its own settings, and stops without a trace."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from course.forms import theme
from course.lab import launch
from course.lab.options import options
from course.lab.surroundings import surroundings


@pytest.fixture
def state(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("COURSE_WORK", str(tmp_path / "my-work"))
    # A shared exchange: so that `course start` releases nothing from the trainer's own folder.
    monkeypatch.setenv("COURSE_EXCHANGE", str(tmp_path / "exchange"))
    return tmp_path / "state"


def test_a_taken_port_is_passed_over():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert launch.free_port(port) > port


def test_settings_go_to_the_courses_own_folder(state):
    launch.prepare()
    lab = state / "lab"
    assert (lab / "config/custom/custom.css").read_text() == theme.style_sheet()
    assert json.loads((lab / "settings/overrides.json").read_text())
    words = json.loads(json.loads((lab / "settings/page_config.json").read_text())["courseWords"])
    assert {language: set(said) for language, said in words.items()} == {
        "en": {"waiting", "stopped"},
        "ar": {"waiting", "stopped"},
    }


def test_no_folder_of_the_user_is_given_to_jupyter(state):
    given = surroundings()
    folders = {name: given[name] for name in given if name.startswith("JUPYTER_")}
    assert all(Path(folder).is_relative_to(state) for folder in folders.values())


@pytest.mark.usefixtures("state")
def test_what_leads_to_the_users_other_settings_is_left_out(monkeypatch):
    for name in ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "JUPYTER_TOKEN"):
        monkeypatch.setenv(name, "/somewhere")
    assert not {"JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "JUPYTER_TOKEN"} & set(surroundings())


@pytest.mark.usefixtures("state")
@pytest.mark.parametrize("name", ["PYTHONPATH", "PATH"])
def test_no_folder_that_is_searched_is_the_notebooks_own(name, monkeypatch):
    monkeypatch.setenv(name, os.pathsep.join(["", ".", "/a", "b", ""]))
    here = str(Path.cwd())
    assert surroundings()[name].split(os.pathsep)[-3:] == [here, "/a", f"{here}/b"]


def test_a_server_that_dies_says_where_the_reason_is(state):
    (state / "logs").mkdir(parents=True)
    process = subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(launch.LaunchError, match="stopped while starting"):
        launch.wait_until_open(launch.Server(process, 1, "t"))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for a child")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.usefixtures("state")
def test_the_course_opens_and_stops_cleanly(ending):
    course = Path(sys.executable).with_name("course")
    command = [str(course), "start", "--no-browser", "--port", "9410"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ) as started:
        said = started.stdout.readline()
        while "http" not in said:
            said = started.stdout.readline()
            assert said, "it ended before it gave an address"
        address = re.search(r"http://127\.0\.0\.1:\d+/\S+", said)[0]
        with urllib.request.urlopen(address) as page:
            assert page.status == 200
        started.send_signal(ending)
        rest = started.stdout.read()
    assert started.returncode == 0
    assert "Traceback" not in rest
    port = int(re.search(r":(\d+)/", address)[1])
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)), "the server outlived its command"


@pytest.mark.usefixtures("state")
@pytest.mark.parametrize("formgrader", [True, False])
def test_every_page_asks_nothing_of_the_world_outside(formgrader):
    (given,) = [o for o in options(8888, formgrader=formgrader) if "tornado_settings" in o]
    allowed = re.findall(r"(?:default|script|connect|img|font|worker)-src ([^;]+)", given)
    known = {"'self'", "'unsafe-eval'", "data:", "blob:"}
    known |= {"ws://127.0.0.1:8888", "ws://localhost:8888"}
    assert len(allowed) == 6
    for source in " ".join(allowed).split():
        assert source in known or source.startswith("'sha256-"), source


@pytest.mark.usefixtures("state")
def test_a_learners_folder_elsewhere_is_served_too(monkeypatch, tmp_path):
    monkeypatch.setenv("COURSE_WORK", str(tmp_path / "somewhere" / "my-work"))
    server = launch.Server(None, 8888, "t")
    page = tmp_path / "somewhere" / "my-work" / "a-case" / "a-case.ipynb"
    assert server.notebook(page).endswith("somewhere/my-work/a-case/a-case.ipynb?token=t")
    assert "notebooks/00-start-here.ipynb" in server.notebook()
