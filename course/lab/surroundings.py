"""What the server and its kernels are given of the world around them, and what they are not."""

import os
import sys
from pathlib import Path

from course import paths

# These lead Jupyter to the user's other settings and kernels; a token is never taken from there.
_LEFT_OUT = ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "JUPYTER_TOKEN", "JUPYTER_TOKEN_FILE")
_IPYTHON = "c.InteractiveShellApp.ignore_cwd = True\n"


def surroundings() -> dict[str, str]:
    """The environment of a course's server; all of Jupyter's folders are the course's own."""
    lab = paths.state() / "lab"
    kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    scripts = str(Path(sys.executable).parent)
    return kept | {
        "JUPYTER_CONFIG_DIR": str(lab / "config"),
        "JUPYTER_DATA_DIR": str(lab / "data"),
        "JUPYTER_RUNTIME_DIR": str(lab / "runtime"),
        "IPYTHONDIR": str(lab / "ipython"),
        # One learner's kernel: a pool of threads to multiply with would only hold memory.
        "OPENBLAS_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
        # nbgrader looks for the `alembic` command on PATH.
        "PATH": _where_they_are(scripts + os.pathsep + kept.get("PATH", "")),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        # A kernel starts in its notebook's folder. With this, no module lying there is taken
        # for one of Python's or of the course's, not even before the kernel reads its settings.
        "PYTHONSAFEPATH": "1",
        "PYTHONPATH": _where_they_are(kept.get("PYTHONPATH", "")),
    }


def lay_out_ipython() -> None:
    """IPython before 9.7 puts the notebook's folder on the path all the same, unless told."""
    path = paths.state() / "lab" / "ipython" / "profile_default" / "ipython_kernel_config.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_IPYTHON, encoding="utf-8")


def _where_they_are(folders: str) -> str:
    """Each folder in full: an empty or a relative one would be the notebook's own."""
    given = [folder for folder in folders.split(os.pathsep) if folder]
    return os.pathsep.join(str(Path(folder).absolute()) for folder in given)
