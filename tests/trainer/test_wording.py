"""Every entry of the marking's wording is used, and every one it uses is there."""

import re

from course import paths
from course.content import wording

HOUSE = paths.ROOT / "course"


def entries(language="en"):
    return {name for name in wording(language).names() if name.startswith("grading.")}


def test_both_languages_say_the_same_things():
    assert entries("en") == entries("ar")
    for name in entries():
        braces = [re.findall(r"\{(\w+)\}", wording(lang)._entries[name]) for lang in ("en", "ar")]
        assert sorted(braces[0]) == sorted(braces[1]), name


def test_no_entry_is_left_over():
    read = ("trainer", "learner", "judging", "marking", "lab")
    files = [path for part in read for path in (HOUSE / part).rglob("*.py")]
    files += (HOUSE / "trainer").rglob("*.j2")
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    names = {name.rpartition(".")[2] for name in entries()}
    assert {name for name in names if f'"{name}"' not in text and f".{name}" not in text} == set()
