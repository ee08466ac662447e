"""A course of its own for the browser tests: a server, a learner's folder, a page."""

import contextlib
import json
import os
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from programs import CHROMIUM, need

from course import paths
from course.lab import launch

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 120_000  # milliseconds: a busy machine is slow, and being slow is no fault
SIZES = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 820, "height": 900}}


@dataclass(frozen=True)
class Course:
    """A served course and the learner's folder it saves to."""

    server: launch.Server
    work: Path
    state: Path

    def url(self, page: str) -> str:
        return self.server.notebook(paths.ROOT / page)

    def saved(self, workbook: str) -> dict:
        path = self.work / "workbook" / f"{workbook}.json"
        return json.loads(path.read_text("utf-8")) if path.exists() else {}

    def comes_to(
        self, workbook: str, text: str, seconds: float = 30, sleep: Callable = time.sleep
    ) -> bool:
        """Whether this text is on disk in time: a page counts words before the last is whole.

        `sleep` is the page's own where its line runs through the test, which must not stand still.
        """
        until = time.monotonic() + seconds
        while self.saved(workbook).get("text") != text:
            if time.monotonic() > until:
                return False
            sleep(0.1)
        return True

    def kernels(self) -> list[int]:
        """The processes of this course's kernels."""
        mark = str(self.state / "lab" / "runtime")
        listed = subprocess.run(["ps", "-ewwo", "pid,args"], capture_output=True, text=True).stdout
        lines = [line for line in listed.splitlines() if "ipykernel" in line and mark in line]
        return [int(line.split()[0]) for line in lines]

    def kill_kernels(self) -> None:
        kernels = self.kernels()
        assert kernels, "no kernel was found, so none would be killed"
        for kernel in kernels:
            os.kill(kernel, signal.SIGKILL)


@contextlib.contextmanager
def served(state: Path, work: Path, what: launch.Serves = "lab") -> Iterator[Course]:
    """The course, served from the checkout, with these folders of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSE_STATE", str(state))
        patch.setenv("COURSE_WORK", str(work))
        launch.prepare()
        # Two workers of one run must not look for a port at the same moment in the same place.
        worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:])
        server = launch.serve(launch.free_port(9300 + 200 * worker), what)
        try:
            launch.wait_until_open(server)
            yield Course(server, work, state)
        finally:
            server.stop()


@contextlib.contextmanager
def works() -> Iterator[Path]:
    """A learner's folder, where pages can link it."""
    work = paths.ROOT / f"my-work-{os.getpid()}-{secrets.token_hex(2)}"
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


@pytest.fixture(scope="session")
def course(tmp_path_factory) -> Iterator[Course]:
    """The course in JupyterLab, as authors open it."""
    with works() as work, served(tmp_path_factory.mktemp("state"), work) as open_course:
        yield open_course


@pytest.fixture(scope="module")
def light(tmp_path_factory) -> Iterator[Course]:
    """The course as learners open it; each file of tests has one."""
    with works() as work, served(tmp_path_factory.mktemp("state"), work, "pages") as open_course:
        yield open_course


@pytest.fixture(scope="session")
def chromium():
    """The browser; what a person would call the same one for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=need("Chromium", CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=SIZES)
def page(request, chromium):
    """A new page at each width; a test that asks for `wide_page` gets the one."""
    with_downloads = chromium.new_context(viewport=SIZES[request.param], accept_downloads=True)
    with_downloads.set_default_timeout(PATIENCE)
    yield with_downloads.new_page()
    with_downloads.close()


@pytest.fixture
def wide_page(chromium):
    context = chromium.new_context(viewport=SIZES["wide"], accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()
