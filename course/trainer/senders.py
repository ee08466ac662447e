"""Who sent files before, and in which folders their work stands."""

import hashlib
from dataclasses import dataclass

from course.learner import Learner
from course.learner.naming import folded
from course.trainer import folders
from course.trainer.intake import Intake, read_intake

_LONGEST = 80  # letters; an honest id and name are shorter


@dataclass(frozen=True)
class Person:
    """One learner: the profile's id, and the name, as a shared computer has one profile for two."""

    id: str
    name: str


def person(learner: Learner) -> Person:
    """Who this is, whichever way the name is spelt."""
    name = folded(learner.name)
    # Without an id only name and company tell two people apart.
    return Person(_short(learner.id), _short(name if learner.id else f"{name}|{learner.company}"))


class Senders:
    """Everybody who sent files before, by the folder of their work."""

    def __init__(self) -> None:
        self._folders = _read()

    def folders_of(self, person: Person) -> list[str]:
        """Several where nobody could tell yet which of them are this person's."""
        return [student for student, whose in self._folders.items() if whose == person]

    def of_same_profile(self, person: Person) -> list[str]:
        """The folders of others who handed in from this profile."""
        return [
            student
            for student, whose in self._folders.items()
            if person.id and whose.id == person.id and whose != person
        ]

    def add(self, student: str, person: Person) -> None:
        self._folders[student] = person


def by(intake: Intake) -> Person:
    """Who an earlier file was by."""
    return Person(intake.learner, intake.name)


def _read() -> dict[str, Person]:
    held: dict[str, set[Person | None]] = {}
    for folder in sorted((folders.root() / "submitted").glob("*/*")):
        if folder.is_dir():
            read = read_intake(folder)
            whose = by(read) if read and read.way == "file" else None
            held.setdefault(folder.parent.name, set()).add(whose)
    # A folder that also holds what came another way is somebody else's.
    alone = {student: whose.pop() for student, whose in held.items() if len(whose) == 1}
    return {student: whose for student, whose in alone.items() if whose}


def _short(text: str) -> str:
    """The text, or its hash where nobody would write so much."""
    if len(text) <= _LONGEST:
        return text
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
