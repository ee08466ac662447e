"""Words in each language the course speaks."""

from typing import Literal

import msgspec

Language = Literal["en", "ar"]
LANGUAGES: tuple[Language, ...] = ("en", "ar")


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same words in English and Arabic; a record without both does not load."""

    en: str
    ar: str

    def __post_init__(self) -> None:
        for language in LANGUAGES:
            if not self[language].strip():
                raise ValueError(f"the words in '{language}' are empty")

    def __getitem__(self, language: Language) -> str:
        words: str = getattr(self, language)
        return words
