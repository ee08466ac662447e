"""A chart on the learner's page: the browser sets its words, at both widths, in both languages."""

import pytest

from browser.pages import serious_violations
from course.content import house

LESSONS = {
    "en": "03-draft-the-quality-policy",
    "ar": "03-draft-the-quality-policy.ar",
}
pytestmark = pytest.mark.browser

# Words that leave the chart, and words of which one covers another by more than the air around it.
CROWDED = """chart => {
  const edge = chart.getBoundingClientRect();
  const words = [...chart.querySelectorAll('text')]
    .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
  const out = words.filter(({ box }) => box.left < edge.left || box.right > edge.right
    || box.top < edge.top || box.bottom > edge.bottom);
  const over = words.flatMap((one, at) => words.slice(at + 1).filter(({ box }) =>
    one.box.left < box.right - 1 && box.left < one.box.right - 1
    && one.box.top + 3 < box.bottom - 3 && box.top + 3 < one.box.bottom - 3));
  return [...out, ...over].map(({ text }) => text);
}"""
# Whether the first letter stands right of the last, and whether letters are joined: words of
# letters that are kept apart take another room.
ARABIC = """chart => {
  const text = [...chart.querySelectorAll('text[direction=rtl]')]
    .find((one) => /^[\\u0621-\\u064a]{5,}$/.test(one.textContent));
  const last = text.getNumberOfChars() - 1;
  const turned = text.getExtentOfChar(0).x > text.getExtentOfChar(last).x;
  const joined = text.getComputedTextLength();
  const apart = text.cloneNode();
  apart.textContent = [...text.textContent].join('\\u200c');
  chart.append(apart);
  const room = apart.getComputedTextLength();
  apart.remove();
  return { turned, joined: Math.abs(room - joined) > 1 };
}"""


@pytest.fixture(params=LESSONS)
def chart(request, light, page):
    """The lesson's chart, as the page shows it at this width."""
    page.goto(light.server.page(LESSONS[request.param]) + "#case")
    found = page.locator(f".course-chart[lang={request.param}] svg").filter(visible=True)
    found.wait_for(timeout=60_000)
    return found


def test_its_words_stay_inside_and_apart_and_arabic_is_joined(chart):
    assert chart.evaluate(CROWDED) == []
    if chart.locator("text[direction=rtl]").count():
        assert chart.evaluate(ARABIC) == {"turned": True, "joined": True}


def test_it_can_be_heard_its_table_read_and_its_colours_follow_the_page(chart, page):
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    (told,) = [node for node in tree if node.get("role", {}).get("value") in ("image", "img")]
    assert told["name"]["value"] == chart.get_attribute("aria-label")
    assert len(told["description"]["value"]) > 80
    assert serious_violations(page) == []

    page.locator(".course-chart + details summary").focus()
    page.keyboard.press("Enter")
    table = page.locator(".course-chart + details table")
    assert table.is_visible()
    assert table.locator("tbody tr").count() == 6

    page.evaluate("document.documentElement.style.setProperty('--teal', 'rgb(1, 2, 3)')")
    bar = chart.locator(f"rect[fill*='{house.TEAL}']").first
    assert bar.evaluate("bar => getComputedStyle(bar).fill") == "rgb(1, 2, 3)"
