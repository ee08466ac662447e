"""A lesson, and what one wrote in it, on paper."""

import pytest
from playwright.sync_api import expect
from programs import pages

from browser.finding.reader import HOSTILE, LONG, PAGES, fits, open_lesson
from browser.pages import faults
from course.learner import save_profile

pytestmark = pytest.mark.browser


def paper(page, tmp_path):
    """What stands on the paper, and how many pages it has."""
    path = tmp_path / "page.pdf"
    page.pdf(path=path, format="A4")
    sheets = pages(path)
    return " ".join(" ".join(sheets).split()), len(sheets)


def choose_to_print(page, name):
    page.get_by_role("button", name="Print", exact=True).click()
    page.get_by_role("button", name=name).click()


@pytest.fixture
def named(light, monkeypatch):
    monkeypatch.setenv("COURSE_WORK", str(light.work))
    save_profile(name="Mariam Al Suwaidi")


@pytest.mark.usefixtures("named")
def test_a_printed_lesson_is_whole(light, wide_page, tmp_path):
    open_lesson(wide_page, light, step="workshop")
    wide_page.get_by_label("Your quality policy").fill(LONG)
    wide_page.get_by_text("saved").first.wait_for()
    choose_to_print(wide_page, "Print this page")
    wide_page.wait_for_function("window.printed")
    text, sheets = paper(wide_page, tmp_path)
    assert "Mariam Al Suwaidi, " in text
    for line in LONG.splitlines():
        assert line in text
    heads = [head.strip() for head in wide_page.locator(".step h2").all_text_contents()]
    assert len(heads) > 8
    assert [head for head in heads if head not in text] == []
    for label in ("Next:", "Keep this place", "Download as Word", "What is this?", "Search"):
        assert label not in text
    assert sheets > 5
    assert wide_page.locator(".printed, .unprinted").count() == 0
    expect(wide_page.get_by_label("Your quality policy")).to_have_value(LONG)


@pytest.mark.usefixtures("named")
def test_what_i_wrote_is_that_and_nothing_else(light, wide_page, tmp_path):
    open_lesson(wide_page, light, step="workshop")
    wide_page.get_by_label("Your quality policy").fill(f"{LONG} {HOSTILE}")
    choose_to_print(wide_page, "Print only what I wrote")
    wide_page.wait_for_function("window.printed")
    text, _ = paper(wide_page, tmp_path)
    assert text.startswith("What I wrote: Draft a policy your people will believe Mariam")
    assert "Your quality policy 1. We open each school" in text
    assert "60. We open each school" in text
    assert HOSTILE in text
    assert "A proposal six weeks" not in text
    again, _ = paper(wide_page, tmp_path)  # by the browser's own menu, afterwards
    assert "A proposal six weeks" in again


OTHER_EDITION = "ISO 9001:2026, the other edition"


@pytest.mark.usefixtures("named")
def test_what_nobody_opened_is_printed_only_if_it_is_asked_for(light, wide_page, tmp_path):
    open_lesson(wide_page, light, step="workshop")
    wide_page.get_by_label("Your quality policy").fill("We build schools in Dubai.")
    other = wide_page.locator("details", has_text=OTHER_EDITION)
    other.wait_for()
    text, _ = paper(wide_page, tmp_path)
    assert "5.2.1 a (2015)" in text
    assert OTHER_EDITION not in text
    assert "5.2.1 a (2026)" not in text
    other.locator("summary").click()
    text, _ = paper(wide_page, tmp_path)
    assert OTHER_EDITION in text
    assert "5.2.1 a (2026)" in text
    other.locator("summary").click()
    wide_page.get_by_role("button", name="Print", exact=True).click()
    wide_page.get_by_label("With everything that is folded away").check()
    wide_page.get_by_role("button", name="Print this page").click()
    wide_page.wait_for_function("window.printed")
    text, _ = paper(wide_page, tmp_path)
    assert "5.2.1 a (2026)" in text
    assert wide_page.locator("main details[open]").count() == 0


@pytest.mark.usefixtures("named")
def test_what_was_ticked_and_how_it_compares_is_on_paper(light, wide_page, tmp_path):
    open_lesson(wide_page, light, step="find-the-gaps")
    statement = "It promises what no contractor can keep."
    wide_page.get_by_label(statement).check()
    wide_page.locator("#find-the-gaps .course-primary").click()
    wide_page.get_by_text("Gaps you found: 1 of").wait_for()
    wide_page.reload()
    wide_page.get_by_text("Gaps you found: 1 of").wait_for()
    text, _ = paper(wide_page, tmp_path)
    assert "Gaps you found: 1 of" in text
    choose_to_print(wide_page, "Print only what I wrote")
    wide_page.wait_for_function("window.printed")
    text, _ = paper(wide_page, tmp_path)
    assert f"Find the gaps in a published policy ✓ {statement}" in text
    assert "It is too short" not in text


def test_paper_has_one_size_of_letters_and_keeps_a_heading_with_its_text(light, wide_page):
    open_lesson(wide_page, light)
    size = "getComputedStyle(document.documentElement).fontSize"
    normal = wide_page.evaluate(size)
    wide_page.evaluate("document.documentElement.dataset.size = 'larger'")
    assert wide_page.evaluate(size) != normal
    wide_page.emulate_media(media="print")
    assert wide_page.evaluate(size) == normal
    breaks = """() => [...document.querySelectorAll('main :is(h1, h2, h3, h4, summary)')]
      .map((one) => getComputedStyle(one)).map((one) => `${one.breakInside} ${one.breakAfter}`)"""
    assert set(wide_page.evaluate(breaks)) == {"avoid avoid"}


def test_who_wrote_nothing_is_told_so(light, wide_page):
    open_lesson(wide_page, light, "01-lead-do-not-delegate", step="title")
    choose_to_print(wide_page, "Print only what I wrote")
    status = wide_page.locator("#course-print").get_by_role("status")
    expect(status).to_contain_text("nothing on this page yet")
    assert wide_page.evaluate("window.printed") is None


@pytest.mark.parametrize("language", PAGES)
def test_nothing_hangs_over_the_edge_of_the_paper(light, wide_page, language):
    open_lesson(wide_page, light, PAGES[language], step="workshop")
    wide_page.emulate_media(media="print")
    wide_page.set_viewport_size({"width": 673, "height": 960})  # A4 within its margins
    wide_page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    over = """() => [...document.querySelectorAll('main *')]
      .map((one) => [one, one.getBoundingClientRect()])
      .filter(([one, { width }]) => one.checkVisibility() && width)
      .filter(([, { left, right }]) => right > innerWidth + 1 || left < -1)
      .map(([one]) => one.outerHTML.slice(0, 120))"""
    assert wide_page.evaluate(over) == []
    direction = wide_page.locator(".printed.head").evaluate("e => getComputedStyle(e).direction")
    assert direction == ("rtl" if language == "ar" else "ltr")


@pytest.mark.parametrize("language", PAGES)
def test_the_print_dialog_fits_and_axe_agrees(light, page, language):
    open_lesson(page, light, PAGES[language])
    page.locator("[data-opens=course-print]").click()
    assert faults(page) == []
    assert fits(page)
    page.keyboard.press("Escape")
    expect(page.locator("[data-opens=course-print]")).to_be_focused()
