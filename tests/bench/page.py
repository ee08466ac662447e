"""What a page costs: the course's own, and the same lesson in JupyterLab, in one run.

Both are opened in turn in a browser without a cache. A form can be used when its field is on the
screen and takes a word; the CPU is what the browser and the server with its kernels used until
then and for two seconds more. Prints key=value lines last.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from browser.conftest import FLAGS
from programs import CHROMIUM, need

from course import paths
from course.lab import launch

LIGHT = "03-draft-the-quality-policy"
LAB = paths.NOTEBOOKS / f"{LIGHT}.ipynb"
FIELD = "Your decision, in one sentence"
NEXT = "04-set-objectives"
TURNS = 5
PAINT = "performance.getEntriesByType('paint').find((one) => one.name === 'first-contentful-paint')"
SCRIPT = """performance.getEntriesByType('resource')
  .filter((one) => new URL(one.name).pathname.endsWith('.js'))
  .reduce((sum, one) => sum + one.decodedBodySize, 0)"""
FEEDBACK = """async () => {
  const field = [...document.querySelectorAll('textarea')]
    .find((area) => area.labels[0]?.textContent === 'Your quality policy');
  const status = field.closest('.course-card').querySelector('.course-status').parentNode;
  const start = performance.now();
  const heard = new Promise((done) => new MutationObserver(done)
    .observe(status, { childList: true, subtree: true }));
  field.value += ' Again.';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await heard;
  return performance.now() - start;
}"""


def family(pid: int) -> Iterator[int]:
    """A process and all that it started."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            yield from family(int(child))


def cpu(pid: int) -> float:
    """Seconds of CPU a server and its kernels have used."""
    ticks = 0
    for one in family(pid):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """Megabytes that a server and its kernels hold; what they share counts in part."""
    kilobytes = 0
    for one in family(pid):
        lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        kilobytes += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kilobytes / 1024


def browser_cpu(session) -> float:
    return sum(one["cpuTime"] for one in session.send("SystemInfo.getProcessInfo")["processInfo"])


def usable(page, url: str) -> float:
    """Seconds from asking for a page until its first field takes a word."""
    start = time.perf_counter()
    page.goto(url, wait_until="commit")
    field = page.get_by_label(FIELD)
    field.wait_for(timeout=120_000)
    field.press_sequentially("x")
    return time.perf_counter() - start


def visit(browser, session, server: launch.Server, url: str) -> dict[str, float]:
    before, served = browser_cpu(session), cpu(server.process.pid)
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    form = usable(page, url)
    page.wait_for_timeout(2000)
    found = {
        "form_s": form,
        "paint_s": page.evaluate(f"{PAINT}.startTime") / 1000,
        "script_kb": page.evaluate(SCRIPT) / 1000,
        "browser_cpu_s": browser_cpu(session) - before,
        "server_cpu_s": cpu(server.process.pid) - served,
    }
    page.context.close()
    return found


def keystrokes(browser, server: launch.Server) -> float:
    """The 95th percentile of the time from a keystroke to what the desk says of it, in ms."""
    page = browser.new_context().new_page()
    page.goto(server.page(LIGHT) + "#workshop")
    page.locator(".course-started").wait_for(timeout=60_000)
    page.get_by_label("Your quality policy").fill("We build schools in Dubai for parents. " * 10)
    page.wait_for_timeout(4000)  # the second look is loaded by the first text
    taken = sorted(page.evaluate(FEEDBACK) for _ in range(40))
    page.context.close()
    return taken[int(0.95 * len(taken))]


def onward(browser, server: launch.Server) -> float:
    """Seconds from asking for the next lesson until its first form is there, scripts at hand."""
    page = browser.new_context().new_page()
    page.goto(server.page(LIGHT))
    page.locator(".course-started").wait_for(timeout=60_000)
    start = time.perf_counter()
    page.goto(server.page(NEXT), wait_until="commit")
    page.locator(".course-card").first.wait_for(timeout=60_000)
    taken = time.perf_counter() - start
    page.context.close()
    return taken


def after_all(browser, server: launch.Server) -> float:
    """Megabytes of server and kernel once every lesson was opened, one after the other."""
    page = browser.new_context().new_page()
    for notebook in sorted(paths.NOTEBOOKS.glob("0?-*[a-z].ipynb")):
        if "." not in notebook.stem:
            page.goto(server.page(notebook.stem))
            page.locator(".course-started").wait_for(timeout=60_000)
    held = memory(server.process.pid)
    page.context.close()
    return held


def cold(browser, *, light: bool, port: int) -> tuple[launch.Server, float]:
    """A server, and the seconds from its start until a form can be used."""
    start = time.perf_counter()
    server = launch.serve(launch.free_port(port), "pages" if light else "lab")
    launch.wait_until_open(server)
    page = browser.new_context().new_page()
    usable(page, server.page(LIGHT) + "#case" if light else server.notebook(LAB))
    taken = time.perf_counter() - start
    page.context.close()
    return server, taken


def main() -> None:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        os.environ["COURSE_STATE"] = f"{scratch}/state"
        os.environ["COURSE_WORK"] = f"{scratch}/my-work"
        executable = need("Chromium", CHROMIUM)
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        session = browser.new_browser_cdp_session()
        launch.prepare()
        light, light_cold = cold(browser, light=True, port=9500)
        lab, lab_cold = cold(browser, light=False, port=9600)
        ours, theirs = [], []
        for _ in range(TURNS):
            ours.append(visit(browser, session, light, light.page(LIGHT) + "#case"))
            theirs.append(visit(browser, session, lab, lab.notebook(LAB)))
        typed, next_s = keystrokes(browser, light), onward(browser, light)
        held = after_all(browser, light)
        light.stop()
        lab.stop()
    print(f"cold_form_s={light_cold:.2f}")
    print(f"lab_cold_form_s={lab_cold:.2f}")
    middle = {}
    for who, visits in (("", ours), ("lab_", theirs)):
        for what in visits[0]:
            middle[who + what] = statistics.median(one[what] for one in visits)
            print(f"{who}{what}={middle[who + what]:.2f}")
    print(f"keystroke_p95_ms={typed:.0f}")
    print(f"next_lesson_s={next_s:.2f}")
    print(f"memory_mb={held:.0f}")
    print(f"ratio={middle['lab_form_s'] / middle['form_s']:.1f}")


if __name__ == "__main__":
    main()
