"""The places a learner keeps."""

import subprocess

import pytest
from playwright.sync_api import expect

from browser.finding.reader import (
    PAGES,
    finder,
    fits,
    keeping,
    nothing_kept,
    open_lesson,
    reader,
)
from browser.pages import faults

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", PAGES)
def test_a_place_is_kept_shown_and_taken_off(light, page, language):
    nothing_kept(page, light)
    open_lesson(page, light, PAGES[language])
    keeping(page).get_by_role("button").click()
    expect(keeping(page).get_by_role("status")).not_to_be_empty()
    expect(page.locator(".steps .kept")).to_have_count(1)
    assert page.locator(".steps li:has(.kept) a").get_attribute("href") == "#idea-1"
    assert fits(page)
    assert faults(page) == []
    home = "00-start-here" + (".ar" if language == "ar" else "")
    open_lesson(page, light, home, step="title")
    shelf = page.locator(".places")
    expect(shelf.get_by_role("link")).to_have_count(1)
    assert fits(page)
    assert faults(page) == []
    shelf.get_by_role("link").click()
    page.wait_for_url(f"**/{PAGES[language]}.html#idea-1")
    page.locator(".course-started").wait_for()
    keeping(page).get_by_role("button").click()
    expect(page.locator(".steps .kept")).to_have_count(0)


def test_a_place_outlives_the_browser_and_speaks_its_language(light, chromium, wide_page):
    nothing_kept(wide_page, light)
    keeping(wide_page).get_by_role("button", name="Keep this place").click()
    expect(wide_page.locator(".steps .kept")).to_have_count(1)
    page = reader(chromium, "wide")
    open_lesson(page, light, PAGES["ar"], step="title")
    page.keyboard.press("/")
    kept = finder(page).get_by_role("link")
    expect(kept).to_have_count(1)
    assert kept.get_attribute("href") == f"{PAGES['ar']}.html#idea-1"
    kept.click()
    expect(finder(page)).to_be_hidden()
    expect(page.locator("#idea-1 h2").first).to_be_focused()
    page.context.close()


def test_a_place_is_kept_while_the_kernel_is_busy(light, wide_page):
    nothing_kept(wide_page, light)
    (kernel,) = light.kernels()
    subprocess.run(["kill", "-STOP", str(kernel)], check=True)
    try:
        keeping(wide_page).get_by_role("button").click()
        expect(keeping(wide_page).get_by_role("status")).to_contain_text("Kept.")
    finally:
        subprocess.run(["kill", "-CONT", str(kernel)], check=True)


def test_a_place_that_could_not_be_kept_is_told(light, wide_page):
    nothing_kept(wide_page, light)
    wide_page.route("**/course/mine*", lambda route: route.abort())
    keeping(wide_page).get_by_role("button").click()
    expect(keeping(wide_page).get_by_role("status")).to_contain_text("could not be kept")
    expect(wide_page.locator(".steps .kept")).to_have_count(0)
