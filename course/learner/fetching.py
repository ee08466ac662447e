"""What comes to a learner from the trainer: the released case, and the feedback."""

import hashlib
from pathlib import Path

from course import paths
from course.disk import write_whole
from course.learner import trust
from course.learner.hand_in_file import HandInError, hash_of, say


def fetch(case: str) -> Path:
    """Bring the released notebook; an open one is replaced only by a newer release."""
    of_trainer(case)
    target = paths.my_work() / case / f"{case}.ipynb"
    data = released(case).read_bytes()
    seen = paths.receipts() / f"{case}.release"
    known = seen.read_text(encoding="utf-8") if seen.exists() else ""
    if not target.exists() or known != hash_of(data):
        write_whole(target, data)
        write_whole(seen, hash_of(data).encode())
    return target


def of_trainer(case: str) -> None:
    """Raises HandInError where the exchange may be another's than the trainer's."""
    try:
        trust.check(case)
    except trust.Distrust as doubt:
        entry = "another_owner" if doubt.owner else "open_to_all"
        raise HandInError(say(entry, folder=doubt.place, owner=doubt.owner)) from None


def released(case: str) -> Path:
    """The notebook as the trainer handed it out; raises HandInError where there is none."""
    # Where there is no exchange, the trainer hands over the release folder itself.
    for path in (paths.outbound(case), paths.assessments() / "release" / case / f"{case}.ipynb"):
        if _is_file(path):
            return path
    raise HandInError(say("not_released"))


def _is_file(path: Path) -> bool:
    """Whether it is there for us: a trainer's own folder is shut to learners."""
    try:
        return path.is_file()
    except PermissionError:
        return False


def fetch_feedback(case: str) -> Path | None:
    """The newest page the trainer returned, brought from the exchange if there is one."""
    home = paths.my_work() / case / "feedback"
    for submission in sorted((paths.handed_in() / paths.COURSE_ID).glob(f"*+{case}+*")):
        page = _page(submission, case)
        if page:
            stamp = submission.name.rpartition("+")[2]
            kept = home / f"{_file_name(stamp)}.html"
            if not kept.exists() or kept.read_bytes() != page:
                write_whole(kept, page)
    pages = sorted(home.glob("**/*.html"), key=lambda path: (path.stat().st_mtime, path.name))
    return pages[-1] if pages else None


def _page(submission: Path, case: str) -> bytes | None:
    """The page for one submission; nbgrader names it by the secret handed in with it."""
    try:
        secret = (submission / "submission_secret.txt").read_text(encoding="utf-8")
        name = hashlib.md5(f"{secret}{case}".encode(), usedforsecurity=False).hexdigest()
        return (paths.feedback_pages() / f"{name}.html").read_bytes()
    except OSError:
        return None


def _file_name(stamp: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in stamp)
