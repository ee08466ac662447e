"""How JupyterLab is set up for the course: its folders, what it leaves out, who may come in."""

import os

from course import paths
from course.lab.policy import lab_policy

_NBGRADERS = ("assignment_list", "course_list", "validate_assignment", "formgrader")
_KERNELS = (
    # A kernel that dies is noticed within a second, so little is typed in vain.
    "--AsyncIOLoopKernelRestarter.time_to_dead=1.0",
    "--KernelManager.transport_encryption=auto",
)


def light_options(port: int) -> list[str]:
    """The options of the server of the course's own pages: no JupyterLab, one kernel."""
    off = ("jupyterlab", "jupyter_lsp", "notebook", "notebook_shim", "jupyter_server_terminals")
    extensions = _extensions(formgrader=False) | dict.fromkeys(off, False)
    return [
        "--no-browser",
        *_door(port),
        f"--ServerApp.root_dir={paths.state() / 'lab'}",
        "--ServerApp.default_url=/course/",  # who types no more than the port gets there, too
        f"--ServerApp.jpserver_extensions={extensions | {'course.lab.light': True}}",
        *_KERNELS,
    ]


def options(port: int, *, formgrader: bool) -> list[str]:
    """The options of the server at this port; formgrader is for the trainer's alone."""
    headers = {"headers": {"Content-Security-Policy": lab_policy(port)}}
    return [
        "--no-browser",
        "--custom-css",
        *_door(port),
        # Formgrader wants nbgrader's folder below the server's own.
        f"--ServerApp.root_dir={paths.assessments().parent if formgrader else paths.served()}",
        "--ServerApp.contents_manager_class=course.lab.server.CourseContents",
        f"--ServerApp.tornado_settings={headers}",
        f"--ServerApp.jpserver_extensions={_extensions(formgrader)}",
        *_folders(),
        *_KERNELS,
        "--MappingKernelManager.cull_idle_timeout=3600",
        "--MappingKernelManager.cull_interval=300",
    ]


def _door(port: int) -> list[str]:
    """Who may come in, and where."""
    return [
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.allow_remote_access=False",
        *(["--allow-root"] if _is_root() else []),
    ]


def _extensions(formgrader: bool) -> dict[str, bool]:
    """nbgrader's own stay off, its formgrader too: the course serves that itself."""
    off = {f"nbgrader.server_extensions.{name}": False for name in _NBGRADERS}
    return off | ({"course.lab.formgrader": True} if formgrader else {})


def _folders() -> list[str]:
    lab = paths.state() / "lab"
    return [
        f"--LabApp.app_settings_dir={lab / 'settings'}",
        f"--LabApp.user_settings_dir={lab / 'user-settings'}",
        f"--LabApp.workspaces_dir={lab / 'workspaces'}",
        f"--LabApp.extra_labextensions_path={lab / 'labextensions'}",
    ]


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
