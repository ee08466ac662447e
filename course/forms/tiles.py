"""The start page's tiles: each module with its minutes and the learner's own progress."""

import base64
import contextlib
import mimetypes

import ipywidgets

from course import paths
from course.content import (
    ContentError,
    LearningPath,
    Module,
    Wording,
    is_sound,
    load_modules,
    load_settings,
    wording,
)
from course.errors import CourseError
from course.forms.html import escape, framed, way
from course.learner import address_of, handin, journey, load_profile
from course.learner.progress import last_visited, reached, share


class Tiles(ipywidgets.HTML):
    """One button to begin or go on, what is left of the way, then a tile a module."""

    keeps_up = True

    def __init__(self) -> None:
        super().__init__()
        self.render()

    def render(self) -> None:
        language = load_profile().language
        say = wording(language)
        modules = [m for m in load_modules().values() if m.kind != "start"]
        tiles = "".join(f"<li class='course-tile'>{_tile(m, say)}</li>" for m in modules)
        body = f"{_button(modules, say)}<ul class='course-tiles'>{tiles}</ul>{_offered(say)}"
        self.value = framed(body, language)


def _button(modules: list[Module], say: Wording) -> str:
    """What comes next on the learner's path, then beside it; after the last, the first again."""
    ready, path = [m for m in modules if address(m)], _path()
    ahead = path.lessons() if path else []
    unfinished = journey.next_of(ahead, ready)
    module = unfinished or ready[0]
    started = any(last_visited(m.slug) for m in modules)
    word = "again" if not unfinished else "continue" if started else "begin"
    words = escape(say(f"tiles.{word}", title=module.title[say.language]))
    link = f'<p><a class="course-button" href="{address(module)}">{words}</a></p>'
    left = journey.minutes_left(ahead)
    if not path or not left:
        return link
    told = escape(say("tiles.left", path=path.name[say.language], minutes=left))
    return f"{link}<p class='course-small'>{told}</p>"


def _path() -> LearningPath | None:
    try:
        return journey.chosen_path()
    except ContentError:  # the chooser of paths says so
        return None


def _offered(say: Wording) -> str:
    """Who offers the course, where the settings name somebody."""
    try:
        settings = load_settings()
    except ContentError:  # `course check` speaks of it
        return ""
    if not settings.provider:
        return ""
    name = escape(say("tiles.offered", provider=settings.provider[say.language]))
    if not settings.logo_file:
        return f"<p class='course-small'>{name}</p>"
    data = base64.b64encode(settings.logo_file.read_bytes()).decode()
    kind = mimetypes.guess_type(settings.logo_file.name)[0]
    logo = f"<img class='course-logo' alt='' src='data:{kind};base64,{data}'>"
    return f"<p class='course-small'>{logo} {name}</p>"


def _tile(module: Module, say: Wording) -> str:
    language, done, all_ = say.language, share(module), len(module.objectives)
    shown = round(done * all_)
    if done == 1:
        state = say("tiles.finished", all=all_)
    elif reached(module.slug):
        state = say("tiles.progress", done=shown, all=all_)
    else:
        state = say("tiles.not_begun")
    kind = escape(say(f"tiles.kind_{module.kind}"))
    minutes = escape(say("tiles.minutes", minutes=module.minutes))
    width = f"width:{100 * done:.0f}%"
    bar = f'<div class="course-bar" aria-hidden="true"><i style="{width}"></i></div>'
    return (
        f'<div class="course-meta"><span>{kind}</span><span>{minutes}</span></div>'
        f"<h2>{escape(module.title[language])}</h2><p>{escape(module.lead[language])}</p>"
        f'<div class="course-small">{escape(state)}</div>{bar}'
        f'<div class="course-go">{_link(module, say)}</div>'
    )


def _link(module: Module, say: Wording) -> str:
    href, title = address(module), escape(module.title[say.language])
    if not href:
        why = "not_released" if _is_sound(module) else "not_ready"
        return f'<span class="course-small">{escape(say(f"tiles.{why}"))}</span>'
    word = escape(say("tiles.open"))
    return f'<a class="course-button ghost" href="{href}" aria-label="{word}: {title}">{word}</a>'


def _is_sound(module: Module) -> bool:
    """Whether the page can be shown: a case stands or falls with its file."""
    return module.kind != "case" or is_sound(module.slug)


def address(module: Module) -> str:
    """Where the page is, as seen from the start page; nothing if it is not there yet."""
    if not _is_sound(module):
        return ""
    if module.kind != "case":
        return address_of(module.notebook_in(load_profile().language))
    page = paths.my_work() / module.slug / module.notebook
    with contextlib.suppress(CourseError, OSError):  # not released: the tile says so
        page = handin.fetch(module.slug)
    return way(paths.NOTEBOOKS, page) if page.exists() else ""
