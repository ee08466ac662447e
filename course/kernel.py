"""The kernel's side of the course's own pages: one kernel a learner, with all their pages in it.

The server, or whoever else has a Python to run this in, calls `begin` once; each page calls
`show` for what stands on it, and `leave` when it closes. What it is handed is JSON. A form goes
out with the state of all its parts in one message: one message a part, and a line of its own for
each, would cost a page seconds.
"""

import json
import threading
from collections.abc import Iterator

import comm
import ipywidgets
from ipykernel.comm.comm import BaseComm
from ipykernel.kernelbase import Kernel
from IPython.display import publish_display_data
from ipywidgets.widgets.widget import _instances, _remove_buffers

from course import paths
from course import show as shows
from course.content import LANGUAGES
from course.content.folders import cases
from course.learner import close_page, load_profile, on_light_pages, save_profile, turned_to
from course.pages.calls import read_call

FORM = "application/vnd.course.form+json"
_REFERENCE = "IPY_MODEL_"


class _Line(BaseComm):
    """A widget's line to the pages: silent until the form it belongs to is sent whole."""

    held: set[str] | None = None
    one_at_a_time = threading.RLock()

    def publish_msg(self, msg_type: str, *given: object, **named: object) -> None:
        with self.one_at_a_time:
            held = _Line.held
            if held is not None and (msg_type == "comm_open" or self.comm_id in held):
                held.add(self.comm_id)
                return
            super().publish_msg(msg_type, *given, **named)


class _Visits:
    """Who has each page open; the last to leave takes its forms along."""

    of: dict[str, set[str]] = {}


def begin() -> None:
    """Make this process the kernel of the course's pages."""
    _Line.kernel = Kernel.instance()  # widgets are silent on a line that has none
    comm.create_comm = _Line
    on_light_pages()
    shows.listen()


def show(asked: str) -> None:
    """Display what a page calls for; the page is `page`, the tab it stands in `visit`."""
    given = json.loads(asked)
    name = given["page"]
    call = read_call(given["call"], name)
    _Visits.of.setdefault(name, set()).add(given["visit"])
    _speak(given["speaks"])
    with turned_to(name) as page:
        page.styled = True  # the page brings its own style sheet
        page.folder = paths.my_work() / name if name in cases() else None
        _Line.held = set()
        try:
            form = shows.form(call.name, call.given)
            # What another thread says of the form from here on comes after it.
            with _Line.one_at_a_time:
                publish_display_data({FORM: {"form": form.model_id, "parts": _parts(form)}})
                _Line.held = None
        finally:
            _Line.held = None


def _speak(language: str) -> None:
    """Who opens a page in another language has chosen it: for forms, charts and documents too."""
    if language in LANGUAGES and language != load_profile().language:
        save_profile(language=language)


def leave(asked: str) -> None:
    """A tab closed: where it was the last to show a page, the page's forms go too."""
    given = json.loads(asked)
    visits = _Visits.of.get(given["page"], set())
    visits.discard(given["visit"])
    if visits:
        return
    _Visits.of.pop(given["page"], None)
    with turned_to(given["page"]) as page:
        for form, _ in page.forms.values():
            for name in _parts(form):
                _instances[name].close()
        close_page()


def _parts(form: ipywidgets.Widget) -> dict[str, dict[str, object]]:
    """The states of a form and of all that its state leads to, by their names.

    Each is asked for once, which is half of what a form costs. Bytes that a browser sent are not
    sent back.
    """
    found: dict[str, dict[str, object]] = {}
    ahead = [form.model_id]
    while ahead:
        name = ahead.pop()
        if name not in found and name in _instances:
            state = _instances[name].get_state()
            found[name] = _remove_buffers(state)[0]
            ahead += _led_to(state)
    return found


def _led_to(state: object) -> Iterator[str]:
    if isinstance(state, str) and state.startswith(_REFERENCE):
        yield state.removeprefix(_REFERENCE)
    elif isinstance(state, dict):
        for value in state.values():
            yield from _led_to(value)
    elif isinstance(state, list | tuple):
        for value in state:
            yield from _led_to(value)
