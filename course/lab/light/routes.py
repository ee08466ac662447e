"""Which address leads where, below /course/: pages, what belongs to them, and their kernel."""

import functools
import hashlib
from pathlib import Path

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

from course import paths
from course.content import LANGUAGES, Language, start_page
from course.content.folders import cases
from course.errors import CourseError
from course.forms import theme
from course.lab.light.handler import Handler
from course.lab.light.mine import Mine
from course.lab.light.shared import SharedKernel
from course.learner import load_profile
from course.pages import search
from course.pages import web as made

Rule = tuple[str, type[JupyterHandler], dict[str, object]]
FOLDER = "course"
_KINDS = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
_YEAR = 365 * 24 * 3600


def routes(base: str, kernel: SharedKernel) -> list[Rule]:
    """Address, handler and what it is made with."""
    here = functools.partial(url_path_join, base, FOLDER)
    return [
        (here("kernel"), Kernel, {"kernel": kernel, "base": base}),
        (here(r"([a-z0-9.-]+)\.html"), Page, {}),
        (here(r"([a-z]+\.(?:js|css)|search\.[a-z]+\.json)"), Asset, {}),
        (here("mine"), Mine, {}),
        (here("?"), Front, {}),
    ]


class Front(Handler):
    """The folder itself leads to the start page, in the language the learner chose."""

    @web.authenticated
    def get(self) -> None:
        name = start_page(load_profile().language).removesuffix(".ipynb")
        self.redirect(url_path_join(self.base_url, FOLDER, f"{name}.html"))


class Page(Handler):
    """A lesson's page, or the page of a case that was handed out."""

    @web.authenticated
    def get(self, name: str) -> None:
        if self.get_query_argument("token", ""):
            # It is in the cookie now; in an address it would stand in the browser's history.
            self.redirect(self.request.path)
            return
        _ = self.xsrf_token  # sets the cookie that the page's script asks its questions with
        try:
            self.finish(_page(name))
        except CourseError as problem:
            self.log.error("%s cannot be shown: %s", name, problem)
            raise web.HTTPError(404) from None


class Asset(Handler):
    """The script, the style sheets and what is searched, which hold nothing of anybody's."""

    @web.authenticated
    def get(self, name: str) -> None:
        found = _asset(name)
        if found is None:
            raise web.HTTPError(404)
        self.set_header("Content-Type", f"{_KINDS[name[name.rindex('.') :]]}; charset=utf-8")
        if self.get_query_argument("v", ""):  # another content has another address
            self.set_header("Cache-Control", f"private, max-age={_YEAR}, immutable")
        self.finish(found)


class Kernel(Handler):
    """Where a page finds its kernel, and which life of it this is."""

    def initialize(self, kernel: SharedKernel, base: str) -> None:
        self.kernel, self.base = kernel, base

    @web.authenticated
    async def get(self) -> None:
        await self.kernel.begin()
        channels = url_path_join(self.base, "api/kernels", self.kernel.name, "channels")
        self.set_header("Cache-Control", "no-store")
        self.finish({"run": self.kernel.run, "channels": channels})


def warm() -> None:
    """Have ready what the first page asks for."""
    for language in LANGUAGES:
        _addresses(language)


def _page(name: str) -> str:
    if name in cases():
        language = load_profile().language
        return made.case_html(name, _case(name), language, _addresses(language))
    if name not in made.written():
        raise CourseError(f"There is no page {name}.")
    slug, language = made.written()[name]
    return made.page_html(slug, language, _addresses(language), load_profile().language)


@functools.cache
def _assets() -> dict[str, bytes]:
    own = [path.read_text(encoding="utf-8") for path in made.SHEETS]
    sheet = "\n".join((theme.style_sheet(), theme.dark_sheet(), *own))
    found = {
        path.name: path.read_bytes() for path in made.STATIC.glob("*.*") if path.suffix in _KINDS
    }
    return found | {"course.css": sheet.encode()}


def _asset(name: str) -> bytes | None:
    """What belongs to the pages, by its name."""
    for language in LANGUAGES:
        if name == _index(language):
            return search.index(language, _handed_out())
    return _assets().get(name)


def _index(language: Language) -> str:
    return f"search.{language}.json"


def _handed_out() -> tuple[str, ...]:
    """The cases this learner can open: of others, nothing is told."""
    return tuple(case for case in cases() if _case(case).is_file())


def _case(name: str) -> Path:
    return paths.my_work() / name / f"{name}.ipynb"


def _addresses(language: Language) -> made.Addresses:
    def at(name: str) -> str:
        return f"{name}?v={_stamp(_asset(name) or b'')}"

    return made.Addresses(
        script=at("page.js"),
        widgets=at("widgets.css"),
        sheet=at("course.css"),
        display=at("display.js"),
        forms=at("forms.js"),
        search=at(_index(language)),
    )


@functools.lru_cache(maxsize=32)
def _stamp(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
