"""Makes .venv with every pinned package: `python -m course.lab.install`, on a bare Python.

Whatever an interrupted run left behind is cleared away first, so that running it again mends it.
"""

import os
import re
import subprocess
import sys
import time
import venv

from course import paths

HOME = paths.ROOT / ".venv"
LOCK = paths.ROOT / "requirements.lock"
READY = HOME / ".ready"
LOG = HOME / "install.log"
PYTHON = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
_NEVER = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_USER": "0"}


class InstallError(RuntimeError):
    """The course could not be installed: what happened, and what to do."""


def install() -> None:
    """All three steps; the stamp is written last."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    _say(f"Step 1 of 3: making a private Python {version} in the folder .venv ...")
    venv.create(HOME, clear=True, with_pip=True, symlinks=os.name != "nt")
    _say(f"Step 2 of 3: installing up to {len(entries())} packages, one to three minutes ...")
    _pip("--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(LOCK))
    _pip("--no-build-isolation", "--no-deps", "--no-index", "-e", str(paths.ROOT))
    _say("\nStep 3 of 3: warming up, so that the course opens fast ...")
    _warm_up()
    READY.touch()
    _say("The course is installed.")


def entries() -> list[str]:
    """The pinned packages, those for other systems and Pythons too."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if re.match(r"[a-z0-9]", line)]


def _say(line: str, end: str = "\n") -> None:
    print(line, end=end, flush=True)


def _pip(*what: str) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--no-compile", "--progress-bar", "off", *what]
    surroundings = os.environ | _NEVER
    with LOG.open("a", encoding="utf-8") as log:
        run = subprocess.Popen(command, env=surroundings, stdout=log, stderr=log, cwd=paths.ROOT)
    try:
        while run.poll() is None:
            time.sleep(0.5)
            _say_how_far()
    finally:
        run.terminate()
    if run.returncode:
        raise InstallError(_reason())


def _say_how_far() -> None:
    """A count that is written over in place; nothing where nobody watches."""
    if not sys.stdout.isatty():
        return
    said = LOG.read_text(encoding="utf-8")
    wanted = len(entries()) - len(re.findall(r"^Ignoring ", said, re.MULTILINE))
    fetched = len(re.findall(r"^Collecting ", said, re.MULTILINE))
    laid_out = len(list(HOME.glob("[lL]ib/**/site-packages/*.dist-info"))) - 1
    done, doing = (laid_out, "installed") if laid_out > 3 else (fetched, "fetched")
    _say(f"\r  {min(done, wanted)} of {wanted} {doing}".ljust(32), end="")


def _reason() -> str:
    """The first thing pip called an error, in a sentence."""
    said = re.findall(r"^ERROR: (.+)", LOG.read_text(encoding="utf-8"), re.MULTILINE)
    why = f" ({said[0].rstrip('.')})" if said else ""
    return (
        f"The packages could not be installed{why}. Check the connection, then run the same "
        "command again; .venv/install.log has every detail."
    )


def _warm_up() -> None:
    """Compile once here rather than while a learner waits; a failure only costs time."""
    site = [str(path) for path in HOME.glob("[lL]ib/**/site-packages")]
    compile_all = [str(PYTHON), "-m", "compileall", "-qq", "-j", "0", *site, "course"]
    subprocess.run(compile_all, cwd=paths.ROOT, check=False)


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
    if sys.version_info < (3, 11):  # noqa: UP036  it runs on whatever Python is there
        sys.exit("The course needs Python 3.11 or newer.")
    sys.exit(main())
