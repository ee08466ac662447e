"""The kernel of the course's own pages: forms go out whole, live per page, and need no server."""

import json
import subprocess
import sys
import threading

import pytest

from course import kernel, show
from course.learner import load_profile, open_pages

SLUG = "draft-the-quality-policy"
PAGE = f"03-{SLUG}"
DESK = 'show.workshop("quality-policy")'


@pytest.fixture(autouse=True)
def sent(monkeypatch):
    """What the kernel displays, as a page would get it."""
    shown = []
    monkeypatch.setattr(kernel, "publish_display_data", lambda data: shown.append(data))
    yield lambda: shown.pop()[kernel.FORM]
    for page in list(kernel._Visits.of):
        for visit in list(kernel._Visits.of[page]):
            leave(visit, page)


def ask(call, visit="tab", page=PAGE, speaks=""):
    kernel.show(json.dumps({"page": page, "visit": visit, "speaks": speaks, "call": call}))


def leave(visit="tab", page=PAGE):
    kernel.leave(json.dumps({"page": page, "visit": visit}))


def test_a_form_goes_out_with_the_state_of_all_its_parts(sent):
    ask(DESK)
    parcel = sent()
    assert parcel["form"] in parcel["parts"]
    named = set(kernel._led_to(list(parcel["parts"].values())))
    assert named <= set(parcel["parts"])
    assert json.dumps(parcel)


def test_two_tabs_of_a_page_have_one_form_and_the_last_takes_it_along(sent):
    ask(DESK, "one")
    first = sent()["form"]
    ask(DESK, "two")
    assert sent()["form"] == first
    before = len(open_pages())
    leave("one")
    assert len(open_pages()) == before
    leave("two")
    assert len(open_pages()) == before - 1
    ask(DESK, "three")
    assert sent()["form"] != first


def test_two_pages_have_forms_of_their_own(sent):
    ask(DESK)
    here = sent()["form"]
    ask(DESK, page="another")
    assert sent()["form"] != here


def test_leaving_a_page_nobody_opened_is_nothing():
    leave("stranger", "no-such-page")


@pytest.mark.parametrize("call", ["print(1)", "show.nothing()", "show.form('quiz', ())"])
def test_what_is_no_call_of_show_is_not_made(call):
    with pytest.raises((ValueError, KeyError)):
        ask(call)


def test_a_page_in_another_language_is_a_choice_of_language():
    ask(DESK, speaks="ar")
    assert load_profile().language == "ar"
    ask(DESK, speaks="")
    assert load_profile().language == "ar"
    ask(DESK, speaks="tlh")
    assert load_profile().language == "ar"


def test_forms_need_no_threads(monkeypatch, sent):
    """As in a browser's Python: what would be done aside is done at once."""

    def none(_):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", none)
    ask('show.figure("seen-is-not-understood")')
    figure = sent()
    assert "<svg" in figure["parts"][figure["form"]]["value"]
    desk = show.form("workshop", ("quality-policy",))
    desk.text.value = "We build schools in Dubai that open on the promised day."
    assert "data-saved" in desk.status.value


def test_the_kernel_loads_nothing_of_the_server_and_no_charts():
    code = "import sys, course.kernel; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    servers = ("jupyter_server", "jupyterlab", "course.lab", "nbgrader", "jinja2", "mistune")
    assert not loaded & {*servers, "matplotlib", "pandas", "docx"}
