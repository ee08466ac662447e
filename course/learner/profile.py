"""Who is learning: the profile every form, document and hand-in reads."""

import uuid
from dataclasses import dataclass

from course.content import EDITIONS, LANGUAGES, Edition, Language
from course.learner.replaced import words
from course.learner.workbook import Workbook

_IN_WORDS = ("id", "name", "job", "company", "place", "industry", "headcount")


@dataclass(frozen=True)
class Profile:
    """What the learner said of themselves; all of it may be empty but language and edition.

    `id` tells two people of one name apart when work is handed in.
    """

    id: str = ""
    name: str = ""
    job: str = ""
    company: str = ""
    place: str = ""
    industry: str = ""
    headcount: str = ""
    edition: Edition = "2015"
    language: Language = "en"


def load_profile() -> Profile:
    """The saved profile; a field that makes no sense is left at its default."""
    saved = Workbook("profile").read()
    return Profile(
        **{name: words(saved, name) for name in _IN_WORDS},
        edition=next((one for one in EDITIONS if one == saved.get("edition")), Profile.edition),
        language=next((one for one in LANGUAGES if one == saved.get("language")), Profile.language),
    )


def save_profile(**changed: str) -> str:
    """Save fields of the profile; returns the time as HH:MM."""
    if not load_profile().id:
        changed["id"] = uuid.uuid4().hex
    return Workbook("profile").save(**changed)


def identify() -> None:
    """Give a profile the id by which two people of one name are told apart."""
    if not load_profile().id:
        save_profile()
