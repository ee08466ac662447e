"""Teaches a question by examples: answers with the levels people gave and the sentences they name.

Everything is solved in closed form or in a fixed number of steps, so the same examples teach the
same. Who wrote an answer never teaches how it is heard: writers are kept apart in folds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from course.judging import Criterion, Mark, Rubric
from course.marking.agreement import is_near
from course.marking.combining import against, fully, in_all, said, signs, traits
from course.marking.folds import folds
from course.marking.heads import Heads, as_whole, in_context
from course.marking.packing import packed
from course.marking.pointing import finest, points_of, whole
from course.marking.sureness import UNSURE, fitted
from course.marking.taught import Ear, Heard, Line, Taught, heard_by
from course.reading import Meanings

if TYPE_CHECKING:
    from course.marking.kriging import Floats

FEWEST = 4  # sentences that must say a thing before there is a head for it
# What a line is chosen from: how much people waver about it, and how steep a trait may count.
WAVERING = (0.03, 0.06, 0.12, 0.25, 0.5)
STEEPNESS = (0.003, 0.01, 0.03, 0.1, 0.3)
MOST_STRETCH = 1.6  # wider than that, it would be chance that is stretched


@dataclass(frozen=True)
class Example:
    """An answer, who wrote it, its mark by the rubric alone, and what people said of it.

    `levels` by criterion are the means of the readers. `said` and `against` by criterion: the
    windows that carry it or say its opposite, counted from 0, with the share of readers.
    """

    key: str
    writer: str
    text: str
    found: Mark
    levels: dict[str, float]
    said: dict[str, dict[int, float]] = field(default_factory=dict)
    against: dict[str, dict[int, float]] = field(default_factory=dict)


def teach(
    rubric: Rubric,
    examples: Sequence[Example],
    meanings: Meanings,
    *,
    tune: Sequence[Example] = (),
    made_from: str = "",
) -> Taught:
    """What the examples teach. How sure one may be is fitted on them and on those to `tune` by.

    No answer to `tune` by teaches a head or a line.
    """
    import numpy as np

    held = sorted(examples, key=lambda example: example.key)
    lessons = [_Lesson.of(example, meanings) for example in held]
    said_ = _things(rubric, held)
    for lesson in lessons:
        lesson.wanted = _wanted(rubric, lesson, said_)
        lesson.shares = _reached(rubric, lesson.example)
    things = (*said_, *(in_all(c.key) for c in rubric.criteria))
    heads = _heads(lessons)
    heard = _heard_by_others(lessons, things)
    rows = {
        c.key: np.array([_traits(c, one, h) for one, h in zip(held, heard, strict=True)])
        for c in rubric.criteria
    }
    fits = {
        c.key: _fit(rows[c.key], np.array([e.levels[c.key] for e in held])) for c in rubric.criteria
    }
    untuned = Taught(
        question=rubric.key,
        encoder=meanings.encoder,
        made_from=made_from,
        examples=len(held),
        things=things,
        heads=packed(np.hstack([heads.weights, heads.bias[:, None]])),
        seen=packed(_carrying(lessons)),
        lines=tuple(_line(key, fit) for key, fit in fits.items()),
        sureness=UNSURE,
    )
    seen = [
        _judged(rubric, example, heard[place], [fit.left_out(place) for fit in fits.values()])
        for place, example in enumerate(held)
    ]
    ear = Ear(untuned, meanings)
    for example in tune:
        hears = ear.hear(example.text)
        levels = [
            line.level(_traits(c, example, hears))
            for c, line in zip(rubric.criteria, untuned.lines, strict=True)
        ]
        seen.append(_judged(rubric, example, hears, levels))
    writers = [example.writer for example in (*held, *tune)]
    return msgspec.structs.replace(untuned, sureness=fitted(seen, writers))


@dataclass
class _Lesson:
    """An example's windows as vectors, which of them say what, and how far up it is in all.

    Shapes (n, d), (n, things), (criteria,).
    """

    example: Example
    vectors: "Floats"
    wanted: "Floats"
    shares: "Floats"

    @classmethod
    def of(cls, example: Example, meanings: Meanings) -> "_Lesson":
        import numpy as np

        vectors = meanings.of_text(example.text)
        return cls(example, vectors, np.zeros((len(vectors), 0)), np.zeros(0))


def _things(rubric: Rubric, examples: Sequence[Example]) -> tuple[str, ...]:
    """What there are heads for: each criterion, its highest level, and its opposite."""
    names = []
    for criterion in rubric.criteria:
        key = criterion.key
        if _enough(e.said.get(key, {}) for e in examples):
            names.append(said(key))
        if len(criterion.levels) > 2 and _enough(
            e.said.get(key, {}) for e in examples if _is_full(criterion, e)
        ):
            names.append(fully(key))
        if _enough(e.against.get(key, {}) for e in examples):
            names.append(against(key))
    return tuple(names)


def _enough(said_by: Iterable[dict[int, float]]) -> bool:
    return sum(len(one) for one in said_by) >= FEWEST


def _is_full(criterion: Criterion, example: Example) -> bool:
    return example.levels[criterion.key] > len(criterion.levels) - 1.75


def _wanted(rubric: Rubric, lesson: _Lesson, things: Sequence[str]) -> "Floats":
    import numpy as np

    count, example = len(lesson.vectors), lesson.example
    wanted = np.zeros((count, len(things)))
    for criterion in rubric.criteria:
        key = criterion.key
        of = {said(key): example.said, against(key): example.against}
        if _is_full(criterion, example):
            of[fully(key)] = example.said
        for name, numbers in of.items():
            if name in things:
                for number, share in numbers.get(key, {}).items():
                    if number < count:
                        wanted[number, things.index(name)] = share
    return wanted


def _reached(rubric: Rubric, example: Example) -> "Floats":
    """How far up the levels of each criterion, 0 to 1; shape (criteria,)."""
    import numpy as np

    return np.array([example.levels[c.key] / (len(c.levels) - 1) for c in rubric.criteria])


def _heads(lessons: Sequence[_Lesson]) -> Heads:
    import numpy as np

    with_words = [lesson for lesson in lessons if len(lesson.vectors)]
    stretches = np.vstack([in_context(lesson.vectors) for lesson in with_words])
    heads = Heads.taught(stretches, np.vstack([lesson.wanted for lesson in with_words]))
    answers = np.vstack([as_whole(lesson.vectors) for lesson in with_words])
    shares = np.vstack([lesson.shares for lesson in with_words])
    return heads.beside(Heads.of_answers(answers, shares))


def _carrying(lessons: Sequence[_Lesson]) -> "Floats":
    """The vectors of the sentences that say something, for better or worse; shape (n, d)."""
    import numpy as np

    held = [lesson for lesson in lessons if len(lesson.vectors)]
    return np.vstack([lesson.vectors[lesson.wanted.any(axis=1)] for lesson in held])


def _heard_by_others(lessons: Sequence[_Lesson], things: tuple[str, ...]) -> list[Heard]:
    """Each example as heard by heads that its writer did not teach."""
    places = {name: place for place, name in enumerate(things)}
    heard: dict[int, Heard] = {}
    for kept, out in folds([lesson.example.writer for lesson in lessons]):
        others = [lessons[place] for place in kept]
        heads, seen = _heads(others), _carrying(others)
        for place in out:
            lesson = lessons[place]
            heard[place] = heard_by(heads, seen, lesson.example.text, lesson.vectors, places)
    return [heard[place] for place in range(len(lessons))]


def _traits(criterion: Criterion, example: Example, heard: Heard) -> "Floats":
    found = next(c for c in example.found.criteria if c.key == criterion.key)
    return traits(criterion, found, heard)


@dataclass(frozen=True)
class _Fit:
    """Bayesian linear regression (Bishop 2006, section 3.3), with each example left out."""

    weights: "Floats"
    doubt: "Floats"
    means: "Floats"
    spreads: "Floats"
    bias: float
    stretch: float
    noise: float
    guesses: "Floats"
    variances: "Floats"

    def left_out(self, place: int) -> tuple[float, float]:
        stretched = self.bias + self.stretch * (float(self.guesses[place]) - self.bias)
        return stretched, float(self.variances[place])


def _fit(rows: "Floats", levels: "Floats") -> _Fit:
    """The line that is least surprised by each example when it knows the others."""
    import numpy as np

    means, spreads = rows.mean(axis=0), np.maximum(rows.std(axis=0), 0.05)
    scaled, bias = (rows - means) / spreads, float(levels.mean())
    best: tuple[float, _Fit] | None = None
    for noise in WAVERING:
        for steep in STEEPNESS:
            inner = scaled.T @ scaled / noise + np.eye(scaled.shape[1]) / steep
            doubt = np.linalg.inv(inner)
            weights = doubt @ scaled.T @ (levels - bias) / noise
            lever = np.einsum("ij,jk,ik->i", scaled, doubt, scaled) / noise + 1 / len(levels)
            lever = np.minimum(lever, 0.99)
            guesses = levels - (levels - bias - scaled @ weights) / (1 - lever)
            variances = noise / (1 - lever)
            surprise = float(np.mean((levels - guesses) ** 2 / variances + np.log(variances)))
            if best is None or surprise < best[0]:
                wide = _stretch(levels, guesses)
                made = _Fit(weights, doubt, means, spreads, bias, wide, noise, guesses, variances)
                best = surprise, made
    assert best
    return best[1]


def _stretch(levels: "Floats", guesses: "Floats") -> float:
    """How much wider the levels lie than what is guessed of them from the others."""
    narrow = float(guesses.std())
    return min(MOST_STRETCH, max(1.0, float(levels.std()) / narrow)) if narrow else 1.0


def _line(key: str, fit: _Fit) -> Line:
    def short(values: "Floats") -> tuple[float, ...]:
        return tuple(round(float(value), 6) for value in values.ravel())

    return Line(
        key=key,
        weights=short(fit.weights),
        means=short(fit.means),
        spreads=short(fit.spreads),
        bias=round(fit.bias, 6),
        stretch=round(fit.stretch, 6),
        spread=round(fit.noise, 6),
        doubt=short(fit.doubt),
    )


def _judged(
    rubric: Rubric, example: Example, heard: Heard, levels: Sequence[tuple[float, float]]
) -> tuple["Floats", bool]:
    """The signs of doubt of an example, and whether its points would have been near."""
    step, made = finest(rubric.max_points), [level for level, _ in levels]
    apart = sum(
        points_of(c, found) - points_of(c, example.levels[c.key])
        for c, found in zip(rubric.criteria, whole(rubric.criteria, made, step), strict=True)
    )
    return signs(rubric, example.found, levels, heard), is_near(apart, rubric.max_points)
