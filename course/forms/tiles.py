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
from course.content.page import page_file
from course.errors import CourseError
from course.forms.html import escape, framed, way
from course.learner import address_of, handin, journey, load_profile, open_page
from course.learner.progress import last_visited, reached, share


class Tiles(ipywidgets.HTML):
    """One button to begin or go on, what is left of the way, then a tile a module."""

    keeps_up = True

    def __init__(self) -> None:
        super().__init__()
        self.render()
        open_page().follow("tiles", self.render)

    def render(self) -> None:
        language = load_profile().language
        say = wording(language)
        modules = [m for m in load_modules().values() if m.kind != "start"]
        path = _path()
        chosen = {m.slug for m in path.lessons()} if path else set()
        some = any(m.slug not in chosen for m in modules if m.kind == "lesson")
        tiles = "".join(
            f"<li class='course-tile'>{_tile(m, say, on_path=some and m.slug in chosen)}</li>"
            for m in modules
        )
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


def _tile(module: Module, say: Wording, *, on_path: bool) -> str:
    """A module; `on_path` says that the learner chose a path on which not all of them are."""
    language, done = say.language, share(module)
    meta = [say(f"tiles.kind_{module.kind}"), say("tiles.minutes", minutes=module.minutes)]
    facts = "".join(f"<span>{escape(fact)}</span>" for fact in meta)
    if on_path:
        facts += f'<span class="course-pill course-on-path">{escape(say("tiles.on_path"))}</span>'
    if module.kind == "lesson" and not page_file(module.slug, language).exists():
        facts += f"<span>{escape(say('tiles.not_translated'))}</span>"
    width = f"width:{100 * done:.0f}%"
    bar = f'<div class="course-bar" aria-hidden="true"><i style="{width}"></i></div>'
    href, title = address(module), escape(module.title[language])
    heading = f'<a href="{href}">{title}</a>' if href else title
    return (
        f'<div class="course-meta">{facts}</div>'
        f"<h2>{heading}</h2><p>{escape(module.lead[language])}</p>"
        f'<div class="course-small">{escape(_state(module, say))}</div>{bar}'
        f'<div class="course-go">{_link(module, say)}</div>'
    )


def _state(module: Module, say: Wording) -> str:
    """How far the learner is; what a case is worth, a trainer says."""
    done, all_ = share(module), len(module.objectives)
    state = "begun" if reached(module.slug) else "not_begun"
    if module.kind == "case" or state == "not_begun":
        state = "handed_in" if done == 1 else state
        return say(f"tiles.{state}")
    if done == 1:
        return say("tiles.finished", all=all_)
    return say("tiles.progress", done=round(done * all_), all=all_)


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
