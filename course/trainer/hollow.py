"""Texts written to fool the marking of a case: they teach what an answer without a decision is."""

from typing import Literal

import msgspec

from course.content import by_key, load
from course.trainer import folders


class Hollow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text that holds the words and says nothing; what is to `prove` teaches nothing."""

    key: str
    question: str
    text: str
    part: Literal["teach", "prove"]
    kind: str
    language: str
    choice: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    texts: tuple[Hollow, ...] = msgspec.field(name="text")


def hollow(case: str) -> tuple[Hollow, ...]:
    """Those of a case, if any were written; ContentError says what is wrong and where."""
    path = folders.hollow(case)
    if not path.is_file():
        return ()
    texts = load(path, _File).texts
    by_key(texts, lambda text: text.key, path, "text")
    return texts
