"""The files of a mail folder, opened: whose each is, when it was sent, what it holds."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from course import refusals
from course.learner import AnswersError, Learner, Link, answers, hand_in_file
from course.one_line import one_line
from course.trainer import GradingError
from course.trainer.senders import Person, person
from course.trainer.standing import Work

FIRST = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Letter:
    """One sent file; `moment` is when it was handed in, as far as that can be believed."""

    file: Path
    case: str
    data: bytes
    claimed: str
    link: Link | None
    moment: datetime

    @property
    def name(self) -> str:
        """The file's name, as it may stand in a sentence."""
        return one_line(self.file.name, 60)

    @property
    def hash(self) -> str:
        return hand_in_file.hash_of(self.data)

    @property
    def work(self) -> Work:
        return Work(self.hash, self.link, self.moment)

    @property
    def learner(self) -> Learner:
        """Who wrote it; a sheet that cannot be read is by whom its file is named for."""
        try:
            return answers.decode(self.data).learner
        except AnswersError:
            return Learner(name=self.file.name.removesuffix(hand_in_file.SUFFIX))

    @property
    def person(self) -> Person:
        return person(self.learner)


def opened(folder: Path) -> tuple[list[Letter], list[str], list[str]]:
    """The letters, what is odd about them, and a sentence for each file that is none."""
    letters, problems, refused = [], [], []
    for file in _files(folder):
        try:
            read = hand_in_file.read_hand_in(file)
            moment, problem = _moment(read.time, file)
        except hand_in_file.HandInError as error:
            refused.append(str(error))
            continue
        except OSError as error:  # gone since it was read
            refused.append(refusals.in_words(error))
            continue
        data = read.answers.encode("utf-8", "surrogatepass")
        letters.append(Letter(file, read.case, data, read.hash, read.link, moment))
        problems += [problem] if problem else []
    return letters, problems, refused


def moment_of(time: str) -> datetime | None:
    """The moment a text names; nothing where it names none."""
    try:
        moment = datetime.fromisoformat(time)
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return max(moment, FIRST)


def _files(folder: Path) -> list[Path]:
    if folder.exists() and not folder.is_dir():
        raise GradingError(f"{folder} is not a folder; name the folder that the files lie in.")
    if not folder.is_dir():
        raise GradingError(f"There is no folder {folder}.")
    files = sorted(folder.glob(f"*{hand_in_file.SUFFIX}"))
    if not files:
        raise GradingError(f"No file in {folder} ends in {hand_in_file.SUFFIX}.")
    return files


def _moment(said: str, file: Path) -> tuple[datetime, str]:
    """The time a file names; one to come would make every later file look older."""
    moment, now, name = moment_of(said), datetime.now(UTC), one_line(file.name, 60)
    if moment is None:
        return FIRST, f"{name} names no time that can be read; it counts as the oldest."
    if moment <= now:
        return moment, ""
    # The file's own time stays the same each time the folder is collected.
    saved = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    return min(saved, now), f"{name} names a time to come; it counts from when it was saved."
