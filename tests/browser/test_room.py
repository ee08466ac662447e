"""Room for what is written and read: fields, menus, the strip of steps, clauses on one line."""

import pytest
from playwright.sync_api import expect

from browser.conftest import PATIENCE
from browser.finding.reader import PAGES, open_lesson, reader

pytestmark = pytest.mark.browser
SIGNED = {
    "en": "Omar Haddad, Managing Director",
    "ar": "سلمى عبد الله الظاهري، المديرة العامة",
}
# Fields whose words, or the example that stands in them, need more than the field has.
CUT = """() => [...document.querySelectorAll('.step:not([hidden]) .widget-text input')]
  .filter((field) => field.checkVisibility())
  .filter((field) => {
    const copy = document.createElement('span');
    copy.style.cssText = 'position: absolute; white-space: nowrap';
    copy.style.font = getComputedStyle(field).font;
    copy.textContent = field.value || field.placeholder;
    document.body.append(copy);
    const { paddingLeft, paddingRight } = getComputedStyle(field);
    const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    const wide = copy.offsetWidth;
    copy.remove();
    return wide > room;
  })
  .map((field) => field.value || field.placeholder)"""


@pytest.fixture(params=["wide", "narrow"])
def page(request, chromium):
    page = reader(chromium, request.param)
    yield page
    page.context.close()


@pytest.mark.parametrize("language", PAGES)
def test_a_name_with_its_title_and_every_example_fit_their_fields(light, page, language):
    open_lesson(page, light, PAGES[language], step="workshop")
    fields = page.locator("#workshop .course-two .widget-text input")
    fields.nth(1).fill(SIGNED[language])
    assert page.evaluate(CUT) == []


def test_digits_in_an_arabic_form_stand_where_its_lines_begin(light, page):
    open_lesson(page, light, PAGES["ar"], step="workshop")
    version = page.locator("#workshop .course-two .widget-text input").nth(2)
    version.fill("٣")
    assert version.evaluate("e => getComputedStyle(e).textAlign") == "right"


@pytest.mark.parametrize("language", PAGES)
def test_a_clause_stays_on_one_line_and_its_number_comes_first(light, page, language):
    open_lesson(page, light, PAGES[language], step="find-the-gaps")
    page.locator("#find-the-gaps .course-primary").click()
    places = page.locator("main .cite:visible").evaluate_all(
        """(all) => all.map((cite) => {
          const number = cite.querySelector('bdi') ?? cite;
          const [whole, first] = [cite, number].map((one) => one.getBoundingClientRect());
          const atLeft = Math.abs(whole.left - first.left) < 1;
          const atRight = Math.abs(whole.right - first.right) < 1;
          const line = 1.5 * parseFloat(getComputedStyle(cite).fontSize);
          const lines = Math.round(whole.height / line);
          return { lines, atLeft, atRight };
        })"""
    )
    assert len(places) > 5
    side = "atRight" if language == "ar" else "atLeft"
    assert [place for place in places if place["lines"] > 1 or not place[side]] == []
    assert page.locator("main .cite .cite").count() == 0


@pytest.mark.parametrize("language", PAGES)
def test_the_strip_of_steps_shows_the_current_one_whatever_the_letters(light, chromium, language):
    page = reader(chromium, "narrow")
    open_lesson(page, light, PAGES[language], step="quiz")
    current = page.locator(".steps a[aria-current]")
    expect(current).to_be_in_viewport(ratio=0.95, timeout=PATIENCE)
    page.evaluate("document.documentElement.dataset.size = 'larger'")
    expect(current).to_be_in_viewport(ratio=0.95, timeout=PATIENCE)
    page.context.close()


@pytest.mark.parametrize("language", PAGES)
def test_buttons_that_stand_one_below_the_other_do_not_touch(light, chromium, language):
    page = reader(chromium, "narrow")
    open_lesson(page, light, PAGES[language], step="takeaways")
    ends = page.locator("#takeaways .course-card a.course-button").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect()).map(({top, bottom}) => [top, bottom])"
    )
    assert len(ends) == 2
    assert ends[1][0] - ends[0][1] >= 8
    page.context.close()


def test_the_step_one_is_at_is_in_the_list_at_each_press_of_next(light, chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    open_lesson(page, light, step="")
    steps = page.locator(".steps ol a")
    for place in range(steps.count() - 1):
        page.mouse.wheel(0, 2000)  # Next stands at a step's foot
        page.locator(".step:not([hidden])").get_by_role("link", name="Next:").click()
        expect(steps.nth(place + 1)).to_have_attribute("aria-current", "step")
        expect(steps.nth(place + 1)).to_be_in_viewport(ratio=0.95)
    context.close()
