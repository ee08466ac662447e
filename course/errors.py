"""The one kind of error whose words a reader may see as they are."""

import os


class CourseError(ValueError):
    """What is wrong, where, and what to do: one sentence, in our own words."""


def strict() -> bool:
    """Whether failures should stop the program: when notebooks are tested, not read."""
    return bool(os.environ.get("COURSE_STRICT"))
