"""Keeps the vectors of sentences on this machine, so that marking again costs nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from course import paths
from course.disk import write_whole
from course.log import log
from course.reading import Meanings, encoder

MOST = 20_000  # sentences, some 20 MB; the oldest go first


@contextmanager
def meanings() -> Iterator[Meanings]:
    """The vectors known so far, kept again at the end with what was read meanwhile.

    What cannot be read or written costs time, never a mark: the sentences are encoded again.
    """
    kept = _read()
    known = len(kept)
    yield Meanings(encoder(), kept)
    if len(kept) > known:
        _write(dict(list(kept.items())[-MOST:]))


def _file() -> Path:
    return paths.state() / "meanings.msgpack"


def _read() -> dict[str, bytes]:
    try:
        return msgspec.msgpack.decode(_file().read_bytes(), type=dict[str, bytes])
    except (OSError, msgspec.DecodeError):
        return {}


def _write(kept: dict[str, bytes]) -> None:
    try:
        write_whole(_file(), msgspec.msgpack.encode(kept))
    except OSError as error:
        log().warning("the vectors of sentences could not be kept", exc_info=error)
