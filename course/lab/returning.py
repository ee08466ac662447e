"""How a browser that was here yesterday comes in again: by the same port and the same cookie.

Both are kept in the learner's own state folder. A browser sends a cookie to whatever listens on
its port: on a machine of several accounts that could be somebody else's program, which could
use the cookie when the course is open again. There the secret is a new one at each start.
"""

import contextlib
import os
import secrets
import stat
from pathlib import Path

from course import paths
from course.disk import write_whole

_LENGTH = 32


def cookie_secret() -> bytes:
    """What cookies are signed with: the one of the last start, where nobody else has an account."""
    if has_other_accounts():
        return secrets.token_bytes(_LENGTH)
    path = _folder() / "cookie-secret"
    kept = _own(path)
    if len(kept) != _LENGTH:
        kept = secrets.token_bytes(_LENGTH)
        write_whole(path, kept)
    return kept


def has_other_accounts() -> bool:
    """A shared exchange is what a machine of several accounts has: see docs/security.md."""
    return "COURSE_EXCHANGE" in os.environ


def last_port(otherwise: int) -> int:
    """Where the learner's browser looks for the course."""
    with contextlib.suppress(OSError, ValueError):
        port = int((_folder() / "port").read_text("ascii"))
        if 1024 <= port < 65536:
            return port
    return otherwise


def keep_port(port: int) -> None:
    write_whole(_folder() / "port", str(port).encode())


def _folder() -> Path:
    return paths.state() / "returning"


def _own(path: Path) -> bytes:
    """What a file holds that its owner alone can read and write; of another, nothing."""
    try:
        kind = path.lstat()
        if not stat.S_ISREG(kind.st_mode):
            return b""
        if hasattr(os, "getuid") and (kind.st_uid != os.getuid() or kind.st_mode & 0o077):
            return b""
        return path.read_bytes()
    except OSError:
        return b""
