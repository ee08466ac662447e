"""The token that opens the course is seen by nobody else: no `ps`, no environment, no log."""

import json
import os
import re
import signal
import stat
import subprocess
import sys
import tempfile
import urllib.request
import webbrowser
from pathlib import Path

import pytest
from desk import bare

from course.lab import door

pytestmark = pytest.mark.slow
PROC = Path("/proc/self/environ")


@pytest.fixture
def browser(tmp_path, monkeypatch):
    """A browser that only writes down what it was asked to open, and stays as one does."""
    program, asked = tmp_path / "browser", tmp_path / "asked"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {asked}.part\nmv {asked}.part {asked}\n')
    program.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(program))
    return asked


@pytest.fixture(params=[[], ["--trainer"]], ids=["learner", "trainer"])
def started(request, tmp_path, monkeypatch, browser):
    """`course start` with that browser, until it said how to come in."""
    bare(tmp_path, monkeypatch)
    command = [Path(sys.executable).with_name("course"), "start", "--port", "9450", *request.param]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        said = [process.stdout.readline()]
        while said[-1] and "Press Ctrl-C" not in said[-1]:
            said.append(process.stdout.readline())
        yield "".join(said), browser
        process.send_signal(signal.SIGINT)
        process.stdout.read()
    assert not list((tmp_path / "state" / "door").iterdir()), "the page outlived the course"


def page_in(said):
    return Path(re.search(r"open this file: (\S+)", said)[1])


def address_in(page):
    return re.search(r'href="([^"]+)"', page.read_text("utf-8"))[1].replace("&amp;", "&")


def start_a_kernel(token):
    """A kernel is a process too."""
    known = {"Authorization": f"token {token}"}
    asked = urllib.request.Request("http://127.0.0.1:9450/api/kernels", b"{}", headers=known)
    with urllib.request.urlopen(asked) as answer:
        assert json.load(answer)["id"]


def seen_in_processes(word):
    """Command lines and environments that hold the word; root reads those of every process."""
    found = []
    processes = [path for path in Path("/proc").iterdir() if path.name.isdecimal()]
    for place in (path / name for path in processes for name in ("cmdline", "environ")):
        try:
            text = place.read_bytes()
        except OSError:
            continue  # it ended, or belongs to another account
        found += [(place, text)] if word.encode() in text else []
    return found


@pytest.mark.skipif(not PROC.exists(), reason="processes are looked at in /proc")
def test_the_token_is_in_no_command_line_environment_or_log(started, tmp_path):
    said, asked = started
    page = page_in(said)
    token = re.search(r"token=([\w-]{20,})", page.read_text("utf-8"))[1]
    start_a_kernel(token)
    assert asked.read_text().strip() == page.as_uri()
    assert token not in said
    assert seen_in_processes(token) == []
    holding = [path for path in tmp_path.rglob("*") if path.is_file() and token in words(path)]
    assert page in holding
    assert {stat.S_IMODE(path.stat().st_mode) for path in holding} == {0o600}
    assert not [path for path in holding if "logs" in path.parts]
    assert stat.S_IMODE(page.parent.stat().st_mode) == 0o700


def words(path):
    return path.read_bytes().decode("utf-8", "replace")


def test_the_page_leads_in(started):
    with urllib.request.urlopen(address_in(page_in(started[0]))) as answer:
        assert answer.status == 200
        assert re.search(
            r"/course/00-start-here\.html|/formgrader/manage_assignments|/login", answer.url
        )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid(), reason="needs a second account")
@pytest.mark.usefixtures("loose_umask")
def test_another_account_cannot_read_the_page(monkeypatch):
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        monkeypatch.setenv("COURSE_STATE", place)
        monkeypatch.setattr(webbrowser, "open", lambda _: True)
        page = door.open_browser("http://127.0.0.1:1/?token=secret", 1)
        other = subprocess.run(["cat", page], user="nobody", capture_output=True, text=True)
        own = subprocess.run(["cat", page], capture_output=True, text=True)
    assert "secret" in own.stdout
    assert other.returncode
    assert "secret" not in other.stdout


@pytest.fixture
def loose_umask():
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.parametrize(
    ("folder", "read"),
    [
        ("leading-for-quality/.course", True),
        (".local/share/course", False),
        ("../elsewhere/.course", False),
    ],
)
def test_a_browser_that_came_as_a_snap_gets_a_folder_it_can_read(
    folder, read, tmp_path, monkeypatch
):
    home = tmp_path / "home"
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(door, "_SNAPS", tmp_path)
    monkeypatch.setattr(webbrowser, "open", lambda _: True)
    monkeypatch.setenv("COURSE_STATE", os.path.normpath(home / folder))
    page = door.open_browser("http://127.0.0.1:1/", 1)
    assert page.is_relative_to(home / folder) == read
    assert page.is_relative_to(home)
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    door.close(1)
    assert not page.exists()


def test_without_a_browser_no_page_is_promised(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_STATE", str(tmp_path))
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    assert door.open_browser("http://127.0.0.1:1/", 1) is None
    (tmp_path / "door").chmod(0o700)
    monkeypatch.setenv("COURSE_STATE", "/proc/none")
    assert door.open_browser("http://127.0.0.1:1/", 1) is None


def test_a_link_laid_in_the_pages_place_is_not_followed(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_STATE", str(tmp_path))
    monkeypatch.setattr(webbrowser, "open", lambda _: True)
    (tmp_path / "door").mkdir()
    (tmp_path / "theirs").write_text("")
    (tmp_path / "door" / "open-1.html").symlink_to(tmp_path / "theirs")
    door.open_browser("http://127.0.0.1:1/?token=secret", 1)
    assert (tmp_path / "theirs").read_text() == ""


def test_the_server_does_not_open_itself_to_everybody():
    """Without a token anybody could come in."""
    command = [sys.executable, "-P", "-m", "course.lab.serve"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.returncode
    assert done.stderr.count("\n") == 1
    assert "hands it a token" in done.stderr
