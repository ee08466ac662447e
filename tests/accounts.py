"""Other people on this machine, for tests that need two: only root can act as them."""

import contextlib
import os
import pickle
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest


def _may() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


needs_root = pytest.mark.skipif(not _may(), reason="only root can act as another account")


@contextlib.contextmanager
def person(name: str) -> Iterator[str]:
    """An account for the length of a test; its home is nobody else's business."""
    subprocess.run(["useradd", "--no-create-home", "--no-log-init", name], check=True)
    try:
        yield name
    finally:
        subprocess.run(["userdel", "--force", name], check=False, capture_output=True)


def as_person(name: str, act: Callable[[], Any], umask: int = 0o022) -> Any:
    """What `act` returns, or raises, when this account does it: in a process of its own.

    The process is forked, not started, as the account may not read the course's Python.
    """
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ear)
        with os.fdopen(mouth, "wb") as say:
            say.write(_done(name, act, umask))
        os._exit(0)
    os.close(mouth)
    with os.fdopen(ear, "rb") as heard:
        data = heard.read()
    os.waitpid(child, 0)
    result, error = pickle.loads(data)
    if error:
        raise error
    return result


def _done(name: str, act: Callable[[], Any], umask: int) -> bytes:
    import pwd

    try:
        about = pwd.getpwnam(name)
        os.setgroups([])
        os.setgid(about.pw_gid)
        os.setuid(about.pw_uid)
        os.umask(umask)
        return pickle.dumps((act(), None))
    except BaseException as error:
        try:
            return pickle.dumps((None, error))
        except Exception:
            return pickle.dumps((None, RuntimeError(f"{type(error).__name__}: {error}")))


def give(path: Path, name: str, mode: int | None = None) -> None:
    """Make a file or folder this account's."""
    import pwd

    about = pwd.getpwnam(name)
    os.chown(path, about.pw_uid, about.pw_gid, follow_symlinks=False)
    if mode is not None:
        path.chmod(mode)


@contextlib.contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of its own that is soon full."""
    place.mkdir(parents=True, exist_ok=True)
    options = f"size={kilobytes}k,mode=0755"
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], capture_output=True, text=True
    )
    if done.returncode:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=False)


def fill(disk: Path) -> Path:
    """Fill a disk to its last byte."""
    path = disk / "filler"
    with contextlib.suppress(OSError), path.open("ab", buffering=0) as file:
        while True:
            file.write(b"\0" * 4096)
    return path
