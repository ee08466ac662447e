"""Lays out the folder of a new lesson or case: data/templates/, under its own name.

The template is a lesson (or a case) named `new-lesson`; the tests lay it out and run it, so
that it is always right.
"""

import re
from pathlib import Path
from typing import Literal

from course.content import ContentError, load_modules
from course.content.folders import LESSON, of_case, of_lesson
from course.disk import SHARED, write_whole
from course.errors import CourseError
from course.paths import DATA

Kind = Literal["lesson", "case"]
_SLUG = re.compile(r"[a-z][a-z0-9-]{2,40}")
# What nbgrader and the course keep in the trainer's folder beside the cases.
_TAKEN = frozenset(
    {"source", "release", "submitted", "autograded", "feedback", "learned", "reports"}
    | {"earlier", "closings", "late", "second-reader", "new-lesson", "new-case"}
)


def lay_out(kind: Kind, slug: str) -> list[Path]:
    """The files of a new lesson or case, written; a name that cannot be used is refused."""
    _check(slug)
    place = of_lesson(slug, "") if kind == "lesson" else of_case(slug, "")
    template, made = DATA / "templates" / kind, []
    for path in sorted(file for file in template.rglob("*") if file.is_file()):
        text = path.read_text(encoding="utf-8").replace(f"new-{kind}", slug)
        if path.name == LESSON:
            last = max((module.order for module in load_modules().values()), default=0)
            text = text.replace("order = 0", f"order = {last + 1}")
        name = path.relative_to(template).as_posix().replace(f"new-{kind}", slug)
        made.append(place / name)
        write_whole(place / name, text.encode(), SHARED)
    load_modules.cache_clear()
    return made


def _check(slug: str) -> None:
    if not _SLUG.fullmatch(slug) or slug in _TAKEN:
        remedy = "Use 3 to 41 small letters, digits and hyphens, for example 'close-the-loop'."
        raise CourseError(f"'{slug}' is no name for a folder. {remedy}")
    for place in (of_lesson(slug, ""), of_case(slug, "")):
        if place.exists():
            raise ContentError(place, "", "there is one already", "Choose another name.")
