"""Handing a case in: through nbgrader's exchange, or as one file to send."""

import os
import re
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec
from filelock import FileLock, Timeout

from course import paths
from course.content import load_case, wording
from course.disk import PRIVATE, write_whole
from course.learner import answers
from course.learner.answer_book import LOCK
from course.learner.answers import AnswersError, AnswerSheet
from course.learner.fetching import fetch, fetch_feedback, of_trainer, released
from course.learner.hand_in_file import (
    SUFFIX,
    HandInError,
    HandInFile,
    hash_of,
    read_hand_in,
    say,
    write_hand_in,
)
from course.learner.naming import folded
from course.learner.profile import load_profile
from course.reading import words
from course.refusals import refusal_of

__all__ = [
    "SUFFIX",
    "HandInError",
    "HandInFile",
    "Receipt",
    "changed_since",
    "collected_at",
    "exchange_ready",
    "fetch",
    "fetch_feedback",
    "hand_in",
    "hash_of",
    "read_hand_in",
    "receipts",
]

_PATIENCE = 120  # seconds; nbgrader needs two or three, a tired machine twenty
_WAIT = 5  # seconds for another window to finish saving


Way = Literal["exchange", "file"]


class Receipt(msgspec.Struct, frozen=True):
    """What was handed in: `hash` is the SHA-256 of answers.json, `words` by question.

    `figures` are the numbers that were given, as they were typed. `answered` is a hash of the
    answers alone, which typing them back brings back; `before` is another name under which
    somebody handed in from this profile.
    """

    time: str
    case: str
    words: dict[str, int]
    hash: str
    way: Way
    file: str = ""
    name: str = ""
    before: str = ""
    answered: str = ""
    figures: dict[str, str] = {}


def exchange_ready(case: str) -> bool:
    """Whether the trainer released the case into an exchange this machine can use."""
    return (
        sys.platform != "win32"
        and paths.outbound(case).is_file()
        and os.access(paths.inbound(), os.W_OK | os.X_OK)
    )


def hand_in(case: str, folder: Path) -> Receipt:
    """Hand in what `folder` holds for the case; raises HandInError and keeps the work."""
    of_trainer(case)
    _still_open(case, "collected")
    data, sheet = _sheet(case, folder)
    now = datetime.now().astimezone()
    way: Way = "exchange"
    file = ""
    if exchange_ready(case):
        _submit(case, folder, data)
        # The trainer may have collected while nbgrader took its seconds.
        _still_open(case, "collected_meanwhile")
    else:
        way, file = "file", str(_write_file(case, sheet, data, now))
    counts = {q.key: len(words(sheet.answer(q.key).text)) for q in load_case(case).questions}
    time = now.isoformat(timespec="seconds")
    name = sheet.learner.name
    before, answered = _named_before(name), _answered(sheet)
    figures = {
        q.key: sheet.answer(q.key).figure.strip()
        for q in load_case(case).questions
        if q.kind == "figure"
    }
    receipt = Receipt(time, case, counts, hash_of(data), way, file, name, before, answered, figures)
    stamp = f"{now:%Y%m%d-%H%M%S-%f}"
    write_whole(paths.receipts() / f"{case}.{stamp}.json", msgspec.json.encode(receipt))
    return receipt


def changed_since(receipt: Receipt, folder: Path) -> bool:
    """Whether the answers in `folder` are others than those the receipt is for."""
    try:
        sheet = answers.read(folder / answers.FILE)
    except (AnswersError, OSError):
        return False  # the answers' own forms say that they cannot be read
    return bool(receipt.answered) and _answered(sheet) != receipt.answered


def _answered(sheet: AnswerSheet) -> str:
    return hash_of(msgspec.json.encode(sheet.answers, order="sorted"))


def collected_at(case: str) -> str | None:
    """When the trainer collected the case, if so."""
    try:
        time = paths.collected_marker(case).read_text(encoding="utf-8").strip()
        datetime.fromisoformat(time)
    except (OSError, ValueError):
        return None
    return time


def receipts(case: str) -> list[Receipt]:
    """Every receipt for the case, the newest last."""
    return _read_receipts(f"{case}.*.json")


def _read_receipts(names: str) -> list[Receipt]:
    found = []
    for path in sorted(paths.receipts().glob(names)):
        try:
            found.append(msgspec.json.decode(path.read_bytes(), type=Receipt))
        except (OSError, msgspec.DecodeError):
            continue  # a receipt is a courtesy; a broken one must not stop the page
    return found


def _named_before(name: str) -> str:
    """Another name under which something was handed in from here, the latest, if there is one."""
    held = sorted(_read_receipts("*.json"), key=lambda receipt: receipt.time)
    others = [one.name for one in held if one.name and folded(one.name) != folded(name)]
    return others[-1] if others else ""


def _write_file(case: str, sheet: AnswerSheet, data: bytes, now: datetime) -> Path:
    try:
        return write_hand_in(case, sheet, data, now)
    except Timeout:
        raise HandInError(say("busy")) from None


def _still_open(case: str, refusal: str) -> None:
    if collected := collected_at(case):
        raise HandInError(say(refusal, time=f"{datetime.fromisoformat(collected):%d.%m.%Y}"))


def _sheet(case: str, folder: Path) -> tuple[bytes, AnswerSheet]:
    """The answers as they are on disk, and as they read; refuses what nobody could mark."""
    try:
        data = _bytes(folder)
        if len(data) > answers.MAX_BYTES:
            raise HandInError(say("too_long"))
        sheet = answers.decode(data)
    except FileNotFoundError:
        raise HandInError(say("nothing_written")) from None
    except Timeout:
        raise HandInError(say("busy")) from None
    except (AnswersError, OSError):
        raise HandInError(say("unreadable", file=answers.FILE)) from None
    if sheet.case != case:
        raise HandInError(say("another_case", case=sheet.case))
    if all(sheet.answer(question.key).empty for question in load_case(case).questions):
        raise HandInError(say("nothing_written"))
    return data, sheet


def _bytes(folder: Path) -> bytes:
    """The sheet, read while no form of another window writes it."""
    path = folder / answers.FILE
    if not path.exists():
        raise FileNotFoundError(path)
    with FileLock(folder / LOCK, timeout=_WAIT, mode=PRIVATE):
        return path.read_bytes()


def _submit(case: str, folder: Path, data: bytes) -> None:
    """nbgrader's own submit, from a copy of the two files that count.

    The copy leaves out locks and files set aside, and has the notebook even if the
    learner renamed it, as nbgrader finds feedback by the notebook's name.
    """
    notebook = folder / f"{case}.ipynb"
    notebook = notebook if notebook.exists() else released(case)
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / case
        write_whole(copy / f"{case}.ipynb", notebook.read_bytes())
        write_whole(copy / answers.FILE, data)
        try:
            done = _nbgrader_submit(case, place)
        except subprocess.TimeoutExpired:
            raise HandInError(say("exchange_slow")) from None
    if done.returncode:
        raise HandInError(_why(done.stderr))


def _nbgrader_submit(case: str, place: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            *(sys.executable, "-m", "nbgrader", "submit", case),
            "--ExchangeFactory.submit=course.learner.submitting.WholeSubmit",
            f"--course={paths.COURSE_ID}",
            f"--Exchange.root={paths.exchange()}",
            f"--Exchange.cache={paths.handed_in()}",
            f"--Exchange.assignment_dir={place}",
        ],
        cwd=place,
        # Else the user's own nbgrader settings could send the work elsewhere.
        env=os.environ | {"JUPYTER_CONFIG_DIR": place},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=_PATIENCE,
    )


def _why(log: str) -> str:
    """What to tell the learner where nbgrader failed; nothing of the work is in the exchange."""
    refused = re.search(r"\[Errno (\d+)\]", log)
    if refused is None:
        return say("exchange_failed", reason=_reason(log))
    kind = refusal_of(OSError(int(refused[1]), "")).kind
    if kind == "full":
        return say("exchange_full")
    reason = wording(load_profile().language)(f"refused.{kind}")
    return say("exchange_failed", reason=reason)


def _reason(log: str) -> str:
    """nbgrader's own reason: the first line it calls critical, else its last."""
    said = [line.strip() for line in log.splitlines() if line.strip()]
    line = next((line for line in said if "CRITICAL]" in line), said[-1] if said else "?")
    return line.partition("] ")[2] or line
