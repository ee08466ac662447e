"""Where a failure is written in full: a file, never the learner's page."""

import functools
import logging
from logging.handlers import RotatingFileHandler

from course import paths


class _Quiet(RotatingFileHandler):
    """Else a full disk puts a traceback on the screen of whoever is told of it in words."""

    def handleError(self, record: logging.LogRecord) -> None:
        del record


@functools.cache
def log() -> logging.Logger:
    """The course's log, `logs/pages.log` in its state folder."""
    logger = logging.getLogger("course")
    logger.propagate = False
    try:
        folder = paths.state() / "logs"
        folder.mkdir(parents=True, exist_ok=True)
        handler = _Quiet(
            folder / "pages.log", maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        logger.addHandler(handler)
    except OSError:
        logger.addHandler(logging.NullHandler())
    return logger
