"""Two servers on one learner's folder, as on a shared disk: nothing typed on either is lost."""

import pytest
from playwright.sync_api import expect

from browser.conftest import served, works
from browser.pages import draft, open_page, serious_violations, start_again
from course.lab import launch

LESSON = "notebooks/03-draft-the-quality-policy.ipynb"
OLD = "We build schools and villas in Dubai, and we hand them over on the promised day."
NEW = "We stop the pour when the cube fails."
pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def two(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    with works() as work, served(first, work) as one, served(second, work) as other:
        yield one, other


def offer(page):
    return page.locator(".course-announced").filter(has_text="another page wrote this")


def test_a_stale_page_does_not_bury_what_the_other_wrote(two, wide_page):
    one, other = two
    open_page(wide_page, one, LESSON)
    draft(wide_page).fill(OLD)
    assert one.comes_to("quality-policy", OLD)
    second = wide_page.context.new_page()
    open_page(second, other, LESSON)
    draft(second).fill(NEW)
    assert one.comes_to("quality-policy", NEW)
    draft(wide_page).press_sequentially(" Always.")
    assert one.comes_to("quality-policy", f"{OLD} Always.")
    expect(offer(wide_page)).to_contain_text(NEW)
    expect(offer(wide_page)).to_have_attribute("role", "status")
    assert serious_violations(wide_page) == []
    wide_page.get_by_role("button", name="Bring that back").filter(visible=True).click()
    expect(draft(wide_page)).to_have_value(NEW)
    assert one.comes_to("quality-policy", NEW)


def test_what_a_stopped_page_kept_does_not_replace_what_was_typed_later(
    two, wide_page, monkeypatch
):
    one, other = two
    open_page(wide_page, one, LESSON)
    draft(wide_page).fill("We build")
    assert one.comes_to("quality-policy", "We build")
    one.server.process.kill()
    one.kill_kernels()
    wide_page.get_by_text("The course has been stopped").wait_for(timeout=120_000)
    draft(wide_page).press_sequentially(" without a server")
    second = wide_page.context.new_page()
    open_page(second, other, LESSON)
    draft(second).fill(NEW)
    assert one.comes_to("quality-policy", NEW)
    monkeypatch.setenv("COURSE_STATE", str(one.state))
    again = launch.serve(one.server.port, "lab")
    try:
        launch.wait_until_open(again)
        start_again(wide_page, again)
        expect(offer(wide_page)).to_contain_text("We build without a server", timeout=120_000)
        expect(draft(wide_page)).to_have_value(NEW, timeout=120_000)
        assert one.comes_to("quality-policy", NEW)
    finally:
        again.stop()


class Line:
    """The page's line to its kernel, which can be cut."""

    def __init__(self, page):
        self.page, self.cut, self.sockets = page, False, []
        page.route_web_socket("**/channels**", self.meet)

    def meet(self, socket):
        if self.cut:
            socket.close()
        else:
            socket.connect_to_server()
            self.sockets.append(socket)

    def sleep(self, seconds):
        """The line runs through this process: where it only slept, nothing would arrive."""
        self.page.wait_for_timeout(1000 * seconds)

    def break_off(self):
        self.cut = True
        for socket in self.sockets:
            socket.close()


def test_what_is_typed_while_the_line_is_down_is_saved_when_it_is_back(course, wide_page):
    line = Line(wide_page)
    open_page(wide_page, course, LESSON)
    draft(wide_page).fill("We build")
    assert course.comes_to("quality-policy", "We build", sleep=line.sleep)
    line.break_off()
    wide_page.get_by_text("the page is reconnecting").wait_for(timeout=120_000)
    draft(wide_page).press_sequentially(" schools", delay=30)
    assert course.saved("quality-policy")["text"] == "We build"
    line.cut = False
    wide_page.get_by_text("the page is reconnecting").wait_for(state="hidden", timeout=120_000)
    assert course.comes_to("quality-policy", "We build schools", sleep=line.sleep)
    draft(wide_page).press_sequentially(" in Dubai", delay=30)
    assert course.comes_to("quality-policy", "We build schools in Dubai", sleep=line.sleep)
    expect(draft(wide_page)).to_have_value("We build schools in Dubai")


def test_words_typed_in_another_window_meanwhile_are_not_lost(course, wide_page):
    line, second = Line(wide_page), wide_page.context.new_page()
    open_page(wide_page, course, LESSON)
    draft(wide_page).fill("We build")
    assert course.comes_to("quality-policy", "We build", sleep=line.sleep)
    line.break_off()
    wide_page.get_by_text("the page is reconnecting").wait_for(timeout=120_000)
    draft(wide_page).press_sequentially(" schools", delay=30)
    open_page(second, course, LESSON)
    draft(second).fill(NEW)
    assert course.comes_to("quality-policy", NEW, sleep=line.sleep)
    line.cut = False
    expect(offer(wide_page)).to_contain_text("We build schools", timeout=120_000)
    expect(draft(wide_page)).to_have_value(NEW, timeout=120_000)
    assert course.comes_to("quality-policy", NEW, sleep=line.sleep)
