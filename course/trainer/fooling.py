"""Whether the marking of a case is fooled by texts that hold the words and decide nothing."""

import msgspec

from course.content import load_case
from course.judging import Answer, Rubric
from course.trainer import teaching
from course.trainer.build import rubric_of
from course.trainer.hollow import Hollow, hollow
from course.trainer.known import known_texts
from course.trainer.suggest import suggest
from course.trainer.vectors import meanings

SHARE = 0.3  # of the points; above, a text that decides nothing has fooled the marking


class Fooled(msgspec.Struct, frozen=True):
    """How a case's marking takes the texts that are to prove it cannot be fooled.

    `above`: what those were that got more than SHARE of the points for what they say.
    """

    count: int
    suggested: int
    above: tuple[str, ...]


def fooled(case: str) -> Fooled | None:
    """Mark what is to prove as a class's answers are marked; None where nothing was written."""
    texts = [text for text in hollow(case) if text.part == "prove"]
    if not texts:
        return None
    rubric, story = rubric_of(case), load_case(case)
    known = known_texts(story, rubric)
    above, suggested = [], 0
    with meanings() as vectors:
        ears = teaching.ears(case, vectors)
        for text in texts:
            question = rubric.question(text.question)
            answer = Answer(text=text.text, choice=text.choice)
            ear = ears.get(question.key)
            made = suggest(question, answer, given=story.texts, known=known, ear=ear)
            suggested += made.route == "suggest"
            if made.points - _chosen(question, text) > SHARE * question.max_points:
                above.append(f"{text.question}: {text.kind}")
    return Fooled(len(texts), suggested, tuple(above))


def _chosen(question: Rubric, text: Hollow) -> float:
    """The option chosen is right or wrong by itself."""
    return next((o.points for o in question.options if o.key == text.choice), 0.0)
