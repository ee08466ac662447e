"""The errors whose words a reader may see as they are: the trainer, or the learner too."""

import os


class CourseError(ValueError):
    """What is wrong, where, and what to do: one sentence, in our own words."""


class LearnerError(CourseError):
    """The same for a learner: in their language, and no word of a file of the course."""


def strict() -> bool:
    """Whether failures should stop the program: when notebooks are tested, not read."""
    return bool(os.environ.get("COURSE_STRICT"))
