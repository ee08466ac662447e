"""A second reader's view of one answer, from what is kept of its replies: nothing is asked here."""

from collections.abc import Iterator

import msgspec

from course.content import Question
from course.judging import Answer, Mark, Rubric
from course.judging.unread import too_long
from course.marking import second_reader
from course.marking.second_prompt import LANGUAGE, Asked
from course.marking.second_reader import Reading, Void
from course.trainer import second_kept
from course.trainer.nameless import nameless
from course.trainer.second_kept import Used

NOT_ASKED: Void = "not-asked"


class SecondView(msgspec.Struct, frozen=True):
    """Who read it, its total where it has one, and what it says of each criterion."""

    reader: Used
    total: float | None
    readings: dict[str, Reading]


def to_ask(question: Question, rubric: Rubric, answer: Answer) -> Iterator[tuple[str, Asked]]:
    """Each criterion that an answer can be read on; none for a figure, or for no words."""
    if rubric.figure or not answer.text.strip() or too_long(answer):
        return
    for criterion in rubric.criteria:
        yield criterion.key, Asked.of(question.asks[LANGUAGE], criterion)


def view(
    used: Used, question: Question, rubric: Rubric, answer: Answer, mark: Mark, name: str
) -> SecondView | None:
    """What is kept of one answer, without its author's name; nothing where nothing is.

    Beside a mark without criteria, as of an answer left unread, there is no place for it.
    """
    if not mark.criteria:
        return None
    text, readings = nameless(answer.text, name), {}
    for key, asked in to_ask(question, rubric, answer):
        found = second_kept.find(used, asked, text)
        readings[key] = found or Reading(void=NOT_ASKED)
    if all(one.void == NOT_ASKED for one in readings.values()):
        return None
    return SecondView(used, second_reader.second_total(rubric, mark, readings), readings)
