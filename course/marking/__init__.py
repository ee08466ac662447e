"""The marks of assessed answers: figures, choices and prose; learning from a trainer's marks."""

from typing import TYPE_CHECKING

from course.lazily import lazily

if TYPE_CHECKING:
    from course.marking import agreement, learning, twins
    from course.marking.cohort import Cohort, as_twin
    from course.marking.engine import mark
    from course.marking.groups import find_groups
    from course.marking.rubric_trial import Trial, try_out
else:
    __getattr__ = lazily(__name__, __file__)

__all__ = [
    "Cohort",
    "Trial",
    "agreement",
    "as_twin",
    "find_groups",
    "learning",
    "mark",
    "try_out",
    "twins",
]
