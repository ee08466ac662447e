"""nbgrader's handlers with the course's policy, and those few that do something else here."""

import functools
import secrets

from nbgrader.server_extensions.formgrader import handlers as stock
from nbgrader.server_extensions.formgrader.base import BaseHandler
from tornado import web

from course.lab.formgrader import policy
from course.lab.formgrader.submission import Drawing
from course.lab.formgrader.templates import NBGRADERS, OURS

_CLICKS = policy.hashes_of_handlers([NBGRADERS, OURS])


class Page(BaseHandler):
    """A page: its scripts carry a nonce, and nothing else in it runs."""

    @functools.cached_property
    def nonce(self) -> str:
        return secrets.token_urlsafe(16)

    @property
    def content_security_policy(self) -> str:
        return policy.page(self.nonce, _CLICKS)

    def render(self, name: str, **words: object) -> str:
        return super().render(name, nonce=self.nonce, **words)


class Data(BaseHandler):
    """What a page asks for: never taken for a page, whosever words it holds."""

    @property
    def content_security_policy(self) -> str:
        return policy.DATA

    def set_default_headers(self) -> None:
        super().set_default_headers()
        # Not JSON: nbgrader's scripts parse the text themselves.
        self.set_header("Content-Type", "text/plain; charset=UTF-8")


class Front(Page):
    """nbgrader's takes its settings, which are a program, from any folder the address names."""

    @web.authenticated
    def get(self) -> None:
        self.redirect(f"{self.base_url}/formgrader/manage_assignments")


class Submission(Page, stock.SubmissionHandler):
    """The page of one submission, drawn by the course from its marks."""

    @property
    def exporter(self) -> Drawing:
        """Where nbgrader has something that turns a notebook into a page."""
        return Drawing(self.gradebook, self.render)
