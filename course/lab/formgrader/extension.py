"""nbgrader's formgrader with the course's settings in hand, whatever folder it stands in."""

import os
from typing import TYPE_CHECKING

from jupyter_server.utils import url_path_join
from nbgrader.coursedir import CourseDirectory
from nbgrader.server_extensions.formgrader.formgrader import FormgradeExtension

from course.lab.formgrader.routes import routes
from course.lab.formgrader.templates import environment
from course.trainer import bridge, settings

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp
    from tornado.web import Application


class Formgrader(FormgradeExtension):
    """It has no parent: the server's own settings, the token among them, do not concern it."""

    debug = False  # it would show every setting on the page
    load_cwd_config = False

    @classmethod
    def join(cls, server: "ServerApp") -> None:
        """Become part of a server; GradingError without the course's settings."""
        bridge.make_ready()
        formgrader = cls(config=settings.load(), log=server.log)
        formgrader.root_dir = server.root_dir
        formgrader.initialize([])
        formgrader.init_tornado_settings(server.web_app)
        formgrader.init_handlers(server.web_app)

    def initialize(self, argv: object = None, root: str = "") -> None:  # noqa: ARG002
        """What nbgrader does here besides, it does to find other settings."""
        self.coursedir = CourseDirectory(parent=self)

    def load_config_file(self, **_: object) -> None:
        """The settings it was started with stay; nbgrader would look for others at each click."""

    @property
    def url_prefix(self) -> str:
        return os.path.relpath(self.coursedir.root, self.root_dir)

    def init_tornado_settings(self, webapp: "Application") -> None:
        super().init_tornado_settings(webapp)
        webapp.settings["nbgrader_jinja2_env"] = environment()

    def init_handlers(self, webapp: "Application") -> None:
        base = webapp.settings["base_url"]
        webapp.add_handlers(".*$", [(url_path_join(base, path), *rest) for path, *rest in routes()])
