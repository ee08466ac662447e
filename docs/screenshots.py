"""Makes the README's pictures: `python docs/screenshots.py`, with Chromium on the machine.

Goes the whole way in folders of its own: a learner drafts, answers and hands in; a trainer
collects, marks and opens formgrader.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from course import paths
from course.lab import launch

IMAGES = Path(__file__).with_name("images")
CASE = "marsa-al-khail-contracting"
COURSE = Path(sys.executable).with_name("course")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
POLICY = (
    "We build schools and villas in Dubai that open on the day we promised. "
    "We meet the law, the client's specification and our own inspection plan. "
    "Any inspector may stop a pour, and the project manager thanks them in writing. "
    "Each year we set objectives for first inspections passed and for rework. "
    "After each handover we change the step that let the costliest rework happen, so that "
    "the way we work keeps improving."
)
DECISION = (
    "I stop the NCR bonus on 1 December 2026 and pay for early reporting instead, because NCRs "
    "fell 38 % while rework rose from 1.1 % to 2.6 % of contract value. The finance director "
    "owns one written definition of rework and re-baselines it by 31 January 2027 "
    "(9.1.3, 2015). I put both figures on page 4 and read them at each management review."
)


def main() -> None:
    work = paths.ROOT / "my-work-pictures"
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        own_folders(Path(scratch), work)
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.add_init_script("localStorage.setItem('course-toured', '1')")  # not shown around
        try:
            run("start", "--prepare")
            learn(page)
            run("collect", CASE)
            run("mark", CASE)
            look(page)
        finally:
            shutil.rmtree(work, ignore_errors=True)


def own_folders(scratch: Path, work: Path) -> None:
    trainer = scratch / "assessments"
    shutil.copytree(paths.ASSESSMENTS / CASE, trainer / CASE)
    shutil.copytree(paths.ASSESSMENTS / "source", trainer / "source")
    shutil.copy(paths.ASSESSMENTS / "nbgrader_config.py", trainer)
    os.environ["COURSE_ASSESSMENTS"] = str(trainer)
    os.environ["COURSE_STATE"] = str(scratch / "state")
    os.environ["COURSE_WORK"] = str(work)


def run(*words: str) -> None:
    subprocess.run([COURSE, *words], check=True)


def learn(page: Page) -> None:
    server = served("pages")
    try:
        open_page(page, server.page())
        fill(page, "Your name", "A director")
        fill(page, "Your company", "Marsa Al Khail Contracting")
        fill(page, "Emirate or country", "Dubai")
        fill(page, "Industry", "Construction")
        page.locator(".steps a").first.click()
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_timeout(800)
        page.screenshot(path=IMAGES / "start.png")
        open_page(page, server.page("03-draft-the-quality-policy"))
        fill(page, "Your quality policy", POLICY)
        page.wait_for_timeout(4000)  # until the second look has asked
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=IMAGES / "policy-desk.png")
        open_page(page, server.page(CASE))
        fill(page, "Your figure", "2.6 %")
        fill(page, "Your answer", DECISION)
        page.get_by_role("button", name="Hand in your answers").click()
        page.get_by_text("What was handed in").first.wait_for(timeout=60_000)
    finally:
        server.stop()


def look(page: Page) -> None:
    server = served("formgrader")
    try:
        page.goto(server.formgrader())
        page.goto(server.url(f"formgrader/gradebook/{CASE}/{CASE}"))
        page.locator("a[href*='/submissions/']").first.click()
        question = page.get_by_role("heading", name="Question 3")
        question.wait_for()
        question.scroll_into_view_if_needed()
        page.wait_for_timeout(1500)
        page.evaluate("h => h.scrollIntoView()", question.element_handle())
        page.wait_for_timeout(500)
        page.screenshot(path=IMAGES / "formgrader.png")
    finally:
        server.stop()


def served(what: launch.Serves) -> launch.Server:
    launch.prepare()
    server = launch.serve(launch.free_port(9700), what)
    launch.wait_until_open(server)
    return server


def open_page(page: Page, address: str) -> None:
    page.add_init_script("localStorage['course-toured'] = 1")
    page.goto(address)
    page.locator(".course-started").wait_for(timeout=60_000)
    page.wait_for_timeout(1200)


def fill(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label).and_(page.locator("input, textarea")).first
    to_step_of(page, field)
    field.fill(text)
    page.wait_for_timeout(800)


def to_step_of(page: Page, thing: Locator) -> None:
    """Open the step in which it stands, as a learner does from the list of steps."""
    thing.wait_for(state="attached")
    step = thing.evaluate("one => one.closest('.step').id")
    if page.locator(".steps").first.is_visible():
        page.locator(f".steps a[href='#{step}']").click()


if __name__ == "__main__":
    main()
