"""Each lesson as a learner meets it: it opens, and its workshop keeps what is typed."""

import time
from pathlib import Path

import pytest

from browser.pages import open_light, serious_violations
from course.content import load_modules

pytestmark = pytest.mark.browser
# The lesson, a field of its workshop by its label, and where the words are kept.
WORKSHOPS = {
    "lead-do-not-delegate": ("Resources that are there", "leadership-evidence", "r1.resources"),
    "why-leaders-decide": (
        "What I fund or protect, against whom", "four-drivers", "r1.resources-act",
    ),
    "set-objectives": ("What gets better, for whom", "objectives", "r1.statement"),
    "resources-and-barriers": (
        "What you stop or put off to pay for it", "resource-decision", "r1.given-up",
    ),
    "make-it-travel": ("Who may decide it, alone", "authority-map", "r1.who"),
    "customer-first": (
        "Whom you have not heard, and how you will", "customer-memo", "r1.silent",
    ),
}  # fmt: skip
WORDS = "We stop the line at two in the morning"


def test_every_lesson_but_the_policys_is_tried_here():
    lessons = {m.slug for m in load_modules().values() if m.kind == "lesson"}
    assert set(WORKSHOPS) == lessons - {"draft-the-quality-policy"}


@pytest.mark.parametrize("slug", WORKSHOPS)
def test_the_workshop_keeps_what_is_typed_and_shows_it_again(light, page, slug):
    label, book, field = WORKSHOPS[slug]
    lesson = Path(load_modules()[slug].notebook).stem
    box = page.get_by_label(label, exact=True)
    open_light(page, light, lesson, box)
    box.fill("")
    box.fill(WORDS)
    until = time.monotonic() + 30
    while time.monotonic() < until and light.saved(book).get(field) != WORDS:
        time.sleep(0.1)
    assert light.saved(book)[field] == WORDS
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= page.viewport_size["width"]
    assert serious_violations(page) == []
    open_light(page, light, lesson, box)
    assert box.input_value() == WORDS
