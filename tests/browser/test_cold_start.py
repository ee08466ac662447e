"""The first opening of the day: nothing is laid out yet, and a page is read from its top."""

import pytest

from browser.conftest import served, works
from browser.pages import open_page

pytestmark = [pytest.mark.browser, pytest.mark.slow]
START, LESSON = "notebooks/00-start-here.ipynb", "notebooks/06-make-it-travel.ipynb"
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 820, "height": 1100}
PLACE = """() => ({
  scrolled: document.querySelector('.jp-WindowedPanel-outer').scrollTop,
  title: document.querySelector('h1').getBoundingClientRect().toJSON(),
})"""


@pytest.mark.parametrize(("notebook", "size"), [(START, WIDE), (START, NARROW), (LESSON, WIDE)])
def test_a_page_opened_cold_shows_its_title(chromium, tmp_path, notebook, size):
    with works() as work, served(tmp_path / "state", work) as cold:
        context = chromium.new_context(viewport=size)
        page = context.new_page()
        open_page(page, cold, notebook)
        page.wait_for_timeout(2000)  # what is drawn late must not move it either
        place = page.evaluate(PLACE)
        context.close()
    assert place["scrolled"] == 0
    assert 0 <= place["title"]["top"] < place["title"]["bottom"] <= size["height"]
