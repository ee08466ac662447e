"""The marks of assessed answers: figures, choices and prose; learning from a trainer's marks.

Rubric, Answer and Mark are the judge's, and stand here as well for programs that only mark.
"""

from typing import TYPE_CHECKING

from course.lazily import lazily

if TYPE_CHECKING:
    from course.judging import Answer, Mark, Rubric, RubricError, Verdict
    from course.marking import (
        agreement,
        calibration,
        manner,
        pointing,
        second_look,
        second_prompt,
        second_reader,
        sureness,
        taught,
        teaching,
        twins,
    )
    from course.marking.calibration import Marker, calibrate
    from course.marking.cohort import Cohort, as_twin, mark_many
    from course.marking.engine import mark
    from course.marking.groups import find_groups
    from course.marking.rubric_trial import Trial, try_out
else:
    __getattr__ = lazily(__name__, __file__)

__all__ = [
    "Answer",
    "Cohort",
    "Mark",
    "Marker",
    "Rubric",
    "RubricError",
    "Trial",
    "Verdict",
    "agreement",
    "as_twin",
    "calibrate",
    "calibration",
    "find_groups",
    "manner",
    "mark",
    "mark_many",
    "pointing",
    "second_look",
    "second_prompt",
    "second_reader",
    "sureness",
    "taught",
    "teaching",
    "try_out",
    "twins",
]
