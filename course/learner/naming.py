"""Names files and folders after people, in letters and a length every file system takes."""

import functools
import hashlib
import re
import unicodedata
from collections.abc import Iterator

import msgspec

from course.content import load
from course.paths import DATA

_MAX = 40
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|', " "))
# Windows opens a device by these, whatever stands behind the first dot.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE)
_JOINER = "\u200d"


class _Letters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Letters as others write them; the dots and signs over a letter go with the accents."""

    latin: dict[str, str]
    spelt: dict[str, str]

    @property
    def in_latin(self) -> dict[int, str]:
        return str.maketrans(self.latin)

    @property
    def as_spelt(self) -> dict[int, str]:
        return str.maketrans(self.spelt)


@functools.cache
def _letters() -> _Letters:
    return load(DATA / "names.toml", _Letters)


def slug(name: str) -> str:
    """A name in small ASCII letters and hyphens; one without any letters gets a number."""
    latin = name.translate(_letters().in_latin)
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_MAX].strip("-")
    if _DEVICE.match(short):
        return f"learner-{short}"
    return short if re.search(r"[a-z]", short) else f"learner-{fingerprint(name)}"


def file_name(name: str, most: int = 80) -> str:
    """A name as part of a file name, cut to `most` bytes between whole characters.

    Nothing where no character is left; 80 leaves room for what stands beside it, also on
    disks that take 143 bytes.
    """
    kept, room = "", most
    for character in _characters(name.translate(_NOT_IN_NAMES)):
        room -= len(character.encode("utf-8", "replace"))
        if room < 0:
            break
        kept += character
    kept = " ".join(kept.split()).strip(". ")
    return f"_{kept}" if _DEVICE.match(kept) else kept


def folded(name: str) -> str:
    """The same for two spellings of one name that differ in case, spaces, signs or accents.

    A letter more or less is another name: Hamad and Hamed may well be brothers.
    """
    letters = unicodedata.normalize("NFKD", name).translate(_letters().as_spelt).casefold()
    kept = "".join(letter for letter in letters if _tells(letter))
    return kept or " ".join(name.split())


def _tells(letter: str) -> bool:
    """Whether it can tell two names apart: accents cannot, vowel signs of Indian scripts do."""
    accent = 27 <= unicodedata.combining(letter) <= 35 or unicodedata.combining(letter) >= 200
    return letter.isalnum() or (unicodedata.category(letter)[0] == "M" and not accent)


def _characters(text: str) -> Iterator[str]:
    """What a reader sees as one character: a letter with its marks, an emoji with its joiners."""
    whole = ""
    for letter in text:
        if whole and not _joined(whole, letter):
            yield whole
            whole = ""
        whole += letter
    if whole:
        yield whole


def _joined(whole: str, letter: str) -> bool:
    """Whether the letter belongs to the character before it; flags are two letters."""
    mark = unicodedata.category(letter)[0] == "M" or letter == _JOINER
    skin = "🏻" <= letter <= "🏿"
    flag = len(whole) == 1 and all("🇦" <= half <= "🇿" for half in (whole, letter))
    return mark or skin or flag or whole[-1] == _JOINER


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:6]
