"""What the training provider sets: its name and its logo."""

import functools
from pathlib import Path

import msgspec

from course.content.toml import ContentError, load
from course.content.words import Words
from course.paths import DATA


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """None where nobody is named; `logo` names a picture in data/, empty where there is none."""

    provider: Words | None = None
    logo: str = ""

    @property
    def logo_file(self) -> Path | None:
        return DATA / self.logo if self.logo else None


@functools.cache
def load_settings() -> Settings:
    """The provider's settings; a logo that is not there is refused."""
    path = DATA / "settings.toml"
    settings = load(path, Settings)
    if settings.logo_file and not settings.logo_file.is_file():
        remedy = 'Put the picture into data/, or write logo = "".'
        raise ContentError(path, "logo", f"there is no data/{settings.logo}", remedy)
    return settings
