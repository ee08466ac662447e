"""The course is stopped and started again: the open tab, yesterday's address, another browser."""

import pytest
from playwright.sync_api import expect

from browser.conftest import SIZES
from browser.test_light_page import LESSON, STEP, card, draft
from course.lab import launch

pytestmark = pytest.mark.browser


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A learner's folders, and a way to start the course on them."""
    monkeypatch.setenv("COURSE_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("COURSE_WORK", str(tmp_path / "my-work"))
    monkeypatch.delenv("COURSE_EXCHANGE", raising=False)
    running = []

    def start(port=None):
        launch.prepare()
        running.append(launch.serve(port or launch.free_port(9710)))
        launch.wait_until_open(running[-1])
        return running[-1]

    yield start
    for server in running:
        server.stop()


def open_draft(page, address):
    page.goto(address + STEP)
    page.locator(".course-started").wait_for(timeout=60_000)


def stopped_in_mid_word(page, server):
    draft(page).fill("")
    draft(page).click()
    page.keyboard.type("We build ", delay=40)
    server.stop()
    page.get_by_text("The course has been stopped").wait_for(timeout=60_000)
    page.keyboard.type("schools in Dubai", delay=40)


def test_the_open_tab_goes_on_by_itself_with_what_was_typed_meanwhile(own, wide_page):
    first = own()
    open_draft(wide_page, first.page(LESSON))
    stopped_in_mid_word(wide_page, first)
    second = own(first.port)
    card(wide_page).get_by_text("5 words · saved").wait_for(timeout=15_000)
    expect(draft(wide_page)).to_have_value("We build schools in Dubai")
    expect(wide_page.locator(".course-banner")).to_be_empty()
    wide_page.reload()
    wide_page.locator(".course-started").wait_for(timeout=60_000)
    expect(draft(wide_page)).to_have_value("We build schools in Dubai")
    for yesterdays in (first.page(LESSON), first.page(LESSON).partition("?")[0]):
        open_draft(wide_page, yesterdays)
        assert wide_page.url.endswith(f"/course/{LESSON}.html{STEP}")
    assert first.token != second.token


def test_where_others_have_accounts_the_tab_says_what_to_do(own, wide_page, monkeypatch):
    """There a cookie opens nothing after a restart: returning.py says why."""
    monkeypatch.setenv("COURSE_EXCHANGE", "/nowhere/exchange")
    first = own()
    open_draft(wide_page, first.page(LESSON))
    stopped_in_mid_word(wide_page, first)
    second = own(first.port)
    wide_page.get_by_text("does not know this page any more").wait_for(timeout=15_000)
    wide_page.context.new_page().goto(second.page())
    card(wide_page).get_by_text("5 words · saved").wait_for(timeout=15_000)
    expect(wide_page.locator(".course-banner")).to_be_empty()


def test_another_browser_is_told_what_to_do_in_both_languages(own, chromium):
    server = own()
    for size in SIZES.values():
        context = chromium.new_context(viewport=size)
        page = context.new_page()
        for address in (server.page(LESSON).partition("?")[0], server.page(LESSON)[:-4] + "some"):
            page.goto(address)
            english, arabic = page.locator("section").all()
            assert english.get_by_role("heading", name="Open the course from its window").count()
            assert arabic.evaluate("node => getComputedStyle(node).direction") == "rtl"
            assert "jupyter" not in page.locator("body").inner_text().lower()
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= size["width"]
        context.close()
