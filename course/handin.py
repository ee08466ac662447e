"""Handing a case in, and getting feedback back: nbgrader's exchange, or one file to send."""

import hashlib
import os
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from course import answers, paths
from course.answers import AnswersError, AnswerSheet
from course.content import load_case, wording
from course.disk import write_whole
from course.profile import load_profile
from course.scoring.text import words
from course.sent import SUFFIX, HandInError, Sent, hash_of, read_file, write_file

__all__ = [
    "SUFFIX",
    "HandInError",
    "Receipt",
    "Sent",
    "collected_at",
    "exchange_ready",
    "fetch",
    "fetch_feedback",
    "hand_in",
    "hash_of",
    "read_file",
    "receipts",
]


class Receipt(msgspec.Struct, frozen=True):
    """What was handed in: `hash` is the SHA-256 of answers.json, `words` by question."""

    time: str
    case: str
    words: dict[str, int]
    hash: str
    way: Literal["exchange", "file"]
    file: str = ""


def exchange_ready(case: str) -> bool:
    """Whether the trainer released the case into an exchange this machine can use."""
    course = _course()
    return (
        sys.platform != "win32"
        and (course / "outbound" / case / f"{case}.ipynb").is_file()
        and os.access(course / "inbound", os.W_OK | os.X_OK)
    )


def hand_in(case: str, folder: Path) -> Receipt:
    """Hand in what `folder` holds for the case; raises HandInError and keeps the work."""
    if collected := collected_at(case):
        raise HandInError(_say("collected", time=f"{datetime.fromisoformat(collected):%d.%m.%Y}"))
    data, sheet = _sheet(case, folder)
    now = datetime.now().astimezone()
    stamp = f"{now:%Y%m%d-%H%M%S-%f}"
    digest = hash_of(data)
    counts = {q.key: len(words(sheet.answer(q.key).text)) for q in load_case(case).questions}
    if exchange_ready(case):
        _submit(case, folder, data)
        receipt = Receipt(now.isoformat(timespec="seconds"), case, counts, digest, "exchange")
    else:
        file = write_file(case, sheet, data, now)
        receipt = Receipt(
            now.isoformat(timespec="seconds"), case, counts, digest, "file", str(file)
        )
    write_whole(_receipts() / f"{case}.{stamp}.json", msgspec.json.encode(receipt))
    return receipt


def collected_at(case: str) -> str | None:
    """When the trainer collected the case, if so."""
    try:
        time = (_course() / "collected" / f"{case}.txt").read_text(encoding="utf-8").strip()
        datetime.fromisoformat(time)
    except (OSError, ValueError):
        return None
    return time


def receipts(case: str) -> list[Receipt]:
    """Every receipt for the case, the newest last."""
    found = []
    for path in sorted(_receipts().glob(f"{case}.*.json")):
        try:
            found.append(msgspec.json.decode(path.read_bytes(), type=Receipt))
        except (OSError, msgspec.DecodeError):
            continue  # a receipt is a courtesy; a broken one must not stop the page
    return found


def fetch(case: str) -> Path:
    """Bring the released notebook; an open one is replaced only by a newer release."""
    released = _released(case)
    target = paths.my_work() / case / f"{case}.ipynb"
    data = released.read_bytes()
    seen = _receipts() / f"{case}.release"
    known = seen.read_text(encoding="utf-8") if seen.exists() else ""
    if not target.exists() or known != hash_of(data):
        write_whole(target, data)
        write_whole(seen, hash_of(data).encode())
    return target


def fetch_feedback(case: str) -> Path | None:
    """The newest page the trainer returned, brought from the exchange if there is one."""
    home = paths.my_work() / case / "feedback"
    for submission in sorted((_cache() / paths.COURSE_ID).glob(f"*+{case}+*")):
        page = _returned(submission, case)
        if page:
            stamp = submission.name.rpartition("+")[2]
            kept = home / f"{_file_name(stamp)}.html"
            if not kept.exists() or kept.read_bytes() != page:
                write_whole(kept, page)
    pages = sorted(home.glob("**/*.html"), key=lambda path: (path.stat().st_mtime, path.name))
    return pages[-1] if pages else None


def _sheet(case: str, folder: Path) -> tuple[bytes, AnswerSheet]:
    path = folder / answers.FILE
    if not path.exists():
        raise HandInError(_say("nothing_written"))
    try:
        data = path.read_bytes()
        if len(data) > answers.MAX_BYTES:
            raise HandInError(_say("too_long"))
        sheet = answers.decode(data)
    except (AnswersError, OSError):
        raise HandInError(_say("unreadable", file=answers.FILE)) from None
    if sheet.case != case:
        raise HandInError(_say("another_case", case=sheet.case))
    return data, sheet


def _submit(case: str, folder: Path, data: bytes) -> None:
    """nbgrader's own submit, from a copy of the two files that count.

    The copy leaves out locks and files set aside, and has the notebook even if the
    learner renamed it, as nbgrader finds feedback by the notebook's name.
    """
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / case
        notebook = folder / f"{case}.ipynb"
        if not notebook.exists():
            notebook = _released(case)
        write_whole(copy / f"{case}.ipynb", notebook.read_bytes())
        write_whole(copy / answers.FILE, data)
        done = subprocess.run(
            [
                *(sys.executable, "-m", "nbgrader", "submit", case),
                f"--course={paths.COURSE_ID}",
                f"--Exchange.root={paths.exchange()}",
                f"--Exchange.cache={_cache()}",
                f"--Exchange.assignment_dir={place}",
            ],
            cwd=place,
            # Else the user's own nbgrader settings could send the work elsewhere.
            env=os.environ | {"JUPYTER_CONFIG_DIR": place},
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
        )
    if done.returncode:
        raise HandInError(_say("exchange_failed", reason=_reason(done.stderr)))


def _reason(log: str) -> str:
    """nbgrader's own reason: the first line it calls critical, else its last."""
    said = [line.strip() for line in log.splitlines() if line.strip()]
    line = next((line for line in said if "CRITICAL]" in line), said[-1] if said else "?")
    return line.partition("] ")[2] or line


def _returned(submission: Path, case: str) -> bytes | None:
    """The page for one submission; nbgrader names it by the secret handed in with it."""
    try:
        secret = (submission / "submission_secret.txt").read_text(encoding="utf-8")
        name = hashlib.md5(f"{secret}{case}".encode(), usedforsecurity=False).hexdigest()
        return (_course() / "feedback" / f"{name}.html").read_bytes()
    except OSError:
        return None


def _released(case: str) -> Path:
    # Where there is no exchange, the trainer hands over the release folder itself.
    places = [_course() / "outbound", paths.assessments() / "release"]
    for place in places:
        path = place / case / f"{case}.ipynb"
        if path.is_file():
            return path
    raise HandInError(_say("not_released"))


def _course() -> Path:
    return paths.exchange() / paths.COURSE_ID


def _receipts() -> Path:
    return paths.my_work() / "receipts"


def _cache() -> Path:
    return _receipts() / "handed-in"


def _file_name(stamp: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in stamp)


def _say(entry: str, **facts: object) -> str:
    return wording(load_profile().language)(f"grading.hand_in.{entry}", **facts)
