"""Ways through the course: which lessons, in which order, for whom."""

import functools

import msgspec

from course.content.modules import Module, load_modules
from course.content.toml import by_key, load
from course.content.words import Words
from course.paths import DATA


class LearningPath(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A path; `slugs` in the order they are taken."""

    key: str
    name: Words
    for_whom: Words
    slugs: tuple[str, ...]

    def lessons(self) -> list[Module]:
        """The lessons of the path that are there."""
        known = load_modules()
        return [known[slug] for slug in self.slugs if slug in known]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    path: tuple[LearningPath, ...]


@functools.cache
def load_learning_paths() -> dict[str, LearningPath]:
    """Every path by key."""
    file = DATA / "paths.toml"
    return by_key(load(file, _File).path, lambda path: path.key, file, "path")
