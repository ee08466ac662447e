"""What the tests of search, kept places and printing do on a page."""

from playwright.sync_api import expect

from browser.conftest import PATIENCE
from browser.test_look import TOURED

LESSON = "03-draft-the-quality-policy"
PAGES = {"en": LESSON, "ar": f"{LESSON}.ar"}
ENGLISH_ONLY = "04-set-objectives"
SIZES = {"wide": {"width": 1280, "height": 860}, "narrow": {"width": 390, "height": 860}}
HOSTILE = "<img src=x onerror=\"window.broken = 1\"> <b>bold</b> 'quote' &amp;"
LONG = "\n".join(f"{n}. We open each school on the day we promised." for n in range(1, 61))


def reader(chromium, size):
    """A page of somebody who was shown around; printing opens no window of the system's."""
    context = chromium.new_context(viewport=SIZES[size])
    context.set_default_timeout(PATIENCE)
    context.add_init_script("window.print = () => { window.printed = true }")
    context.add_init_script(TOURED)
    return context.new_page()


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


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
