"""Tries a rubric on its own exemplars: which points they get, and what tells them apart."""

from dataclasses import dataclass

from course.judging import Answer, Exemplar, Mark, Rubric
from course.marking.engine import mark

CLOSE = 0.01  # points that an exemplar may miss by


@dataclass(frozen=True)
class Tried:
    """An exemplar and the mark it got."""

    exemplar: Exemplar
    mark: Mark

    @property
    def as_expected(self) -> bool:
        return abs(self.mark.points - self.exemplar.points) <= CLOSE


@dataclass(frozen=True)
class Trial:
    """Every exemplar tried; `levels` holds by criterion the level each exemplar reached."""

    rubric: Rubric
    tried: tuple[Tried, ...]

    @property
    def levels(self) -> dict[str, tuple[int, ...]]:
        keys = [criterion.key for criterion in self.rubric.criteria]
        by_key = [{c.key: c.level for c in one.mark.criteria} for one in self.tried]
        return {key: tuple(levels[key] for levels in by_key) for key in keys}

    @property
    def idle(self) -> tuple[str, ...]:
        """The criteria that no exemplar gets more on than another: nothing shows they work."""
        if len(self.tried) < 2:
            return ()
        return tuple(key for key, levels in self.levels.items() if len(set(levels)) < 2)

    @property
    def surprises(self) -> tuple[Tried, ...]:
        return tuple(one for one in self.tried if not one.as_expected)


def try_out(rubric: Rubric) -> Trial:
    """Mark a rubric's exemplars by it."""
    return Trial(
        rubric, tuple(Tried(e, mark(rubric, _answer(rubric, e))) for e in rubric.exemplars)
    )


def _answer(rubric: Rubric, exemplar: Exemplar) -> Answer:
    if rubric.figure:
        return Answer(figure=exemplar.text)
    return Answer(text=exemplar.text, choice=exemplar.choice)
