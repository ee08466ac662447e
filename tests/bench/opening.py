"""Opens the policy lesson as a learner would: seconds to its first form, and ms to feedback.

The peer is JupyterLab as installed, opening the same notebook on the same machine in the same
run: the time until its text is on the screen, with no cell run. Prints key=value lines last.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser.conftest import FLAGS
from browser.test_policy_lesson import FEEDBACK
from programs import CHROMIUM, need

from course import paths
from course.lab import launch

LESSON = "notebooks/03-draft-the-quality-policy.ipynb"
TURNS = 5


def stock(port: int, folder: Path) -> subprocess.Popen:
    """JupyterLab without the course's settings."""
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", f"--ServerApp.port={port}"]
    command += ["--ServerApp.token=", f"--ServerApp.root_dir={paths.ROOT}", "--allow-root"]
    homes = {name: str(folder / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")}
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, env=os.environ | homes, stdout=quiet, stderr=quiet)


def seconds(browser, url: str, shown: str) -> float:
    """From asking for the page until `shown` is on it, in a browser without a cache."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    start = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.locator(shown).first.wait_for(timeout=60_000)
    taken = time.perf_counter() - start
    page.context.close()
    return taken


def feedback(browser, url: str) -> float:
    """The median time from a keystroke to the review, in ms."""
    page = browser.new_context().new_page()
    page.goto(url)
    page.locator(".course-started").wait_for(timeout=60_000)
    page.get_by_label("Your quality policy").fill("We build schools in Dubai for parents. " * 10)
    page.wait_for_timeout(1000)
    taken = statistics.median(page.evaluate(FEEDBACK) for _ in range(20))
    page.context.close()
    return taken


def main() -> None:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        os.environ["COURSE_STATE"] = f"{scratch}/state"
        os.environ["COURSE_WORK"] = f"{scratch}/my-work"
        executable = need("Chromium", CHROMIUM)
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        launch.prepare()
        server = launch.serve(launch.free_port(9500), "lab")
        launch.wait_until_open(server)
        port = launch.free_port(9600)
        peer = stock(port, Path(scratch))
        launch.wait_until_open(launch.Server(peer, port, ""))
        ours_url = server.notebook(paths.ROOT / LESSON)
        peer_url = f"http://127.0.0.1:{port}/doc/tree/{LESSON}"
        cold = seconds(browser, ours_url, ".course-card")
        ours = [seconds(browser, ours_url, ".course-card") for _ in range(TURNS)]
        stock_s = [seconds(browser, peer_url, ".jp-RenderedMarkdown h1") for _ in range(TURNS)]
        typed = feedback(browser, ours_url)
        server.stop()
        peer.terminate()
    mine, theirs = statistics.median(ours), statistics.median(stock_s)
    print(f"first_open_s={cold:.2f}")
    print(f"open_s={mine:.2f}")
    print(f"stock_jupyterlab_text_s={theirs:.2f}")
    print(f"ratio={mine / theirs:.2f}")
    print(f"feedback_ms={typed:.0f}")


if __name__ == "__main__":
    main()
