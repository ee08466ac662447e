"""Marks the answers of a class to one question, and says which belong together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, overload

from course.judging import Answer, KnownTexts, Mark, Rubric
from course.judging.plan import shingles
from course.marking.engine import mark
from course.marking.groups import find_groups
from course.marking.twins import Twins, find_twins

TWIN_CEILING = 0.6  # as for any flag


class Marks(Protocol):
    """What has learned from marks, or anything else that marks."""

    def mark(
        self, answer: Answer | str, *, given: tuple[str, ...] = (), known: KnownTexts | None = None
    ) -> Mark: ...


@dataclass(frozen=True)
class Cohort(Sequence[Mark]):
    """The marks in the order of the answers.

    `twins` are pairs of places, `groups` places that one look can mark, the largest group first.
    """

    marks: tuple[Mark, ...]
    twins: tuple[Twins, ...] = ()
    groups: tuple[tuple[int, ...], ...] = ()

    def __len__(self) -> int:
        return len(self.marks)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self.marks)

    @overload
    def __getitem__(self, place: int) -> Mark: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Mark, ...]: ...
    def __getitem__(self, place: int | slice) -> Mark | tuple[Mark, ...]:
        return self.marks[place]

    def mark_first(self) -> tuple[int, ...]:
        """Places in the order that teaches most: one of each group, then the least certain.

        Empty answers come last; of a group, the first answer stands for all.
        """
        alone = set(range(len(self.marks))).difference(*self.groups)
        written = [group[0] for group in self.groups if "empty" not in self.marks[group[0]].flags]
        single = sorted(
            (place for place in alone if "empty" not in self.marks[place].flags),
            key=lambda place: (self.marks[place].confidence, place),
        )
        listed = set(written).union(single)
        blank = [p for p, m in enumerate(self.marks) if "empty" in m.flags and p not in listed]
        return (*written, *single, *blank)


def mark_many(
    rubric: Rubric,
    texts: Sequence[Answer | str],
    marker: Marks | None = None,
    *,
    given: tuple[str, ...] = (),
    known: KnownTexts | None = None,
) -> Cohort:
    """Mark a class: each answer as `mark` does, or as `marker` does that learned from marks.

    Answers that share their sentences are flagged as twins; `given` is what every learner was
    shown, so that two who quote it are not. `known` are texts that only a trainer has.
    """
    if marker:
        marks = [marker.mark(text, given=given, known=known) for text in texts]
    else:
        marks = [mark(rubric, text, given=given, known=known) for text in texts]
    if rubric.figure:
        return Cohort(tuple(marks))
    prose = [text if isinstance(text, str) else text.text for text in texts]
    twins = find_twins(prose, shingles((*given, rubric.question)))
    groups = find_groups(prose, marks)
    for place in {place for pair in twins for place in (pair.first, pair.second)}:
        marks[place] = as_twin(marks[place])
    return Cohort(tuple(marks), twins, groups)


def as_twin(mark: Mark) -> Mark:
    """The mark with the flag; its points stay, and a trainer looks."""
    way = "check" if mark.route == "suggest" else mark.route
    confidence = min(mark.confidence, TWIN_CEILING)
    return replace(mark, flags=(*mark.flags, "twin"), route=way, confidence=confidence)
