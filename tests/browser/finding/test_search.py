"""The search of a page, in both languages and widths."""

import json
import re

import pytest
from playwright.sync_api import expect

from browser.finding.reader import (
    ENGLISH_ONLY,
    HOSTILE,
    LESSON,
    PAGES,
    close,
    field,
    finder,
    fits,
    look_for,
    open_lesson,
    told,
)
from browser.pages import faults
from course.content import load_glossary

pytestmark = pytest.mark.browser


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


def test_a_whole_word_comes_before_one_that_is_made_of_it(light, wide_page):
    open_lesson(wide_page, light)
    look_for(wide_page, "toolbox law")
    expect(told(wide_page)).to_contain_text("No place has all of these words")
    first = finder(wide_page).locator("li").first
    expect(first.locator("mark").first).to_have_text("law", ignore_case=True)
    field(wide_page).fill("law")
    expect(told(wide_page)).to_contain_text("Found")
    heads = finder(wide_page).locator("section").first.locator("b").all_text_contents()
    assert not any("lawyer" in head for head in heads)


@pytest.mark.parametrize(("language", "letter"), [("en", "A"), ("ar", "ا")])
def test_the_glossary_is_leafed_through_over_the_lesson(light, page, language, letter):
    open_lesson(page, light, PAGES[language])
    opener = page.locator("[data-opens=course-glossary]")
    opener.click()
    expect(field(page)).to_be_focused()
    assert page.url.endswith("#idea-1")
    terms = [term.term[language] for term in load_glossary().values()]
    expect(finder(page).locator("summary b")).to_have_count(len(terms))
    assert finder(page).get_by_role("heading", level=3).first.text_content() == letter
    assert faults(page) == []
    assert fits(page)
    field(page).fill("ISO")
    expect(told(page)).not_to_be_empty()
    assert finder(page).locator("a").count() == 0  # of terms alone
    close(page)
    expect(opener).to_be_focused()
    page.locator("[data-opens=course-search]").click()
    expect(field(page)).to_have_value("")
    expect(finder(page).locator("summary")).to_have_count(0)


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
