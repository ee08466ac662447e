"""Two submissions that may be one person's, or may not: both are kept, and the trainer is told."""

from collections.abc import Collection, Iterable
from pathlib import Path

from course.learner import Link
from course.trainer import folders, intake
from course.trainer.intake import OTHER, Note, read_intake
from course.trainer.letters import Letter
from course.trainer.senders import Person, by

_NAMED = 3  # others that are named at one submission: a flood of forgeries needs no more


def notes_on(rivals: Collection[str], same_profile: Collection[str]) -> tuple[Note, ...]:
    """What to note of a submission beside which these stand."""
    claims = [Note("rival", {OTHER: other}) for other in rivals]
    shares = [Note("same-profile", {OTHER: other}) for other in same_profile]
    return (*claims[:_NAMED], *shares[:_NAMED])


def note_beside(
    student: str, case: str, rivals: Iterable[str], same_profile: Iterable[str]
) -> None:
    """Note of each of the others that this submission stands beside it."""
    for key, others in (("rival", rivals), ("same-profile", same_profile)):
        for other in [*others][:_NAMED]:
            intake.add_note(other, case, Note(key, {OTHER: student}))


def told(student: str, rivals: Collection[str], same_profile: Collection[str]) -> list[str]:
    """The sentences for the trainer's screen: what was seen, and what to do."""
    claims = [
        f"{student} claims to be {other} and cannot prove it (a new computer, a restored copy, "
        "a forgery). Both are kept: ask the learner, then move the wrong one from submitted to "
        "earlier."
        for other in [*rivals][:1]
    ]
    shares = [
        f"{student} came from the profile of {other} under another name: they count as two "
        "people. If they are one, who corrected the name, move the older from submitted to earlier."
        for other in [*same_profile][:1]
    ]
    return claims + shares


class Aside:
    """The work that was set aside: sent once more, it is not taken in again."""

    def __init__(self) -> None:
        self._held: set[tuple[Person, str, str, Link | None]] = set()
        for notes in (folders.root() / "earlier").rglob(intake.NOTES):
            self.add(notes.parent)

    def add(self, folder: Path) -> None:
        """Remember the work of a folder that is, or will be, set aside."""
        if one := read_intake(folder):
            self._held.add((by(one), one.hash, one.time, one.link))

    def holds(self, letter: Letter) -> bool:
        work = (letter.person, letter.hash, letter.moment.isoformat(), letter.link)
        return work in self._held
