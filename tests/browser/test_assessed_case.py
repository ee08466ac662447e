"""An assessed case: exhibits questioned, answers kept, handed in with a receipt."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from browser.pages import open_page, serious_violations
from course import paths
from course.content import load_case
from course.learner import answers, save_profile

CASE = "marsa-al-khail-contracting"
pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def released(course, tmp_path_factory):
    """The case, handed out by the trainer's command into this course's own exchange."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSE_ASSESSMENTS", str(trainers_copy(tmp_path_factory.mktemp("trainer"))))
        command = [Path(sys.executable).with_name("course"), "start", "--prepare"]
        subprocess.run(command, check=True, capture_output=True)
    return (course.work / CASE / f"{CASE}.ipynb").relative_to(paths.ROOT).as_posix()


def trainers_copy(folder):
    """A trainer's folder of its own, so that no gradebook of the checkout is touched."""
    for name in (CASE, "source", "nbgrader_config.py"):
        copy = shutil.copytree if (paths.ASSESSMENTS / name).is_dir() else shutil.copy
        copy(paths.ASSESSMENTS / name, folder / name)
    return folder


def sheet(course):
    return answers.read(course.work / CASE / "answers.json")


def test_the_chart_answers_what_is_asked(course, released, page):
    with pytest.MonkeyPatch.context() as patch:  # another test may have left it in Arabic
        patch.setenv("COURSE_WORK", str(course.work))
        save_profile(language="en")
    open_page(page, course, released)
    picture = page.locator(".course-chart svg").filter(visible=True)
    before = picture.get_attribute("aria-label")
    # The windows of a page share one form, so each width asks for another measure.
    (data,) = [exhibit for exhibit in load_case(CASE).exhibits if exhibit.kind == "data"]
    measure = data.measures[1 if page.viewport_size["width"] > 1000 else 4].title["en"]
    page.get_by_label("Measure").select_option(measure)
    page.wait_for_function(
        "old => [...document.querySelectorAll('.course-chart svg')]"
        ".every((chart) => chart.ariaLabel !== old)",
        arg=before,
    )
    assert measure.split()[0] in picture.get_attribute("aria-label")


def test_axe_agrees_with_the_case_page(course, released, page):
    open_page(page, course, released)
    assert serious_violations(page) == []
    wide = page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollWidth")
    assert wide <= page.viewport_size["width"]


def test_answers_are_kept_and_handed_in(course, released, wide_page):
    open_page(wide_page, course, "notebooks/00-start-here.ipynb")
    wide_page.get_by_label("Your name").fill("Aisha Al Nuaimi")
    wide_page.get_by_text("Every tool now uses it").wait_for()
    open_page(wide_page, course, released)
    wide_page.get_by_label("Your figure").fill("2.6 %")
    wide_page.get_by_label("Your answer").first.fill("We stop the bonus <script>alert(1)</script>")
    wide_page.get_by_text("8 words · saved").wait_for()
    wide_page.get_by_role("button", name="Hand in your answers").click()
    wide_page.get_by_text("What was handed in").wait_for(timeout=120_000)
    assert wide_page.get_by_text("You may hand in all the same").count() == 1
    assert sheet(course).learner.name == "Aisha Al Nuaimi"
    (handed,) = (paths.exchange() / paths.COURSE_ID / "inbound").glob(f"*+{CASE}+*/answers.json")
    assert answers.read(handed).answer("rework-share").figure == "2.6 %"


def test_the_receipt_and_the_answers_are_there_after_a_reload(course, released, wide_page):
    open_page(wide_page, course, released)
    assert wide_page.get_by_label("Your figure").input_value() == "2.6 %"
    assert wide_page.get_by_text("What was handed in").is_visible()
    assert wide_page.get_by_role("button", name="Hand in again").is_enabled()


def test_after_collecting_the_page_says_why_it_is_closed(course, released, wide_page):
    marker = paths.exchange() / paths.COURSE_ID / "collected" / f"{CASE}.txt"
    marker.parent.mkdir(exist_ok=True)
    marker.write_text("2026-11-23T10:00:00+00:00")
    open_page(wide_page, course, released)
    assert wide_page.get_by_text("Your trainer collected this case").is_visible()
    assert wide_page.get_by_role("button", name="Hand in again").is_disabled()
    marker.unlink()
