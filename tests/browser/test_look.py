"""What a reader sees a page by: dark colours, larger letters, help at hand, a first look around."""

import pytest
from playwright.sync_api import expect

from browser.conftest import PATIENCE
from browser.pages import faults
from browser.test_assessed_case import CASE
from browser.test_light_page import released  # noqa: F401  a fixture, found by its name
from course.content import house, wording

START, LESSON = "00-start-here", "03-draft-the-quality-policy"
PAGES = [START, f"{START}.ar", f"{LESSON}#workshop", f"{LESSON}.ar#workshop", f"{LESSON}#quiz"]
WIDTHS = (390, 1280)
RINGED = """
  [...document.querySelectorAll(".course-shown, .course-shown *")]
    .filter((one) => getComputedStyle(one).outlineStyle === "solid")
    .map((one) => one.textContent).join("")
"""
TOURED = "localStorage.setItem('course-toured', '1')"
# The words that stand over the page's edge, or are cut by what they stand in.
CUT = """() => [...document.querySelectorAll('main *, .frame *')]
    .filter((one) => one.checkVisibility() && one.innerText?.trim())
    .filter((one) => !one.closest('.course-heard'))
    .filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        const hides = getComputedStyle(one).overflowX !== 'visible';
        const cut = hides && one.scrollWidth > one.clientWidth + 1;
        return cut || left < -1 || right > innerWidth + 1;
    })
    .map((one) => one.outerHTML.slice(0, 120))"""
# What is known of the reader's choices when the page begins to have a body.
FIRST_SEEN = """new MutationObserver(() => {
    if (document.body) window.first ??= { ...document.documentElement.dataset };
}).observe(document, { childList: true, subtree: true })"""
pytestmark = pytest.mark.browser


@pytest.fixture
def reader(chromium):
    """Makes pages of a reader with wishes of their own; `toured`: not for the first time."""
    open_ones = []

    def new(width=1280, *, toured=True, height=900, **wishes):
        size = {"width": width, "height": height}
        context = chromium.new_context(viewport=size, **wishes)
        context.set_default_timeout(PATIENCE)
        open_ones.append(context)
        if toured:
            context.add_init_script(TOURED)
        return context.new_page()

    yield new
    for context in open_ones:
        context.close()


def visit(page, course, name):
    name, _, step = name.partition("#")
    page.goto(course.server.page(name) + (f"#{step}" if step else ""))
    page.locator(".course-started").wait_for(timeout=PATIENCE)


def say_of(name):
    return wording("ar" if ".ar" in name else "en")


def choose(page, entry, say):
    page.locator(".display > summary").click()
    page.get_by_label(say(f"display.{entry}"), exact=True).check()
    page.keyboard.press("Escape")


def ground(page):
    """The colour that the page stands on."""
    found = page.evaluate("getComputedStyle(document.body).backgroundColor")
    red, green, blue = (int(part) for part in found[4:-1].split(","))
    return f"#{red:02X}{green:02X}{blue:02X}"


def test_a_page_is_dark_where_the_system_is_and_white_on_paper(light, reader):
    page = reader(color_scheme="dark")
    visit(page, light, LESSON)
    assert ground(page) == house.DARK["paper"]
    page.emulate_media(media="print", color_scheme="dark")
    assert ground(page) == house.LIGHT["paper"]


def test_a_choice_holds_on_every_page_before_it_is_painted(light, reader):
    page = reader(color_scheme="dark")
    visit(page, light, START)
    choose(page, "colours_light", wording("en"))
    choose(page, "size_larger", wording("en"))
    assert ground(page) == house.LIGHT["paper"]
    other = page.context.new_page()
    other.add_init_script(FIRST_SEEN)
    visit(other, light, f"{LESSON}.ar")
    assert other.evaluate("window.first") == {"colours": "light", "size": "larger"}
    assert other.get_by_label("فاتحة", exact=True).evaluate("one => one.checked")
    choose(other, "colours_system", wording("ar"))
    assert ground(other) == house.DARK["paper"]
    expect(page.locator("html")).not_to_have_attribute("data-colours", "light")


def test_the_menu_closes_by_escape_and_by_turning_away(light, reader):
    page = reader()
    visit(page, light, LESSON)
    menu, opens = page.locator(".display"), page.locator(".display > summary")
    opens.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(opens).to_be_focused()
    opens.click()
    page.locator("h1").click()
    expect(menu).not_to_have_attribute("open", "")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious_in_the_dark_with_all_of_it_open(light, reader, name, width):
    page = reader(width, toured=False, color_scheme="dark")
    visit(page, light, name)
    page.locator(".step:not([hidden]) .about > summary").first.click()
    page.evaluate("document.querySelector('.display').open = true")
    assert faults(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_the_largest_letters_fit_a_telephone(light, reader, name):
    page = reader(390)
    visit(page, light, name)
    choose(page, "size_larger", say_of(name))
    size = page.evaluate("getComputedStyle(document.querySelector('main')).fontSize")
    assert float(size.removesuffix("px")) >= 22
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert overhanging(page) == []


def overhanging(page):
    """But for the steps, which scroll sideways, and what scrolls by itself."""
    cut = page.evaluate(CUT)
    return [html for html in cut if "course-scroll" not in html]


def test_words_that_are_cut_would_be_found(light, reader):
    page = reader(390)
    visit(page, light, LESSON)
    page.evaluate("document.querySelector('main h1').style.inlineSize = '900px'")
    assert overhanging(page)
    page.evaluate(
        "document.querySelector('main h1').style.cssText = 'white-space: nowrap; overflow: hidden'"
    )
    assert overhanging(page)


@pytest.mark.slow
@pytest.mark.usefixtures("released")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_case_fits_a_telephone_and_a_dark_screen(light, reader, language):
    home = START if language == "en" else f"{START}.ar"
    page = reader(390, color_scheme="dark")
    visit(page, light, home)  # whoever opens it has chosen its language for the case, too
    visit(page, light, CASE)
    assert faults(page) == []
    choose(page, "size_larger", wording(language))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert overhanging(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_browsers_zoom_of_two_cuts_nothing(light, reader, name):
    page = reader(640, height=450, device_scale_factor=2)
    visit(page, light, name)
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    assert overhanging(page) == []


@pytest.mark.parametrize("name", [LESSON, f"{LESSON}.ar"])
def test_a_form_says_what_it_is_where_it_stands(light, reader, name):
    page = reader()
    visit(page, light, f"{name}#workshop")
    say = say_of(name)
    ask = page.locator('[data-call^="show.workshop"] .about > summary')
    words = page.get_by_text(say("help.workshop.policy.words"))
    assert not words.is_visible()
    ask.focus()
    page.keyboard.press("Enter")
    assert words.is_visible()
    expect(ask).to_contain_text(say("help.ask"))
    expect(ask).to_contain_text(say("help.workshop.policy.title"))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", [START, f"{START}.ar"])
def test_who_comes_first_is_shown_around_once(light, reader, name, width):
    page, say = reader(width, toured=False), say_of(name)
    visit(page, light, name)
    tour = page.get_by_role("dialog")
    for stop in ("next", "steps", "saved", "help"):
        head = tour.get_by_role("heading", name=say(f"tour.stop.{stop}.title"))
        expect(head).to_be_focused()
        box = tour.bounding_box()
        assert 0 <= box["x"] <= width - box["width"]
        assert page.locator(".course-shown").count() == 1
        assert page.evaluate(RINGED).strip()  # there is something in the frame
        tour.get_by_role("button", name=say("tour.end" if stop == "help" else "tour.next")).click()
    expect(tour).to_have_count(0)
    assert page.locator(".course-shown").count() == 0
    expect(page.locator("h1")).to_be_focused()
    visit(page, light, name)
    expect(tour).to_have_count(0)


def test_the_first_look_around_goes_back_and_can_be_skipped_and_asked_for_again(light, reader):
    page, say = reader(toured=False), wording("en")
    visit(page, light, START)
    tour = page.get_by_role("dialog")
    tour.get_by_role("button", name="Next").click()
    tour.get_by_role("button", name="Back").click()
    expect(tour.get_by_role("heading", name=say("tour.stop.next.title"))).to_be_focused()
    page.keyboard.press("Escape")
    expect(tour).to_have_count(0)
    visit(page, light, LESSON)
    expect(tour).to_have_count(0)
    page.locator(".display > summary").click()
    page.get_by_role("link", name="Show me around").click()
    expect(tour.get_by_role("heading", name=say("tour.stop.next.title"))).to_be_focused()
    tour.get_by_role("button", name="Skip").click()
    for _ in range(2):  # from the start page itself, too
        page.locator(".display > summary").click()
        page.get_by_role("link", name="Show me around").click()
        tour.wait_for()
        page.keyboard.press("Escape")


def test_the_first_look_around_holds_nobody(light, reader):
    page = reader(toured=False)
    visit(page, light, START)
    for _ in range(4):
        page.keyboard.press("Tab")
    assert not page.evaluate("document.querySelector('.tour').contains(document.activeElement)")
    page.get_by_role("link", name="Say who you are, once", exact=True).click()
    assert page.get_by_role("heading", name="Say who you are, once").is_visible()


def test_nothing_moves_where_the_system_asks_for_stillness(light, reader):
    page = reader(reduced_motion="reduce")
    visit(page, light, LESSON)
    moving = """[...document.querySelectorAll('*')].filter((one) => {
        const { transitionDuration: time, animationName: name, scrollBehavior: scrolls } =
            getComputedStyle(one);
        return parseFloat(time) || name !== 'none' || scrolls !== 'auto';
    }).length"""
    assert page.evaluate(moving) == 0


def test_the_systems_few_colours_leave_states_and_focus_to_be_seen(light, reader):
    page = reader(forced_colors="active")
    visit(page, light, f"{LESSON}#quiz")
    border = "one => getComputedStyle(one).borderTopStyle"
    assert page.locator(".steps a[aria-current]").evaluate(border) == "solid"
    option = page.locator(".step:not([hidden]) .course-options .jupyter-button").first
    before = option.evaluate("one => getComputedStyle(one).backgroundColor")
    option.click()
    expect(option).to_have_attribute("aria-pressed", "true")
    assert option.evaluate("one => getComputedStyle(one).backgroundColor") != before
    page.keyboard.press("Tab")
    ring = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(ring) == "solid"


def test_a_reason_stands_with_its_own_answer_and_away_from_the_next_question(light, reader):
    page = reader()
    visit(page, light, f"{LESSON}#quiz")
    questions = page.locator(".step:not([hidden]) .course-question")
    questions.first.locator(".course-options button").first.click()
    reason = questions.first.locator(".course-row")
    reason.wait_for()
    options, why, after = (
        one.bounding_box()
        for one in (questions.first.locator(".course-options"), reason, questions.nth(1))
    )
    above = why["y"] - (options["y"] + options["height"])
    below = after["y"] - (why["y"] + why["height"])
    assert above < below / 2


def test_stronger_contrast_draws_every_line_in_ink(light, reader):
    page = reader(contrast="more")
    visit(page, light, LESSON)
    colour = "one => getComputedStyle(one).borderTopColor"
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert page.locator(".step:not([hidden]) .onward").evaluate(colour) == ink
