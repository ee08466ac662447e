"""The objective builder on its page: the review goes along with the fields, and covers nothing."""

import pytest
from playwright.sync_api import expect

from browser.conftest import PATIENCE
from browser.test_light_page import open_lesson

LESSON = "04-set-objectives"
pytestmark = pytest.mark.browser


@pytest.fixture(params=[(1280, 800), (1920, 1080)], ids=["1280", "1920"])
def desk(request, light, chromium):
    width, height = request.param
    context = chromium.new_context(viewport={"width": width, "height": height})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    open_lesson(page, light, name=LESSON)
    yield page
    context.close()


GAP = """() => {
  // Both at one moment: the page still scrolls.
  const box = (name) => [...document.querySelectorAll(name)]
    .find((one) => one.getClientRects().length).getBoundingClientRect();
  return box('.course-past').top - box('.course-beside').bottom;
}"""


def test_the_review_stands_beside_the_fields_and_never_over_the_chart_below_them(desk):
    desk.get_by_role("textbox", name="What gets better, for whom").fill("Fewer snags for owners.")
    desk.get_by_role("textbox", name="Where you arrive: figure").fill("8 snags a villa")
    desk.get_by_role("textbox", name="Your past figures").fill("14, 15, 13, 14, 16, 14, 13, 15")
    desk.locator(".course-chart").filter(visible=True).wait_for()
    review, chart = desk.locator(".course-beside"), desk.locator(".course-past")
    review.get_by_text("What will be done").wait_for()
    direction = chart.get_by_role("button", name="Less is better")
    direction.scroll_into_view_if_needed()
    direction.click()
    expect(direction).to_have_attribute("aria-pressed", "true")
    for down in range(-600, 601, 200):
        desk.mouse.wheel(0, down)
        assert desk.evaluate(GAP) >= -1
    fields = desk.locator(".course-fields").first.bounding_box()
    assert review.bounding_box()["x"] > fields["x"] + fields["width"]
