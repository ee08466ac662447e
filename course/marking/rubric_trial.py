"""Tries a rubric on its own exemplars: which points they get, and what tells them apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from course.judging import Answer, Exemplar, Mark, Rubric
from course.marking.engine import mark
from course.reading import Concept, tokenise

# A word without these is the same word: what is left may not differ.
_INFLECTED = re.compile(r"(?:ies|es|s|ied|ed|ing|'s|e|y)$")
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
    def joined(self) -> tuple[tuple[str, str, str], ...]:
        """Two words that are read as one, as their stem is one: a word of the rubric's texts, a
        term of its own, and the concept. `conservative` is not what `conservation` is.
        """
        said = dict(_words(*_texts(self.rubric)))
        return tuple(
            (word, term, key)
            for key, concept in sorted(self.rubric.concepts.items())
            for term, stem in sorted(_terms(concept))
            for word in sorted(said)
            if said[word] == stem and word not in dict(_terms(concept)) and _differ(word, term)
        )

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


def _texts(rubric: Rubric) -> list[str]:
    """What the rubric's author wrote as people would."""
    model = (rubric.model_answer.en,) if rubric.model_answer else ()
    exemplars = (exemplar.text for exemplar in rubric.exemplars)
    return [rubric.question, *rubric.reference_answers, *model, *exemplars]


def _terms(concept: Concept) -> set[tuple[str, str]]:
    return set() if concept.exact or concept.quoted else set(_words(*concept.en))


def _words(*texts: str) -> Iterator[tuple[str, str]]:
    """The words of some texts, each with its stem."""
    return ((token.norm, token.stem) for text in texts for token in tokenise(text)[0])


def _differ(one: str, other: str) -> bool:
    return _INFLECTED.sub("", one) != _INFLECTED.sub("", other)
