"""The start page, as a director meets it."""

import webbrowser

import pytest

from browser.pages import open_page, serious_violations
from course.lab import door

START = "notebooks/00-start-here.ipynb"
pytestmark = pytest.mark.browser
CODE = ".jp-InputArea-editor, .jp-InputPrompt, .jp-Toolbar, .jp-Collapser, .jp-cell-toolbar"


def test_it_starts_by_itself_and_shows_no_code(course, page):
    open_page(page, course, START)
    assert page.get_by_label("Your company").is_visible()
    assert not [node for node in page.query_selector_all(CODE) if node.is_visible()]
    assert page.get_by_role("button", name="Open the course").count() == 0
    assert page.get_by_text("show.").filter(visible=True).count() == 0


def test_the_private_page_brings_a_browser_in(course, wide_page, monkeypatch):
    monkeypatch.setattr(webbrowser, "open", lambda _: True)
    page = door.open_browser(course.url(START), course.server.port)
    wide_page.goto(page.as_uri())
    wide_page.wait_for_url("**/00-start-here.ipynb")
    wide_page.locator(".course-started").wait_for(timeout=120_000)
    assert "token" not in wide_page.url


def test_a_script_in_the_page_is_not_run(course, wide_page):
    open_page(wide_page, course, START)
    wide_page.evaluate("""
      const text = document.querySelector(".course");
      text.insertAdjacentHTML("beforeend", "<img src=x onerror='window.ran = 1'>");
      text.append(Object.assign(document.createElement("script"), {text: "window.ran = 2"}));
    """)
    wide_page.wait_for_timeout(500)
    assert not wide_page.evaluate("'ran' in window")


def test_nothing_hangs_over_the_edge(course, page):
    open_page(page, course, START)
    wide = page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollWidth")
    assert wide <= page.viewport_size["width"]


def test_what_we_draw_has_no_serious_accessibility_fault(course, page):
    open_page(page, course, START)
    assert serious_violations(page) == []


def test_the_profile_is_kept_over_a_reload(course, wide_page):
    open_page(wide_page, course, START)
    wide_page.get_by_label("Your company").fill("Noor Coast Hotels")
    wide_page.get_by_text("Every tool now uses it").wait_for()
    open_page(wide_page, course, START)
    assert wide_page.get_by_label("Your company").input_value() == "Noor Coast Hotels"


def test_arabic_turns_the_forms_round(course, wide_page):
    open_page(wide_page, course, START)
    wide_page.get_by_role("button", name="العربية").click()
    wide_page.locator(".course-rtl").first.wait_for()
    align = "getComputedStyle(document.querySelector('.course-rtl .widget-text > label')).direction"
    assert wide_page.evaluate(align) == "rtl"
    wide_page.get_by_role("button", name="English").click()
    wide_page.get_by_label("Your company").wait_for()


def test_reading_and_the_tab_key_begin_at_the_top(course, page):
    open_page(page, course, START)
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.keyboard.press("Tab")
    assert "00-start-here.ar.ipynb" in page.evaluate("document.activeElement.href")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "English"
    assert page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop") < 300


def test_a_tile_leads_to_its_lesson(course, wide_page):
    open_page(wide_page, course, START)
    wide_page.locator("a.course-button").first.click()
    wide_page.wait_for_url("**/01-lead-do-not-delegate.ipynb**")
    wide_page.locator(".course-started").wait_for(timeout=120_000)


def test_letters_outside_a_field_change_nothing(course, wide_page):
    open_page(wide_page, course, START)
    cells = wide_page.locator(".jp-Cell").count()
    wide_page.get_by_role("heading", name="Write, leave, come back").dblclick()
    for key in ("a", "b", "d", "d", "x", "Escape", "m"):
        wide_page.keyboard.press(key)
    assert wide_page.locator(".jp-Cell").count() == cells
    assert wide_page.get_by_text("## Write").filter(visible=True).count() == 0
