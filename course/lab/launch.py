"""Opens the course in the browser: its own pages, or JupyterLab with settings of the course's.

Nothing of the user's other Jupyter work is read or changed: settings, signatures,
workspaces and logs all live in the course's state folder.
"""

import contextlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from course import paths
from course.content import LANGUAGES, wording
from course.errors import CourseError
from course.forms import theme
from course.lab import door, returning, surroundings
from course.lab.options import light_options, options
from course.lab.serve import LIGHT, listening

START_PAGE = paths.NOTEBOOKS / "00-start-here.ipynb"
FIRST_PORT = 8888
_SHIPPED = Path(__file__).with_name("jupyter")
Serves = Literal["pages", "lab", "formgrader"]  # to learners, to authors, to trainers


class LaunchError(CourseError):
    """The course could not be opened: one sentence."""


@dataclass(frozen=True)
class Server:
    """A running course."""

    process: subprocess.Popen[bytes]
    port: int
    token: str

    def url(self, address: str) -> str:
        return f"http://127.0.0.1:{self.port}/{address}?token={self.token}"

    def notebook(self, notebook: Path = START_PAGE) -> str:
        """The address of a notebook in JupyterLab."""
        return self.url(f"doc/tree/{notebook.relative_to(paths.served()).as_posix()}")

    def page(self, name: str = "") -> str:
        """The address of one of the course's pages; without a name, of the start page."""
        return self.url(f"course/{name}.html" if name else "course/")

    def formgrader(self) -> str:
        """Formgrader's address; logging in at the root lets its links into the notebooks work."""
        onward = "%2Fformgrader%2Fmanage_assignments"
        return f"http://127.0.0.1:{self.port}/login?next={onward}&token={self.token}"

    def answers(self) -> bool:
        """Whether this server answers; another that took the port meanwhile is not asked."""
        if not _listening(self.port).exists():
            return False
        status = f"http://127.0.0.1:{self.port}/api/status"
        known = urllib.request.Request(status, headers={"Authorization": f"token {self.token}"})
        try:
            urllib.request.urlopen(known, timeout=2).close()
        except (urllib.error.URLError, OSError):
            return False
        return True

    def stop(self) -> None:
        """Ask the server to end, with every kernel; insist after ten seconds."""
        door.close(self.port)
        _listening(self.port).unlink(missing_ok=True)
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def prepare() -> None:
    """Lay out the settings JupyterLab reads."""
    lab = paths.state() / "lab"
    extension = lab / "labextensions" / "leading-for-quality"
    shutil.copytree(_SHIPPED / "labextension", extension, dirs_exist_ok=True)
    words = {
        language: {entry: wording(language)(f"page.{entry}") for entry in ("waiting", "stopped")}
        for language in LANGUAGES
    }
    _write(lab / "settings" / "overrides.json", (_SHIPPED / "overrides.json").read_text("utf-8"))
    page = json.loads((_SHIPPED / "page_config.json").read_text("utf-8"))
    page["courseWords"] = json.dumps(words)  # JupyterLab hands a page text only
    _write(lab / "settings" / "page_config.json", json.dumps(page))
    _write(lab / "config" / "custom" / "custom.css", theme.style_sheet())
    surroundings.lay_out_ipython()


def first_port(what: Serves) -> int:
    """Where to look first: for learners, where their browser knows the course."""
    if what == "pages":
        return returning.last_port(FIRST_PORT)
    return FIRST_PORT + 100 if what == "formgrader" else FIRST_PORT


def free_port(first: int = FIRST_PORT) -> int:
    """The first port from `first` on that nobody listens on."""
    for port in range(first, first + 200):
        with socket.socket() as probe:
            if os.name != "nt":  # where it would let a taken port pass
                # Else a port just left by another start looks taken for a minute.
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise LaunchError(f"No port is free from {first} to {first + 199}; close a program and retry.")


def serve(port: int, what: Serves = "pages") -> Server:
    """Start the server; returns at once, before it answers."""
    if what == "pages":
        given = [LIGHT, *light_options(port)]
    else:
        given = options(port, formgrader=what == "formgrader")
    token, state = secrets.token_urlsafe(24), paths.state()
    for folder in ("logs", "lab"):
        (state / folder).mkdir(parents=True, exist_ok=True)
    _listening(port).unlink(missing_ok=True)
    if what == "pages":
        returning.keep_port(port)
    with (state / "logs" / "jupyter.log").open("ab") as log:
        process = subprocess.Popen(
            # -P, and a folder of our own: nothing that lies about is taken for a module.
            [sys.executable, "-P", "-m", "course.lab.serve", *given],
            cwd=state / "lab",
            env=surroundings.surroundings(),
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            # Ctrl-C reaches this program alone, which then ends the server in order.
            start_new_session=True,
        )
    _hand_over(token, process)
    return Server(process, port, token)


def wait_until_open(server: Server, seconds: float = 90) -> None:
    """Return once the server answers; LaunchError if it ends or takes too long."""
    log = paths.state() / "logs" / "jupyter.log"
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if server.process.poll() is not None:
            raise LaunchError(
                f"The course's server stopped while starting; the reason is in {log}."
            )
        if server.answers():
            return
        time.sleep(0.1)
    server.stop()
    raise LaunchError(
        f"The course's server did not answer in {seconds:.0f} s; its words are in {log}."
    )


def _listening(port: int) -> Path:
    """Only the server itself can write here, once the port is its own."""
    return paths.state() / "lab" / listening(port)


def _hand_over(token: str, process: subprocess.Popen[bytes]) -> None:
    assert process.stdin  # it was started with a pipe
    with contextlib.suppress(BrokenPipeError), process.stdin as pipe:  # it may have ended already
        pipe.write(token.encode())


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
