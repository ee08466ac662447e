"""Takes in what learners handed in: from the exchange, or from files they sent."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from course import answers, handin
from course.answers import AnswersError
from course.disk import write_whole
from course.grading import GradingError, Progress, bridge, folders, intake, naming, silent
from course.grading.build import rubric_of
from course.grading.intake import Intake, Note
from course.grading.release import collected_marker


@dataclass(frozen=True)
class Collected:
    """Whose work is here now, and what was wrong with what came in: sentences."""

    students: tuple[str, ...]
    problems: tuple[str, ...]


def collect(case: str, folder: Path | None = None, progress: Progress = silent) -> Collected:
    """Collect from the exchange, or from a folder of sent files; older work is kept."""
    rubric_of(case)
    problems = _from_files(case, folder, progress) if folder else _from_exchange(case, progress)
    intake.repair_all(case)
    return Collected(tuple(folders.students(case)), tuple(problems))


def _from_exchange(case: str, progress: Progress) -> list[str]:
    if not bridge.exchange_works():
        raise GradingError("This machine has no exchange; collect from a folder of sent files.")
    progress(0, 1, "starting nbgrader")
    nbgrader = bridge.api()
    log = bridge.run(nbgrader.collect, case, "collect", update=True)
    marker = collected_marker(case)
    if marker.parent.parent.exists():
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        write_whole(marker, now.encode())
        marker.parent.chmod(0o755)
    progress(1, 1, "collected")
    return [line.partition("] ")[2] or line for line in log.splitlines() if "Skipped" in line]


def _from_files(case: str, folder: Path, progress: Progress) -> list[str]:
    if not folder.is_dir():
        raise GradingError(f"There is no folder {folder}.")
    files = sorted(folder.glob(f"*{handin.SUFFIX}"))
    if not files:
        raise GradingError(f"No file in {folder} ends in {handin.SUFFIX}.")
    sent, problems = [], []
    for file in files:
        try:
            sent.append((file, handin.read_file(file)))
        except handin.HandInError as error:
            problems.append(str(error))
    ours = [(file, what) for file, what in sent if what.case == case]
    problems += [
        f"{file.name} is for the case {what.case}; collect that case to take it in."
        for file, what in sent
        if what.case != case
    ]
    for done, (file, what) in enumerate(sorted(ours, key=_age), 1):
        problems += _take_in(case, file, what)
        progress(done, len(ours), file.name)
    return problems


def _age(sent: tuple[Path, handin.Sent]) -> tuple[datetime, str]:
    return _moment(sent[1].time), sent[0].name


def _take_in(case: str, file: Path, sent: handin.Sent) -> list[str]:
    """Lay one sent file out as nbgrader would have; the newest of a learner counts."""
    data = sent.answers.encode("utf-8", "surrogatepass")
    try:
        learner = answers.decode(data).learner
    except AnswersError:
        learner = answers.Learner(name=file.name.removesuffix(handin.SUFFIX))
    # Without an id only name and company tell two people apart.
    who = learner.id or f"{learner.name}|{learner.company}"
    student = _student(learner.name, who)
    folder = folders.submitted(student, case)
    old = intake.read_intake(folder)
    if old and _moment(old.time) > _moment(sent.time):
        return [f"{file.name} is older than what {student} handed in before; it was left out."]
    if old:
        _keep(student, case)
    notes = () if sent.hash == handin.hash_of(data) else (Note("hash-differs"),)
    write_whole(folder / answers.FILE, data)
    write_whole(folder / "timestamp.txt", _nbgrader_time(sent.time).encode())
    # nbgrader names the returned page by this secret; for a sent file nobody else has it.
    write_whole(folder / "submission_secret.txt", secrets.token_hex(64).encode())
    intake.write_intake(folder, Intake("file", who, sent.hash, sent.time, notes))
    return []


def _student(name: str, who: str) -> str:
    """The learner's folder: found again by who they are, never somebody else's."""
    base = naming.slug(name)
    number = 1
    while True:
        student = base if number == 1 else f"{base}-{number}"
        if _free(student, who):
            return student
        number += 1


def _free(student: str, who: str) -> bool:
    home = folders.root() / "submitted" / student
    if not home.exists():
        return not _has_account(student)
    known = [intake.read_intake(path) for path in home.iterdir()]
    return all(known) and all(one.way == "file" and one.learner == who for one in known if one)


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
    old = folders.submitted(student, case)
    place = folders.root() / "earlier" / student / case
    place.mkdir(parents=True, exist_ok=True)
    old.replace(place / f"{len(list(place.iterdir())) + 1:03}")


def _moment(time: str) -> datetime:
    try:
        moment = datetime.fromisoformat(time)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _nbgrader_time(time: str) -> str:
    moment = max(_moment(time), datetime(1970, 1, 1, tzinfo=UTC)).astimezone(UTC)
    return f"{moment:%Y-%m-%d %H:%M:%S.%f} UTC"
