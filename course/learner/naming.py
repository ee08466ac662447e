"""Names files and folders after people, in letters and a length every file system takes."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator

# Enough to recognise a person by; not a scholar's transliteration.
_ARABIC = {
    **dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", (
        "a", "b", "t", "th", "j", "h", "kh", "d", "dh", "r", "z", "s", "sh", "s", "d", "t", "z",
        "a", "gh", "f", "q", "k", "l", "m", "n", "h", "w", "y",
    ), strict=True)),
    "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ة": "a", "ى": "a", "ء": "", "ؤ": "u", "ئ": "i",
    "ـ": "", "پ": "p", "چ": "ch", "گ": "g", "ڤ": "v",
}  # fmt: skip
_MAX = 40
# One sound spelt two ways; the dots and signs over a letter go with the accents.
_SPELT = str.maketrans({"ى": "ي", "ة": "ه", "ٱ": "ا", "ـ": None})
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|', " "))
# Windows opens a device by these, whatever stands behind the first dot.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE)
_JOINER = "\u200d"


def slug(name: str) -> str:
    """A name in small ASCII letters and hyphens; one without any letters gets a number."""
    latin = "".join(_ARABIC.get(letter, letter) for letter in name)
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
    letters = unicodedata.normalize("NFKD", name).translate(_SPELT).casefold()
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
