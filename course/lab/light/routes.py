"""Which address leads where, below /course/: pages, what belongs to them, and their kernel."""

import functools
import hashlib

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

from course import paths
from course.content import start_page
from course.content.folders import cases
from course.errors import CourseError
from course.forms import theme
from course.lab.light.shared import SharedKernel
from course.learner import load_profile
from course.pages import web as made

Rule = tuple[str, type[JupyterHandler], dict[str, object]]
FOLDER = "course"
_KINDS = {".js": "text/javascript", ".css": "text/css"}
_YEAR = 365 * 24 * 3600


def routes(base: str, kernel: SharedKernel) -> list[Rule]:
    """Address, handler and what it is made with."""
    here = functools.partial(url_path_join, base, FOLDER)
    return [
        (here("kernel"), Kernel, {"kernel": kernel, "base": base}),
        (here(r"([a-z0-9.-]+)\.html"), Page, {}),
        (here(r"([a-z]+\.(?:js|css))"), Asset, {}),
        (here("?"), Front, {}),
    ]


class _Handler(JupyterHandler):
    """Every answer says what a page of ours may do: run its own scripts, reach its own server."""

    @property
    def content_security_policy(self) -> str:
        host = self.request.host  # the server has refused names that are not its own
        rules = {
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self' 'unsafe-inline'",  # widths and colours stand in the forms' tags
            "img-src": "'self' data: blob:",
            "font-src": "'self' data:",
            "connect-src": f"'self' ws://{host} wss://{host}",
            "frame-src": "'self'",
            "form-action": "'self'",
            "base-uri": "'none'",
            "frame-ancestors": "'self'",
        }
        return "; ".join(f"{rule} {allowed}" for rule, allowed in rules.items())


class Front(_Handler):
    """The folder itself leads to the start page, in the language the learner chose."""

    @web.authenticated
    def get(self) -> None:
        name = start_page(load_profile().language).removesuffix(".ipynb")
        self.redirect(url_path_join(self.base_url, FOLDER, f"{name}.html"))


class Page(_Handler):
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


class Asset(_Handler):
    """The script and the style sheets, which hold nothing of anybody's."""

    @web.authenticated
    def get(self, name: str) -> None:
        if name not in _assets():
            raise web.HTTPError(404)
        self.set_header("Content-Type", f"{_KINDS[name[name.rindex('.') :]]}; charset=utf-8")
        if self.get_query_argument("v", ""):  # another content has another address
            self.set_header("Cache-Control", f"private, max-age={_YEAR}, immutable")
        self.finish(_assets()[name])


class Kernel(_Handler):
    """Where a page finds its kernel, and which life of it this is."""

    def initialize(self, kernel: SharedKernel, base: str) -> None:
        self.kernel, self.base = kernel, base

    @web.authenticated
    async def get(self) -> None:
        await self.kernel.begin()
        channels = url_path_join(self.base, "api/kernels", self.kernel.name, "channels")
        self.set_header("Cache-Control", "no-store")
        self.finish({"run": self.kernel.run, "channels": channels})


def _page(name: str) -> str:
    if name in cases():
        notebook = paths.my_work() / name / f"{name}.ipynb"
        return made.case_html(name, notebook, load_profile().language, _addresses())
    found = made.written().get(name)
    if not found:
        raise CourseError(f"There is no page {name}.")
    return made.page_html(*found, _addresses())


@functools.cache
def _assets() -> dict[str, bytes]:
    own = [path.read_text(encoding="utf-8") for path in made.SHEETS]
    sheet = "\n".join((theme.style_sheet(), theme.dark_sheet(), *own))
    found = {
        path.name: path.read_bytes() for path in made.STATIC.glob("*.*") if path.suffix in _KINDS
    }
    return found | {"course.css": sheet.encode()}


@functools.cache
def _addresses() -> made.Addresses:
    def at(name: str) -> str:
        return f"{name}?v={hashlib.sha256(_assets()[name]).hexdigest()[:12]}"

    page, display = at("page.js"), at("display.js")
    return made.Addresses(page, at("widgets.css"), at("course.css"), "kernel", display)
