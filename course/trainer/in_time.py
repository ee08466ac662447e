"""A budget of time for one answer: past it the work is stopped, and the rest of a class goes on."""

import ctypes
import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

# Of the processor, so that neither a busy machine nor one that slept takes it from an answer.
# An honest answer takes milliseconds, the worst that is read at all one second.
SECONDS = 10.0
_LOOKS = 10  # times within the budget that the watch looks


class OutOfTime(BaseException):
    """The budget is spent. No `except Exception` on the way holds it up."""


def in_time(work: Callable[[], T]) -> T:
    """What the work returns; OutOfTime where it takes more than SECONDS.

    A second thread watches this one and raises between two of its steps. That holds in every
    thread and on every system, where an alarm signal needs Unix and the main thread; formgrader
    marks in neither. One step of the interpreter, such as a search by one expression, is not
    cut short: those are kept linear, and what is longer than `unread.LONGEST` is never read.
    """
    watch = _Watch(SECONDS)
    try:
        done = work()
    finally:
        watch.end()
    return done


class _Watch:
    """Raises OutOfTime in the thread that made it, each time the budget is spent, until it ends."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._worker = seconds, threading.get_ident()
        self._over, self._lock = threading.Event(), threading.Lock()
        self._raised = False
        self._begun = time.process_time()
        threading.Thread(target=self._look, name="answer-budget", daemon=True).start()

    def end(self) -> None:
        """Raise no more. What was raised at the last moment comes through here, not later."""
        with self._lock:
            self._over.set()
        if self._raised:
            _let_through()

    def _look(self) -> None:
        while not self._over.wait(self._seconds / _LOOKS):
            if time.process_time() - self._begun >= self._seconds:
                self._stop()

    def _stop(self) -> None:
        self._begun = time.process_time()
        with self._lock:
            if not self._over.is_set():
                self._raised = True
                _raise_in(self._worker, OutOfTime)


def _let_through() -> None:
    """Long enough for an exception of another thread to be raised in this one."""
    for _ in range(1_000):
        time.sleep(0)


def _raise_in(thread: int, problem: type[BaseException]) -> None:
    """Raise in another thread at its next step.

    Never called to take an exception back: in CPython 3.11 that leaves the interpreter looking
    for one for ever, which slows every loop and hangs a debugger at its first step.
    """
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(problem))
