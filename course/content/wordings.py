"""What forms, charts, documents and errors say: data/wording/, in files of one language."""

import functools
import string
from pathlib import Path

from course.content.toml import ContentError, Table, load
from course.content.words import LANGUAGES, Language
from course.paths import DATA


class Wording:
    """The wording of one language; entries are found by dotted name.

    A file or an entry that cannot be used is left out and told in `problems`: one slip of an
    author must not silence every form.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._entries: dict[str, str] = {}
        self._homes: dict[str, Path] = {}
        self.problems: list[ContentError] = []
        for path in _files(language):
            self._take(path)

    def __call__(self, entry: str, /, **facts: object) -> str:
        """The words of `entry`, with `{facts}` filled in."""
        if entry not in self._entries:
            raise self._missing(entry)
        try:
            return self._entries[entry].format(**facts)
        except (KeyError, IndexError, AttributeError, ValueError) as error:
            problem = f"it asks for a fact nobody gives ({error})"
            remedy = "Correct the words in braces."
            raise ContentError(self._homes[entry], entry, problem, remedy) from None

    def _missing(self, entry: str) -> ContentError:
        """Why there are no such words: most likely they stand in what could not be read."""
        if self.problems:
            return self.problems[0]
        file, remedy = f"wording/{self.language}.toml", "Add it in each language."
        return ContentError(file, entry, "there is no such entry", remedy)

    def names(self) -> frozenset[str]:
        """Every entry's dotted name; the languages must agree on them."""
        return frozenset(self._entries)

    def has(self, entry: str) -> bool:
        return entry in self._entries

    def facts(self, entry: str) -> frozenset[str]:
        """The facts an entry asks for, by name."""
        parsed = string.Formatter().parse(self._entries[entry])
        return frozenset(name for _, name, _, _ in parsed if name is not None)

    def _take(self, path: Path) -> None:
        """The entries of a file whose braces are in order."""
        try:
            table = load(path, Table)
        except ContentError as problem:
            self.problems.append(problem)
            return
        for entry, words in _flat(table).items():
            try:
                list(string.Formatter().parse(words))
            except ValueError as error:
                self.problems.append(_stray(path, entry, error))
            else:
                self._entries[entry], self._homes[entry] = words, path


def _stray(file: Path, entry: str, error: ValueError) -> ContentError:
    remedy = "Write {{ and }} for braces that are meant to be read."
    return ContentError(file, entry, f"its braces do not match ({error})", remedy)


def _files(language: Language) -> list[Path]:
    folder = DATA / "wording"
    return [folder / f"{language}.toml", *sorted(folder.glob(f"*.{language}.toml"))]


def _flat(table: Table, prefix: str = "") -> dict[str, str]:
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
