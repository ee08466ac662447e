"""An answer that is not read: it has no points and no criteria, and a trainer marks it."""

from course.judging.answer import Answer
from course.judging.rubric import Rubric
from course.judging.verdict import Mark, Unread

# Characters of the longest answer that is read: some 8,000 words, for questions that want 200.
# The engine reads as many in less than a second, whatever they are (tests/bench/hostile.py).
LONGEST = 50_000


def too_long(answer: Answer | str) -> bool:
    texts = (answer,) if isinstance(answer, str) else (answer.text, answer.figure)
    return any(len(text) > LONGEST for text in texts)


def unread(rubric: Rubric, flag: Unread) -> Mark:
    """`flag` says why."""
    return Mark(0.0, rubric.max_points, (), 0.0, "trainer", (flag,), rubric.hash)
