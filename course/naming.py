"""Names a learner's folder after the learner, in letters every file system takes."""

import hashlib
import re
import unicodedata

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


def slug(name: str) -> str:
    """A name in small ASCII letters and hyphens; one without any letters gets a number."""
    latin = "".join(_ARABIC.get(letter, letter) for letter in name)
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_MAX].strip("-")
    return short if re.search(r"[a-z]", short) else f"learner-{fingerprint(name)}"


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:6]
