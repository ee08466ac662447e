"""What every form shares: a card in the learner's language, labelled fields, a quiet status."""

import functools
import threading
import time
from collections.abc import Callable, Iterable
from html import escape
from typing import Concatenate, ParamSpec, Protocol, TypeVar

import ipywidgets

from course.content import ContentError, Wording, wording
from course.errors import LearnerError, strict
from course.learner import load_profile
from course.log import log
from course.reading import words
from course.refusals import refusal_of

_LAST_WORDS = {
    "en": "This part of the course is not ready. Tell your trainer.",
    "ar": "هذا الجزء من الدورة غير جاهز. أخبر المدرب.",
}


class Form(ipywidgets.VBox):
    """A card; subclasses put their fields into `self.children`."""

    def __init__(self, *classes: str) -> None:
        super().__init__()
        self.profile = load_profile()
        self.language = self.profile.language
        self.say = wording(self.language)
        self.status = live("")
        for name in ("course", "course-card", *classes):
            self.add_class(name)
        if self.language == "ar":
            self.add_class("course-rtl")

    def tell(self, text: str, saved: str = "") -> None:
        """Say something quiet under the field; `saved` is when, for the page to repeat."""
        mark = f' data-saved="{escape(saved)}"' if saved else ""
        self.status.value = f'<span class="course-status"{mark}>{escape(text)}</span>'

    def reviewed(self, review: Callable[[], str]) -> str:
        """What a review says; one calm sentence where it fails, until the next keystroke."""
        try:
            return review()
        except Exception as error:
            words = told(error, f"{type(self).__name__}'s review", self.say)
            return f"<p class='course-note'>{escape(words)}</p>"

    def tell_saved(self, text: str, time: str) -> None:
        self.tell(f"{counted(self.say, text)} · {self.say('status.saved', time=time)}", time)


def counted(say: Wording, text: str) -> str:
    """How many words a text has, in words; counted as the receipt counts them."""
    count = len(words(text))
    return say("status.words_one") if count == 1 else say("status.words", count=count)


def live(body: str) -> ipywidgets.HTML:
    """HTML whose changes a screen reader announces when it is idle."""
    shown = ipywidgets.HTML(body)
    shown.add_class("course-live")
    return shown


def text_line(label: str, value: str = "", hint: str = "") -> ipywidgets.Text:
    return ipywidgets.Text(value=value, description=label, placeholder=hint, continuous_update=True)


def text_area(label: str, value: str = "", hint: str = "") -> ipywidgets.Textarea:
    return ipywidgets.Textarea(
        value=value, description=label, placeholder=hint, continuous_update=True
    )


def choice(
    label: str, options: Iterable[tuple[str, str]], value: str | None
) -> ipywidgets.ToggleButtons:
    """Buttons of which one at most is pressed; options are (words, value) pairs."""
    return ipywidgets.ToggleButtons(options=list(options), value=value, description=label)


def button(label: str, act: Callable[[], None], *, primary: bool = False) -> ipywidgets.Button:
    """A button whose label is an act and its object; `act` takes nothing."""
    made = ipywidgets.Button(description=label)
    if primary:
        made.add_class("course-primary")
    made.on_click(lambda _: act())
    return made


def soon(act: Callable[[], None]) -> None:
    """Do what takes a while without holding up the forms below it on the page."""
    if strict() or not _aside(act):
        act()


def _aside(act: Callable[[], None]) -> bool:
    """Begin it on a thread; False where there are none, as in a browser's Python."""
    try:
        threading.Thread(target=act, daemon=True).start()
    except RuntimeError:
        return False
    return True


class Latest:
    """Does the last of many requests, one at a time and in order, without holding up the typing.

    With a `pause`, only once so many seconds went by without another request.
    """

    def __init__(self, act: Callable[[], None], pause: float = 0.0) -> None:
        self._act, self._pause, self._lock = act, pause, threading.Lock()
        self._wanted = self._busy = False

    def __call__(self) -> None:
        """Have it done soon; what was asked for meanwhile is done once."""
        if strict():
            self._act()
            return
        with self._lock:
            self._wanted = True
            if self._busy:
                return
            self._busy = True
        if not _aside(self._work):
            self._wanted = self._busy = False
            self._act()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    self._busy = False
                    return
                self._wanted = False
            time.sleep(self._pause)
            if not (self._pause and self._wanted):
                self._act()


class Speaks(Protocol):
    """A form, or what stands in one and can say something under it."""

    say: Wording

    @property
    def tell(self) -> Callable[[str], None]: ...


S = TypeVar("S", bound=Speaks)
P = ParamSpec("P")


def spoken(act: Callable[Concatenate[S, P], None]) -> Callable[Concatenate[S, P], None]:
    """A handler whose failure is told to the learner in one sentence, and logged in full."""

    @functools.wraps(act)
    def guarded(form: S, /, *given: P.args, **named: P.kwargs) -> None:
        try:
            act(form, *given, **named)
        except Exception as error:
            form.tell(told(error, act.__qualname__, form.say))

    return guarded


def told(error: Exception, where: str, say: Wording) -> str:
    """A failure in words a director may read; the whole of it goes to the log."""
    if strict():
        raise error
    log().error("%s failed", where, exc_info=error)
    try:
        return _calmly(error, say)
    except ContentError:  # the words themselves cannot be read
        return _LAST_WORDS[say.language]


def _calmly(error: Exception, say: Wording) -> str:
    if isinstance(error, LearnerError):
        return str(error)
    if isinstance(error, ContentError):
        return say("page.not_ready")
    if isinstance(error, OSError):
        return say("page.disk", reason=say(f"refused.{refusal_of(error).kind}"))
    return say("page.trouble")


def block(body: str) -> ipywidgets.HTML:
    """HTML that does not change."""
    return ipywidgets.HTML(body)
