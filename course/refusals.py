"""What the system refused, in one sentence: what, where, what to do."""

import errno
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from course.one_line import one_line


@dataclass(frozen=True)
class Refusal:
    """Why the system refuses a file; `everywhere`: it would refuse the next one as well."""

    kind: str
    reason: str
    remedy: str
    everywhere: bool = False


_AGAIN = "run it again"
_KNOWN = {
    ("ENOSPC", "EDQUOT"): Refusal(
        "full", "the disk is full", f"free some space and {_AGAIN}", everywhere=True
    ),
    ("EROFS",): Refusal(
        "fixed", "this disk can only be read", f"make it writable and {_AGAIN}", everywhere=True
    ),
    ("EMFILE", "ENFILE"): Refusal(
        "crowded", "too many files are open", f"close a program and {_AGAIN}", everywhere=True
    ),
    ("ENOMEM",): Refusal(
        "memory", "the memory is full", f"close a program and {_AGAIN}", everywhere=True
    ),
    ("EIO", "ENXIO"): Refusal(
        "broken", "the disk does not answer", "copy your work to another disk", everywhere=True
    ),
    ("ESTALE", "ETIMEDOUT", "EHOSTDOWN", "EHOSTUNREACH", "ENETUNREACH", "ENOTCONN"): Refusal(
        "away", "the network drive does not answer", f"connect it and {_AGAIN}", everywhere=True
    ),
    ("EACCES", "EPERM"): Refusal("locked", "permission denied", "make it readable and writable"),
    ("ENAMETOOLONG",): Refusal("long", "the name is too long", f"shorten it and {_AGAIN}"),
    ("ENOENT",): Refusal("missing", "there is no such file or folder", "check the name"),
    ("EISDIR",): Refusal("folder", "a folder stands where a file should be", "move it away"),
    ("ENOTDIR",): Refusal("file", "a file stands where a folder should be", "move it away"),
    ("EEXIST", "ENOTEMPTY"): Refusal("taken", "something else is there", "move it away"),
    ("EBUSY", "ETXTBSY"): Refusal(
        "busy", "another program uses it", f"close that program and {_AGAIN}"
    ),
    ("ELOOP",): Refusal("link", "it is a link", "put the file itself in its place"),
    ("EFBIG",): Refusal("large", "it is too large for this disk", "use another disk"),
    ("EXDEV",): Refusal("apart", "the two folders are on two disks", "put them on one"),
}
_BY_NUMBER = {
    getattr(errno, name): refusal
    for names, refusal in _KNOWN.items()
    for name in names
    if hasattr(errno, name)
}
_LONGEST = 200  # letters of a path; its end says most
_IN_TEXT = re.compile(r"\[Errno (\d+)\] (.+?)(?:: '(.+?)'|$|[\"\n])", re.MULTILINE)


def in_words(error: OSError) -> str:
    """The sentence for a trainer: where, what, and what to do."""
    told = clause(error)
    return f"{told}." if _where(_inner(error)) else f"{told[:1].upper()}{told[1:]}."


def clause(error: OSError) -> str:
    """The same inside a longer sentence, which ends it."""
    inner = _inner(error)
    where, refusal = _where(inner), refusal_of(inner)
    told = f"{refusal.reason}; {refusal.remedy}"
    return f"{where}: {told}" if where else told


def refusal_of(error: OSError) -> Refusal:
    """Which kind it is; one we have no words for speaks in the system's own."""
    inner = _inner(error)
    reason = one_line(inner.strerror or "the system refused it", 80)
    other = Refusal("other", f"{reason[:1].lower()}{reason[1:]}", f"see to it and {_AGAIN}")
    return _BY_NUMBER.get(inner.errno or 0, other)


def is_everywhere(error: BaseException) -> bool:
    """Whether the next file would meet the same, so that going on helps nobody."""
    return isinstance(error, OSError) and refusal_of(error).everywhere


def found_in(text: str) -> OSError | None:
    """The refusal a program's log speaks of, if it speaks of one."""
    match = _IN_TEXT.search(text)
    return OSError(int(match[1]), match[2], match[3]) if match else None


@contextmanager
def at(path: Path) -> Iterator[None]:
    """Let a refusal inside name the file meant: not none, nor one that is written to first."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise


def _inner(error: OSError) -> OSError:
    """The first refusal of a folder that was being copied, else the error itself."""
    if isinstance(error, shutil.Error) and error.errno is None:
        return found_in(str(error)) or error
    return error


def _where(error: OSError) -> str:
    """The file it is about; of two, the one that was to be."""
    named = error.filename2 or error.filename
    if not isinstance(named, (str, bytes, os.PathLike)):
        return ""
    path = os.fsdecode(named)
    end = one_line(path[-_LONGEST:], _LONGEST)
    return end if len(path) <= _LONGEST else f"…{end}"
