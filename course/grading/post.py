"""Files learners sent: each is laid out as nbgrader would have collected it."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from course import answers, sent
from course.answers import AnswersError
from course.disk import write_whole
from course.grading import GradingError, Progress, folders, intake
from course.grading.intake import Intake, Note
from course.naming import slug

_FIRST = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class _Letter:
    """One sent file; `moment` is when it was handed in, as far as that can be believed."""

    file: Path
    sent: sent.Sent
    moment: datetime


def take_in(case: str, folder: Path, progress: Progress) -> tuple[list[str], list[str]]:
    """Take in every file of the folder that is for the case.

    Returns a sentence for each thing worth knowing, and for each file that was refused.
    """
    letters, problems, refused = _opened(folder)
    ours = [letter for letter in letters if letter.sent.case == case]
    for letter in letters:
        if letter.sent.case != case:
            other = f"is for the case {letter.sent.case}; collect that case to take it in."
            problems.append(f"{letter.file.name} {other}")
    known = _known()
    for done, letter in enumerate(sorted(ours, key=lambda one: (one.moment, one.file.name)), 1):
        try:
            problems += _lay_out(case, letter, known)
        except Exception as error:  # one strange file must not cost the others their place
            name = letter.file.name
            refused.append(f"{name} could not be taken in ({intake.trouble(error)}).")
        progress(done, len(ours), letter.file.name)
    return problems, refused


def _opened(folder: Path) -> tuple[list[_Letter], list[str], list[str]]:
    """The letters, what is odd about them, and a sentence for each file that is none."""
    if not folder.is_dir():
        raise GradingError(f"There is no folder {folder}.")
    files = sorted(folder.glob(f"*{sent.SUFFIX}"))
    if not files:
        raise GradingError(f"No file in {folder} ends in {sent.SUFFIX}.")
    letters, problems, refused = [], [], []
    for file in files:
        try:
            read = sent.read_file(file)
            moment, problem = _moment(read.time, file)
        except sent.HandInError as error:
            refused.append(str(error))
            continue
        letters.append(_Letter(file, read, moment))
        problems += [problem] if problem else []
    return letters, problems, refused


def _moment(said: str, file: Path) -> tuple[datetime, str]:
    """The time a file names; one to come would make every later file look older."""
    moment, now = _read(said), datetime.now(UTC)
    if moment is None:
        return _FIRST, f"{file.name} names no time that can be read; it counts as the oldest."
    if moment <= now:
        return moment, ""
    # The file's own time stays the same each time the folder is collected.
    saved = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    return min(saved, now), f"{file.name} names a time to come; it counts from when it was saved."


def _read(time: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(time)
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return max(moment, _FIRST)


def _lay_out(case: str, letter: _Letter, known: dict[str, str]) -> list[str]:
    """Lay one file out; the newest of a learner counts, the earlier ones are kept."""
    data = letter.sent.answers.encode("utf-8", "surrogatepass")
    who, name = _who(data, letter.file)
    student = known.get(who) or _new(name)
    folder, time = folders.submitted(student, case), letter.moment.isoformat()
    if old := intake.read_intake(folder):
        if (folder / answers.FILE).read_bytes() == data:
            return []  # the same file, collected again
        if (_read(old.time) or _FIRST) > letter.moment:
            older = f"is older than what {student} handed in before; it was left out."
            return [f"{letter.file.name} {older}"]
        _keep(student, case)
    notes = () if letter.sent.hash == sent.hash_of(data) else (Note("hash-differs"),)
    write_whole(folder / answers.FILE, data)
    write_whole(folder / intake.TIME, intake.nbgrader_time(letter.moment).encode())
    # nbgrader names the returned page by this secret; for a sent file nobody else has it.
    write_whole(folder / "submission_secret.txt", secrets.token_hex(64).encode())
    intake.write_intake(folder, Intake("file", who, letter.sent.hash, time, notes))
    known[who] = student
    return []


def _who(data: bytes, file: Path) -> tuple[str, str]:
    """What tells this learner from others, and their name."""
    try:
        learner = answers.decode(data).learner
    except AnswersError:
        learner = answers.Learner(name=file.name.removesuffix(sent.SUFFIX))
    # Without an id only name and company tell two people apart.
    return learner.id or f"{learner.name}|{learner.company}", learner.name


def _known() -> dict[str, str]:
    """The folder of each learner who sent files before, whatever they called themselves."""
    held: dict[str, set[str]] = {}
    for folder in sorted((folders.root() / "submitted").glob("*/*")):
        if folder.is_dir():
            read = intake.read_intake(folder)
            who = read.learner if read and read.way == "file" else ""
            held.setdefault(folder.parent.name, set()).add(who)
    # A folder that also holds what came another way is somebody else's.
    alone = {student: whose.pop() for student, whose in held.items() if len(whose) == 1}
    return {who: student for student, who in reversed(alone.items()) if who}


def _new(name: str) -> str:
    """A folder's name that nobody has, nor could get through the exchange."""
    base, number = slug(name), 1
    while True:
        student = base if number == 1 else f"{base}-{number}"
        if not _subfolders(folders.root() / "submitted" / student) and not _has_account(student):
            return student
        number += 1


def _has_account(name: str) -> bool:
    """Whether the exchange could bring work under this name as well."""
    try:
        import pwd

        pwd.getpwnam(name)
    except (ImportError, KeyError):
        return False
    return True


def _keep(student: str, case: str) -> None:
    """Set the earlier work aside: a newer one replaces it, but nothing is thrown away."""
    place = folders.root() / "earlier" / student / case
    place.mkdir(parents=True, exist_ok=True)
    last = max((int(name) for name in _subfolders(place) if name.isdecimal()), default=0)
    folders.submitted(student, case).replace(place / f"{last + 1:03}")


def _subfolders(folder: Path) -> list[str]:
    """The folders inside; what a file manager leaves beside them does not count."""
    return [path.name for path in folder.glob("*") if path.is_dir()]
