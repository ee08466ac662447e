"""Everything a notebook may call. One call a cell; each shows one thing.

A failure is told in one sentence: a traceback on a learner's page is a defect.
Each call imports its own form: a page waits for what it shows, and for nothing else.
"""

import functools
from collections.abc import Callable

from IPython.display import display
from ipywidgets import DOMWidget

from course.content import wording
from course.forms import block, card, escape, theme, told, unsaved
from course.learner import load_profile, open_page, open_pages

_MAKERS: dict[str, Callable[..., DOMWidget]] = {}


def _shown(make: Callable[..., DOMWidget]) -> Callable[..., None]:
    """Display what `make` returns; say in one sentence why it cannot be shown."""
    _MAKERS[make.__name__] = make

    @functools.wraps(make)
    def shown(*given: str) -> None:
        display(_form_of(make, given))

    return shown


def _form_of(make: Callable[..., DOMWidget], given: tuple[str, ...]) -> DOMWidget:
    try:
        _style_once()
        return _one_for_all(make, given)
    except Exception as error:
        language = load_profile().language
        words = escape(told(error, f"show.{make.__name__}{given}", wording(language)))
        return block(card(f"<p class='course-note'>{words}</p>", language))


def _one_for_all(make: Callable[..., DOMWidget], given: tuple[str, ...]) -> DOMWidget:
    """The same form for every window of a page, so that none can save what another has left."""
    place, profile = (make.__name__, given), load_profile()
    form, made_for = open_page().forms.get(place, (None, None))
    if form is None or (made_for != profile and not getattr(form, "keeps_up", False)):
        if form is not None and _is_form(form):
            form.close()
        form = make(*given)
    elif hasattr(form, "render"):
        form.render()
    else:
        _catch_up(form)
    open_page().forms[place] = form, load_profile()
    return form


def _catch_up(form: DOMWidget) -> None:
    """Show what another page saved since; a form inside a form is its first level of parts."""
    for part in (form, *getattr(form, "children", ())):
        if hasattr(part, "catch_up"):
            part.catch_up()


def _catch_up_all() -> None:
    for page in open_pages():
        for form, _ in list(page.forms.values()):
            _catch_up(form)


def form(name: str, given: tuple[str, ...]) -> DOMWidget:
    """What `show.NAME(*GIVEN)` displays, for a page that displays it in a way of its own."""
    return _form_of(_MAKERS[name], given)


def listen() -> None:
    """Hear the pages of this kernel that bring what was typed while nobody could save it."""
    unsaved.listen(_catch_up_all)


def _is_form(made: DOMWidget) -> bool:
    return hasattr(made, "children")


def _style_once() -> None:
    """Bring the look along where JupyterLab was not started by the course."""
    if not open_page().styled:
        open_page().styled = True
        listen()
        display(block(f"<style>{theme.style_sheet()}</style>"))


@_shown
def profile() -> DOMWidget:
    """The form about the learner and their company."""
    from course.forms import ProfileForm

    open_page().parts["profile"] = form = ProfileForm()
    if "tiles" in open_page().parts:
        form.follow(open_page().parts["tiles"].render)
    return form


@_shown
def lessons() -> DOMWidget:
    """The tiles of the start page."""
    from course.forms import Tiles

    open_page().parts["tiles"] = tiles = Tiles()
    if "profile" in open_page().parts:
        open_page().parts["profile"].follow(tiles.render)
    return tiles


@_shown
def paths() -> DOMWidget:
    """The ways through the course, and how far the learner has come."""
    from course.forms import PathChooser

    open_page().parts["paths"] = chooser = PathChooser()
    if "profile" in open_page().parts:
        open_page().parts["profile"].follow(chooser.render)
    return chooser


@_shown
def glossary() -> DOMWidget:
    """The course's terms."""
    from course.forms import Glossary

    return Glossary()


@_shown
def objectives(slug: str) -> DOMWidget:
    """The card that opens a lesson."""
    from course.forms import lesson

    return lesson.objectives(slug)


@_shown
def story(slug: str) -> DOMWidget:
    """A practice story from a UAE company."""
    from course.content import load_story
    from course.forms.case import reading

    return reading(load_story(slug))


@_shown
def figure(key: str) -> DOMWidget:
    """A chart of a lesson."""
    from course.forms.charts import figure

    return figure(key)


@_shown
def exercise(key: str) -> DOMWidget:
    """An exercise: find the gaps in a text."""
    from course.forms import GapExercise

    return GapExercise(key)


@_shown
def pair(slug: str) -> DOMWidget:
    """A good text and a tempting bad one, each commented."""
    from course.forms import Pair

    return Pair(slug)


@_shown
def workshop(key: str) -> DOMWidget:
    """The tool a learner makes the real thing with."""
    from course.forms import workshop

    return workshop(key)


@_shown
def note(key: str) -> DOMWidget:
    """A field for what the learner decides before reading on."""
    from course.forms import Note

    made = Note(key)
    open_page().parts[f"note {key}"] = made
    if again := open_page().parts.get(f"again {key}"):
        made.follow(again.look)
    return made


@_shown
def again(key: str) -> DOMWidget:
    """The learner's first decision, and a field for what it would be now."""
    from course.forms import Again

    made = Again(key)
    open_page().parts[f"again {key}"] = made
    if note := open_page().parts.get(f"note {key}"):
        note.follow(made.look)
    return made


@_shown
def quiz(slug: str) -> DOMWidget:
    """A module's questions."""
    from course.forms import Quiz

    return Quiz(slug)


@_shown
def takeaways(slug: str) -> DOMWidget:
    """What the learner has shown, and the way on."""
    from course.forms import Takeaways

    return Takeaways(slug)


@_shown
def case(key: str) -> DOMWidget:
    """The story of an assessed case."""
    from course.content import load_case
    from course.forms.case import reading

    return reading(load_case(key))


@_shown
def exhibit(key: str) -> DOMWidget:
    """One exhibit of the case whose folder the notebook stands in."""
    from course.forms.exhibit import exhibit

    return exhibit(key, open_page().folder)


@_shown
def answer(question: str) -> DOMWidget:
    """The answer cell of one question."""
    from course.forms import AnswerForm

    return AnswerForm(question, open_page().folder)


@_shown
def hand_in() -> DOMWidget:
    """The button that hands a case in."""
    from course.forms import HandInForm

    return HandInForm(open_page().folder)
