"""The one door to the engine when work is marked: whatever an answer holds, there is a mark."""

from course.judging import Answer, KnownTexts, Mark, Rubric
from course.judging.unread import unread
from course.log import log
from course.marking import mark
from course.marking.calibration import Marker
from course.marking.taught import Ear
from course.trainer.in_time import OutOfTime, in_time


def suggest(
    rubric: Rubric,
    answer: Answer,
    *,
    given: tuple[str, ...] = (),
    known: KnownTexts | None = None,
    marker: Marker | None = None,
    ear: Ear | None = None,
) -> Mark:
    """The suggested mark, by a marker that has learned where there is one.

    One strange answer must not cost a class its marks: what takes too long or breaks the engine
    is left unread, for the trainer.
    """
    read = marker.mark if marker else lambda answer, **more: mark(rubric, answer, **more)
    try:
        return in_time(lambda: read(answer, given=given, known=known, ear=ear))
    except OutOfTime:
        log().error("marking an answer to %s took too long", rubric.key)
        return unread(rubric, "out-of-time")
    except Exception as error:
        log().error("marking an answer to %s failed", rubric.key, exc_info=error)
        return unread(rubric, "engine-failed")
