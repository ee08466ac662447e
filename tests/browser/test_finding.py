"""Search, kept places and printing on the course's own pages, in both languages and widths."""

import json
import re
import subprocess

import pytest
from playwright.sync_api import expect
from programs import pages

from browser.conftest import PATIENCE
from browser.pages import AXE, RULES
from browser.test_look import TOURED
from course.learner import save_profile

LESSON = "03-draft-the-quality-policy"
PAGES = {"en": LESSON, "ar": f"{LESSON}.ar"}
ENGLISH_ONLY = "04-set-objectives"
SIZES = {"wide": {"width": 1280, "height": 860}, "narrow": {"width": 390, "height": 860}}
HOSTILE = "<img src=x onerror=\"window.broken = 1\"> <b>bold</b> 'quote' &amp;"
LONG = "\n".join(f"{n}. We open each school on the day we promised." for n in range(1, 61))
pytestmark = pytest.mark.browser


def reader(chromium, size):
    """A page of somebody who was shown around; printing opens no window of the system's."""
    context = chromium.new_context(viewport=SIZES[size])
    context.set_default_timeout(PATIENCE)
    context.add_init_script("window.print = () => { window.printed = true }")
    context.add_init_script(TOURED)
    return context.new_page()


@pytest.fixture(params=SIZES)
def page(request, chromium):
    page = reader(chromium, request.param)
    yield page
    page.context.close()


@pytest.fixture
def wide_page(chromium):
    page = reader(chromium, "wide")
    yield page
    page.context.close()


def open_lesson(page, course, name=LESSON, step="idea-1"):
    page.goto(f"{course.server.page(name)}#{step}")
    page.locator(".course-started").wait_for()


def finder(page):
    return page.locator("#course-search")


def field(page):
    return finder(page).get_by_role("textbox")


def told(page):
    return finder(page).get_by_role("status")


def look_for(page, words, key="/"):
    page.keyboard.press(key)
    expect(field(page)).to_be_focused(timeout=PATIENCE)
    field(page).fill(words)
    expect(told(page)).not_to_be_empty()


def close(page):
    page.keyboard.press("Escape")
    expect(finder(page)).to_be_hidden()
    page.wait_for_function("!document.activeElement?.closest('dialog')")


def keeping(page):
    return page.locator(".keeping")


def nothing_kept(page, course):
    """Every place is taken off, as the learner would."""
    open_lesson(page, course)
    page.keyboard.press("/")
    offs = finder(page).locator(".off")
    expect(finder(page).get_by_role("heading", level=3)).to_be_visible()
    while left := offs.count():
        offs.first.click()
        expect(offs).to_have_count(left - 1)
    close(page)


def faults(page):
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run(document, {{runOnly: {RULES}}})")["violations"]
    return [
        (fault["id"], node["html"][:160])
        for fault in found
        if fault["impact"] in ("serious", "critical")
        for node in fault["nodes"]
    ]


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


# Search.


@pytest.mark.parametrize(("language", "words"), [("en", "broken seal"), ("ar", "السياسه")])
def test_what_is_found_fits_and_axe_agrees(light, page, language, words):
    open_lesson(page, light, PAGES[language])
    page.locator("[data-opens=course-search]").click()
    expect(field(page)).to_be_focused()
    assert faults(page) == []
    field(page).fill(words)
    expect(told(page)).to_have_text(re.compile(r"\d"))
    assert 0 < finder(page).locator("li").count() <= 12
    assert finder(page).locator("mark").count() > 0
    assert faults(page) == []
    assert fits(page)
    inside = "d => d.scrollWidth <= d.clientWidth"
    assert finder(page).evaluate(inside)


def test_the_index_is_fetched_once_and_only_when_it_is_asked_for(light, wide_page):
    asked = []
    wide_page.on("request", lambda one: asked.append(one.url) if "search." in one.url else None)
    open_lesson(wide_page, light)
    assert asked == []
    look_for(wide_page, "policy")
    close(wide_page)
    look_for(wide_page, "objective")
    assert len(asked) == 1


def test_the_keyboard_alone_opens_a_lesson_at_its_step(light, wide_page):
    open_lesson(wide_page, light)
    look_for(wide_page, "policy")
    results = finder(wide_page).locator("a, summary")
    wide_page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    wide_page.keyboard.press("ArrowDown")
    expect(results.nth(1)).to_be_focused()
    wide_page.keyboard.press("ArrowUp")
    wide_page.keyboard.press("ArrowUp")
    expect(field(wide_page)).to_be_focused()
    field(wide_page).fill("overtime agreed before friday rework")
    field(wide_page).fill("night supervisor leave with a draft")
    wide_page.keyboard.press("Enter")
    expect(finder(wide_page)).to_be_hidden()
    assert wide_page.url.endswith(f"{LESSON}.html#title")
    expect(wide_page.get_by_role("heading", level=1)).to_be_focused()
    assert wide_page.locator("main mark").count() == 0


def test_a_slip_another_form_and_a_bare_number_find_what_is_meant(light, wide_page):
    open_lesson(wide_page, light)
    look_for(wide_page, "policy")
    meant = {
        "QUALTY objectives": "quality objective",
        "Conformities": "conformity",
        "the context of an organisation": "context of the organisation",
        "بالسياسات": "quality policy",
    }
    for words, title in meant.items():
        field(wide_page).fill(words)
        expect(finder(wide_page).locator("summary b", has_text=title).first).to_be_visible()
    field(wide_page).fill("5.2")
    expect(finder(wide_page).locator("summary bdi").first).to_have_text("5.2")
    field(wide_page).fill("cust")  # not yet a word
    expect(finder(wide_page).locator("mark", has_text="customer").first).to_be_visible()


def test_escape_closes_and_the_focus_goes_back(light, wide_page):
    open_lesson(wide_page, light)
    button = wide_page.get_by_role("button", name="Search")
    button.press("Enter")
    field(wide_page).fill("policy")
    close(wide_page)
    expect(button).to_be_focused()


def test_the_key_is_a_letter_where_somebody_types_and_can_be_turned_off(light, wide_page):
    open_lesson(wide_page, light, step="workshop")
    draft = wide_page.get_by_label("Your quality policy")
    draft.fill("We build")
    draft.press("/")
    expect(finder(wide_page)).to_be_hidden()
    expect(draft).to_have_value("We build/")
    wide_page.get_by_role("button", name="Search").click()
    finder(wide_page).get_by_role("checkbox").uncheck()
    close(wide_page)
    wide_page.keyboard.press("/")
    expect(finder(wide_page)).to_be_hidden()
    wide_page.reload()
    wide_page.locator(".course-started").wait_for()
    wide_page.keyboard.press("/")
    expect(finder(wide_page)).to_be_hidden()


def test_a_clause_and_a_term_are_read_in_place(light, wide_page):
    open_lesson(wide_page, light)
    look_for(wide_page, "5.2.1 a")
    clause = finder(wide_page).locator("details").first
    clause.locator("summary").press("Enter")
    assert clause.get_by_text("What an auditor can check").is_visible()
    assert clause.locator("bdi").first.text_content() == "5.2.1 a"
    field(wide_page).fill("interested party")
    term = finder(wide_page).locator("details", has_text="interested party").first
    term.locator("summary").click()
    assert term.locator(".whole").get_by_text("customers, authorities, staff").is_visible()
    assert wide_page.url.endswith("#idea-1")


def test_a_lesson_in_english_is_found_in_arabic_and_told_as_english(light, wide_page):
    open_lesson(wide_page, light, PAGES["ar"])
    look_for(wide_page, "Set objectives nobody can cheat")
    first = finder(wide_page).locator("a").first
    assert first.locator("b").get_attribute("lang") == "en"
    assert "بالإنجليزية" in first.text_content()
    first.click()
    wide_page.wait_for_url(f"**/{ENGLISH_ONLY}.html#*")


@pytest.mark.parametrize(("language", "says"), [("en", "Nothing found"), ("ar", "لا نتائج")])
def test_nothing_found_says_so_and_shows_hostile_words_as_words(light, wide_page, language, says):
    open_lesson(wide_page, light, PAGES[language])
    look_for(wide_page, "zzz <img src=x onerror=alert(1)> qqq")
    field(wide_page).fill("xyzzy <img src=x>")
    expect(told(wide_page)).to_contain_text(says)
    expect(told(wide_page)).to_contain_text("<img src=x>")
    assert finder(wide_page).locator("img").count() == 0


def test_hostile_words_in_the_index_stay_words(light, wide_page):
    entry = {"id": "a", "kind": "lesson", "title": HOSTILE, "where": HOSTILE, "text": HOSTILE * 20}
    entry |= {"language": "en", "number": "", "also": "", "address": "x.html", "more": []}
    more = [{"head": HOSTILE, "text": HOSTILE}]
    clause = entry | {"id": "b", "kind": "clause", "number": HOSTILE, "address": "", "more": more}
    body = json.dumps({"folding": {}, "entries": [entry, clause]})
    wide_page.route("**/search.en.json*", lambda route: route.fulfill(body=body))
    open_lesson(wide_page, light)
    look_for(wide_page, "bold quote")
    expect(finder(wide_page).locator("li")).to_have_count(2)
    finder(wide_page).locator("summary").click()
    assert finder(wide_page).locator("img, script").count() == 0
    assert HOSTILE in finder(wide_page).locator("a").text_content()
    assert wide_page.evaluate("window.broken") is None


def test_a_search_that_cannot_be_fetched_says_so_and_opens_the_next_time(light, wide_page):
    wide_page.route("**/search.en.json*", lambda route: route.abort())
    open_lesson(wide_page, light)
    wide_page.keyboard.press("/")
    expect(told(wide_page)).to_contain_text("did not open")
    close(wide_page)
    wide_page.unroute("**/search.en.json*")
    look_for(wide_page, "policy")
    expect(told(wide_page)).to_contain_text("Found")


# Kept places.


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


# On paper.


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
    assert "Nine in ten" not in text
    again, _ = paper(wide_page, tmp_path)  # by the browser's own menu, afterwards
    assert "Nine in ten" in again


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
