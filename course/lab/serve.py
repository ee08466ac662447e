"""Starts JupyterLab for the course: `python -P -m course.lab.serve`, with JupyterLab's options.

The token comes in by standard input: a command line and, on some systems, an environment
can be read by every account of the machine, and both are handed on to the kernels.
"""

import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp
    from traitlets.config import Config

LIGHT = "--light"

# jsonschema takes more than a second to load this module, for checks of addresses that
# notebooks do not hold, and does without it where it is not installed.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # "not there"


def main(options: list[str]) -> None:
    """Serve until stopped; without a token anybody could come in, so then not at all."""
    token = sys.stdin.readline().strip()
    if not token:
        sys.exit("course.lab.serve is started by 'course start', which hands it a token.")
    from traitlets.config import Config

    from course.lab import outside, returning

    config = Config(IdentityProvider={"token": token, "login_handler_class": outside.Stranger})
    # A learner's tab goes on after a new start; a trainer's or an author's comes in anew.
    learners = LIGHT in options
    secret = returning.cookie_secret() if learners else secrets.token_bytes(32)
    config.ServerApp.cookie_secret = secret
    server = _server(options, config)
    outside.furnish(server.web_app)
    server.no_browser_open_file = True  # everybody could read it, and it would hold the token
    # It listens now, or has ended: whoever else listened on the port would be sent the token.
    Path(listening(server.port)).touch()
    server.start()


def _server(options: list[str], config: "Config") -> "ServerApp":
    """JupyterLab's server; for the course's own pages the bare one, which loads in less time."""
    if LIGHT in options:
        from jupyter_server.serverapp import ServerApp

        server: ServerApp = ServerApp.instance(config=config)
        server.initialize([option for option in options if option != LIGHT])
        return server
    from jupyterlab.labapp import LabApp

    return LabApp.initialize_server(options, config=config)


def listening(port: int) -> str:
    """The file that says in the server's own folder that this port is ours."""
    return f"listening-{port}"


if __name__ == "__main__":
    main(sys.argv[1:])
