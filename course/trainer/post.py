"""Files learners sent: each is laid out as nbgrader would have collected it."""

import itertools
import secrets
from pathlib import Path

import msgspec

from course import refusals
from course.learner import answers, hand_in_file
from course.learner.naming import slug
from course.learner.trust import has_account
from course.one_line import one_line
from course.plain_file import read_if_plain_file
from course.trainer import Progress, folders, intake, laying, rivals
from course.trainer.intake import Intake, Note
from course.trainer.letters import FIRST, Letter, moment_of, opened
from course.trainer.rivals import Aside
from course.trainer.senders import Senders
from course.trainer.standing import Work, goes_on, settle


def take_in(case: str, folder: Path, progress: Progress) -> tuple[list[str], list[str]]:
    """Take in every file of the folder that is for the case.

    Returns a sentence for each thing worth knowing, and for each file that was refused.
    """
    letters, problems, refused = opened(folder)
    desk = _Desk(case)
    problems += [_elsewhere(letter) for letter in letters if letter.case != case]
    ours = [letter for letter in letters if letter.case == case]
    for done, letter in enumerate(sorted(ours, key=lambda one: (one.moment, one.file.name)), 1):
        try:
            problems += desk.take(letter)
        except Exception as error:  # one strange file must not cost the others their place
            waiting = len(ours) - done + 1
            refused.append(_not_taken(letter, error, waiting))
            if refusals.is_everywhere(error):
                break
        progress(done, len(ours), letter.name)
    return problems, refused


def _elsewhere(letter: Letter) -> str:
    other = one_line(letter.case, 60)
    return f"{letter.name} is for the case {other}; collect that case to take it in."


def _not_taken(letter: Letter, error: Exception, waiting: int) -> str:
    """Why a file could not be taken in; a full disk keeps the rest out as well."""
    if refusals.is_everywhere(error) and waiting > 1:
        return f"{waiting} files were not taken in: {intake.trouble(error)}."
    return f"{letter.name} could not be taken in ({intake.trouble(error)})."


class _Desk:
    """Takes letters of one case in, one after the other."""

    def __init__(self, case: str) -> None:
        self.case = case
        self.senders, self.aside = Senders(), Aside()
        self.notebook = intake.released(case)

    def take(self, letter: Letter) -> list[str]:
        """Lay one letter out where it belongs; a sentence for what the trainer should know."""
        mine = self.senders.folders_of(letter.person)
        held = {student: work for student in mine if (work := _held(student, self.case))}
        place, how = settle(letter.work, held)
        if how == "same":
            _move_on(place, self.case, letter, held[place])
            return []
        if self.aside.holds(letter):
            return [] if held else [f"{letter.name} lies in earlier; move it back to count it."]
        if how == "older":
            return [f"{letter.name} is older than what {place} handed in; it was left out."]
        others = [student for student in held if student != place]
        if how == "newer":
            self.aside.add(folders.submitted(place, self.case))
            self._lay_out(place, letter, others)
            return []
        return self._add(letter, others, [student for student in mine if student not in held])

    def _add(self, letter: Letter, others: list[str], free: list[str]) -> list[str]:
        """Give it a folder of its own: nobody else's work, as far as can be told, stands there."""
        student = free[0] if free else _new(letter.learner.name)
        self._lay_out(student, letter, others)
        return rivals.told(student, others, self.senders.of_same_profile(letter.person))

    def _lay_out(self, student: str, letter: Letter, others: list[str]) -> None:
        beside = others, self.senders.of_same_profile(letter.person)
        # First: a note on what does not come goes by itself, one that is missing does not come.
        rivals.note_beside(student, self.case, *beside)
        notes = () if letter.claimed == letter.hash else (Note("hash-differs"),)
        laying.lay_in(
            student,
            self.case,
            {
                answers.FILE: letter.data,
                intake.TIME: intake.nbgrader_time(letter.moment).encode(),
                # nbgrader names the returned page by this; for a sent file nobody else has it.
                intake.SECRET: secrets.token_hex(64).encode(),
                f"{self.case}.ipynb": self.notebook,
                intake.NOTES: intake.encode(_intake(letter, notes + rivals.notes_on(*beside))),
            },
        )
        self.senders.add(student, letter.person)


def _intake(letter: Letter, notes: tuple[Note, ...]) -> Intake:
    whose, time = letter.person, letter.moment.isoformat()
    return Intake("file", whose.id, whose.name, letter.hash, time, letter.link, notes)


def _held(student: str, case: str) -> Work | None:
    """The work that counts so far, if there is any."""
    folder = folders.submitted(student, case)
    found = intake.read_intake(folder)
    if found is None:
        return None
    data = read_if_plain_file(folder / answers.FILE, hand_in_file.MAX_SENT) or b""
    return Work(hand_in_file.hash_of(data), found.link, moment_of(found.time) or FIRST)


def _move_on(student: str, case: str, letter: Letter, held: Work) -> None:
    """The same answers, handed in once more: the next file must follow this one."""
    folder = folders.submitted(student, case)
    found = intake.read_intake(folder)
    if found and goes_on(letter.work, held):
        time = letter.moment.isoformat()
        intake.write_intake(folder, msgspec.structs.replace(found, time=time, link=letter.link))


def _new(name: str) -> str:
    """A folder's name that nobody has, nor could get through the exchange."""
    base = slug(name)
    names = (base if number == 1 else f"{base}-{number}" for number in itertools.count(1))
    return next(name for name in names if not _is_held(name) and not has_account(name))


def _is_held(student: str) -> bool:
    place = folders.root() / "submitted" / student
    return any(path.is_dir() for path in place.glob("*"))
