"""Judgements: text in, findings out. No widgets, no wording, no clock, no chance."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from course.scoring.answer import Answer

# The module `mark` is imported before the function of that name, which then keeps the name.
from course.scoring.mark import CriterionMark, Mark

if TYPE_CHECKING:
    from course.scoring.learning import Marker
    from course.scoring.rubric import CaseRubric, Rubric, RubricError, load_case_rubric

__all__ = [
    "Answer",
    "CaseRubric",
    "CriterionMark",
    "Mark",
    "Marker",
    "Rubric",
    "RubricError",
    "calibrate",
    "load_case_rubric",
    "mark",
    "mark_many",
]
# Forms import course.scoring for a draft's review: what marks loads only when asked for.
_LATER = {"Marker": "learning", "calibrate": "learning", "mark_many": "cohort"}


def mark(rubric: "Rubric", answer: "Answer | str", *, given: tuple[str, ...] = ()) -> Mark:
    """The suggested mark of one answer; `given` are texts the learner was shown."""
    from course.scoring.engine import mark

    return mark(rubric, answer, given=given)


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module(f"course.scoring.{_LATER.get(name, 'rubric')}"), name)
    raise AttributeError(f"course.scoring has no {name}")
