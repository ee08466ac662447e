"""Makes .venv with every pinned package: `python -m course.install`, on a bare Python.

Whatever an interrupted run left behind is cleared away first, so that running it again mends it.
"""

import os
import re
import subprocess
import sys
import time
import venv
from pathlib import Path

from course import paths

HOME = paths.ROOT / ".venv"
LOCK = paths.ROOT / "requirements.lock"
READY = HOME / ".ready"
LOG = HOME / "install.log"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_NEVER = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_USER": "0"}
_WARM = "import course.show, matplotlib.font_manager"


class InstallError(RuntimeError):
    """The course could not be installed: what happened, and what to do."""


def install() -> None:
    """All three steps; the stamp is written last."""
    print(f"Step 1 of 3: making a private Python {sys.version_info.major}.", end="")
    print(f"{sys.version_info.minor} in the folder .venv ...", flush=True)
    venv.create(HOME, clear=True, with_pip=True, symlinks=os.name != "nt")
    print(f"Step 2 of 3: installing about {pinned()} packages, one to three minutes ...", flush=True)
    _pip(["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(LOCK)])
    _pip(["--no-build-isolation", "--no-deps", "--no-index", "-e", str(paths.ROOT)])
    print("Step 3 of 3: warming up, so that the course opens fast ...", flush=True)
    _warm_up()
    READY.touch()
    print("The course is installed.", flush=True)


def pinned() -> int:
    """How many packages the list names for every machine (not only for another system)."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    return len({line.split("==")[0] for line in lines if re.match(r"[a-z0-9]", line)})


def _pip(what: list[str]) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--no-compile", "--progress-bar", "off", *what]
    with LOG.open("a", encoding="utf-8") as log:
        run = subprocess.Popen(
            command, env=os.environ | _NEVER, stdout=log, stderr=log, cwd=paths.ROOT
        )
        try:
            while run.poll() is None:
                _count()
                time.sleep(0.5)
        finally:
            run.terminate()
    print("\r" if sys.stdout.isatty() else "", end="")
    if run.returncode:
        raise InstallError(f"{_reason()} All it said is in .venv/install.log.")


def _count() -> None:
    """Say how far it is, on one line that is written over."""
    if not sys.stdout.isatty():
        return
    fetched = len(re.findall(r"^Collecting ", LOG.read_text(encoding="utf-8"), re.MULTILINE))
    laid_out = len(list(HOME.glob("[lL]ib/**/site-packages/*.dist-info"))) - 1
    doing = f"{laid_out} installed" if laid_out > 3 else f"{fetched} fetched"
    print(f"\r  {doing:<24}", end="", flush=True)


def _reason() -> str:
    """The first thing pip called an error, in a sentence."""
    said = re.findall(r"^ERROR: (.+)", LOG.read_text(encoding="utf-8"), re.MULTILINE)
    why = f" ({said[0].rstrip('.')})" if said else ""
    return f"The packages could not be installed{why}. Check the connection, then try again."


def _warm_up() -> None:
    """Compile once here rather than while a learner waits; a failure only costs time."""
    site = [str(path) for path in HOME.glob("[lL]ib/**/site-packages")]
    compile_all = [str(PYTHON), "-m", "compileall", "-qq", "-j", "0", *site, "course"]
    subprocess.run(compile_all, cwd=paths.ROOT, check=False)
    fonts = {"MPLCONFIGDIR": str(paths.state() / "matplotlib")}
    quiet = subprocess.DEVNULL
    warm = [str(PYTHON), "-c", _WARM]
    subprocess.run(warm, env=os.environ | fonts, stdout=quiet, stderr=quiet, check=False)


def main() -> int:
    """Install; a failure is one line."""
    try:
        install()
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again; it begins afresh.", file=sys.stderr)
        return 1
    except (InstallError, OSError, subprocess.CalledProcessError) as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit("The course needs Python 3.11 or newer.")
    sys.exit(main())
