"""What forms, charts, documents and errors say: data/wording/, in files of one language."""

import functools
import string
from pathlib import Path
from typing import Any

from course.content.toml import ContentError, load
from course.content.words import LANGUAGES, Language
from course.paths import DATA


class Wording:
    """The wording of one language; entries are found by dotted name."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._file = f"wording/{language}.toml"
        self._entries: dict[str, str] = {}
        for path in _files(language):
            self._entries |= _checked(_flat(load(path, dict[str, Any])), path)

    def __call__(self, entry: str, /, **facts: object) -> str:
        """The words of `entry`, with `{facts}` filled in."""
        if entry not in self._entries:
            raise ContentError(
                self._file, entry, "there is no such entry", "Add it in each language."
            )
        try:
            return self._entries[entry].format(**facts)
        except (KeyError, IndexError) as error:
            problem = f"it asks for a fact nobody gives ({error})"
            raise ContentError(self._file, entry, problem, "Correct the words in braces.") from None

    def names(self) -> frozenset[str]:
        """Every entry's dotted name; the languages must agree on them."""
        return frozenset(self._entries)

    def has(self, entry: str) -> bool:
        return entry in self._entries

    def facts(self, entry: str) -> frozenset[str]:
        """The facts an entry asks for, by name."""
        parsed = string.Formatter().parse(self._entries[entry])
        return frozenset(name for _, name, _, _ in parsed if name is not None)


def _checked(entries: dict[str, str], file: Path) -> dict[str, str]:
    """The entries, each of them words whose braces are in order."""
    for entry, words in entries.items():
        try:
            list(string.Formatter().parse(words))
        except ValueError as error:
            remedy = "Write {{ and }} for braces that are meant to be read."
            raise ContentError(file, entry, f"its braces do not match ({error})", remedy) from None
    return entries


def _files(language: Language) -> list[Path]:
    folder = DATA / "wording"
    return [folder / f"{language}.toml", *sorted(folder.glob(f"*.{language}.toml"))]


def _flat(table: dict[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in table.items():
        name = f"{prefix}{key}"
        flat |= _flat(value, f"{name}.") if isinstance(value, dict) else {name: str(value)}
    return flat


@functools.cache
def wording(language: Language = "en") -> Wording:
    """The wording of a language; an unknown one is an error, not English."""
    if language not in LANGUAGES:
        raise ContentError(
            "wording", str(language), "the course does not speak it", "Choose en or ar."
        )
    return Wording(language)
