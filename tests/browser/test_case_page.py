"""A case's page: its story and figures beside the questions, or laid over them on a telephone."""

import pytest
from playwright.sync_api import expect

from browser.finding.reader import fits, open_lesson, reader
from browser.pages import faults
from browser.test_assessed_case import CASE
from browser.test_light_page import released  # noqa: F401  a fixture, found by its name

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.usefixtures("released")]


@pytest.fixture
def case(request, chromium, light):
    page = reader(chromium, request.param)
    open_lesson(page, light, CASE, step="")
    page.locator(".course-chart svg").first.wait_for(state="attached")
    yield page
    page.context.close()


wide = pytest.mark.parametrize("case", ["wide"], indirect=True)
narrow = pytest.mark.parametrize("case", ["narrow"], indirect=True)


@wide
def test_what_is_told_says_that_it_goes_on_until_its_end(case):
    told, more = case.locator(".told"), case.locator(".told > .below")
    expect(more).to_be_visible()
    expect(more).to_be_in_viewport(ratio=1)
    assert "More below" in more.text_content()
    told.evaluate("e => e.scrollTo(0, e.scrollHeight)")
    expect(more).to_be_hidden()
    told.evaluate("e => e.scrollTo(0, 0)")
    expect(more).to_be_visible()
    more.click()
    case.wait_for_function("() => document.querySelector('.told').scrollTop > 200")
    expect(case.locator(".show-told")).to_be_hidden()


@narrow
def test_the_figures_are_looked_at_over_the_question_by_keyboard(case):
    answer = case.get_by_label("Your answer").first
    answer.fill("We stop the bonus.")
    answer.scroll_into_view_if_needed()
    opener, over = case.locator(".show-told"), case.locator(".over")
    expect(opener).to_be_in_viewport(ratio=1)
    at = case.evaluate("scrollY")
    opener.press("Enter")
    expect(over).to_be_visible()
    figures = over.locator("[data-call^='show.exhibit(']").first
    expect(figures).to_be_in_viewport()
    assert faults(case) == []
    assert fits(case)
    measure = over.get_by_label("Measure")
    measure.select_option(index=1)
    case.keyboard.press("Escape")
    expect(over).to_be_hidden()
    expect(opener).to_be_focused()
    assert abs(case.evaluate("scrollY") - at) < 2
    expect(answer).to_have_value("We stop the bonus.")
    expect(case.locator(".step > .told")).to_have_count(1)
    opener.click()
    over.get_by_role("button", name="Close").click()
    expect(over).to_be_hidden()


@pytest.mark.parametrize("case", ["wide", "narrow"], indirect=True)
def test_no_choice_of_a_menu_is_cut(case):
    cut = """() => [...document.querySelectorAll('.told select')].filter((menu) => {
      const copy = document.createElement('span');
      copy.style.cssText = "position: absolute; white-space: nowrap";
      copy.style.font = getComputedStyle(menu).font;
      document.body.append(copy);
      const wide = (text) => ((copy.textContent = text), copy.offsetWidth);
      const widths = [...menu.options].map(({ text }) => wide(text));
      copy.remove();
      return Math.max(...widths) + 40 > menu.clientWidth;
    }).length"""
    assert case.evaluate(cut) == 0
