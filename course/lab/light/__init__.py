"""The course's own pages, behind the Jupyter server's login: light, and with one kernel for all."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "course.lab.light"}]


def _load_jupyter_server_extension(server: "ServerApp") -> None:
    from course.lab.light.routes import routes, warm
    from course.lab.light.shared import SharedKernel

    kernel = SharedKernel(server.kernel_manager)
    server.web_app.add_handlers(".*$", routes(server.web_app.settings["base_url"], kernel))
    # Warm before anybody asks for it, and while the browser still opens.
    server.io_loop.add_callback(kernel.begin)
    server.io_loop.run_in_executor(None, warm)
