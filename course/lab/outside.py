"""What the server shows where there is no page of the course: who is not let in, and who is lost.

Jupyter's own pages for this speak of tokens and passwords to somebody who knows of neither.
"""

from typing import TYPE_CHECKING, Literal

from jinja2 import ChoiceLoader, DictLoader
from jupyter_server.auth.login import LoginFormHandler
from markupsafe import Markup

from course.content import LANGUAGES
from course.forms import theme
from course.lab.light.handler import Handler
from course.learner import load_profile
from course.pages import web

if TYPE_CHECKING:
    from tornado.web import Application

Why = Literal["stranger", "lost", "trouble"]
_INSTEAD = {
    "404.html": "{{ course_page('lost', base_url) }}",
    "error.html": "{{ course_page('trouble', base_url) }}",
}


class Stranger(Handler, LoginFormHandler):
    """For a browser that the course does not know; one that it knows is led on."""

    def _render(self, message: object = None) -> None:  # noqa: ARG002  # of a password, if any
        self.write(_page("stranger", self.base_url))


def furnish(application: "Application") -> None:
    """Have the server show our pages where it would show Jupyter's own."""
    jupyters = application.settings["jinja2_env"]
    jupyters.globals["course_page"] = _page
    jupyters.loader = ChoiceLoader([DictLoader(_INSTEAD), jupyters.loader])


def _page(why: Why, base: str) -> Markup:
    """In both languages, the learner's first: whoever comes in here has not chosen one."""
    first = load_profile().language
    languages = sorted(LANGUAGES, key=lambda language: language != first)
    return web.outside_html(why, languages, base, theme.style_sheet() + theme.dark_sheet())
