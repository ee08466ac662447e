"""What a page says about itself: what each form is for, and a first look around."""

from typing import NamedTuple

from course.content import ContentError, Wording
from course.content.pieces import kind_of
from course.pages.calls import Call

_TOOL = "workshop"
# What the first look around points at, in turn: the entry of its words, and where it is.
_TOUR = (
    ("next", '[data-call^="show.lessons("]'),
    ("steps", ".steps"),
    ("saved", ".frame .saved"),
    ("help", ".frame nav"),
)


class Help(NamedTuple):
    """What a form is, in a few words, and what to do with it."""

    title: str
    words: str


class Stop(NamedTuple):
    """One stop of the first look around: where it points, by a selector, and what it says."""

    name: str
    at: str
    title: str
    words: str
    here: str


def help_for(call: Call, say: Wording) -> Help | None:
    """The help of a form, a tool's by its kind; nothing for what cannot be shown either."""
    try:
        kinds = [kind_of(key)[1] for key in call.given if call.name == _TOOL]
        form = ".".join((call.name, *kinds))
        return Help(say(f"help.{form}.title"), say(f"help.{form}.words"))
    except ContentError:
        return None


def tour(say: Wording) -> list[Stop]:
    """The first look around, one stop after the other."""
    return [
        Stop(
            name,
            at,
            say(f"tour.stop.{name}.title"),
            say(f"tour.stop.{name}.words"),
            say("tour.here", here=place, all=len(_TOUR)),
        )
        for place, (name, at) in enumerate(_TOUR, 1)
    ]
