"""A rubric made ready to mark by: its words looked up and its patterns taken apart, once."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from course.scoring import guards
from course.scoring.evidence import Compiled, compiled, sided
from course.scoring.lexicon import load_lexicon
from course.scoring.rubric import Criterion, Pattern, Rubric
from course.scoring.tokens import tokenise
from course.scoring.vocabulary import Vocabulary


@dataclass(frozen=True)
class Plan:
    """What marking needs of a rubric, by criterion key and evidence or error key."""

    vocabulary: Vocabulary
    patterns: dict[tuple[str, str], tuple[Compiled, ...]]
    model: guards.Trigrams
    prompt: guards.Trigrams


_PLANS: WeakKeyDictionary[Rubric, Plan] = WeakKeyDictionary()


def plan(rubric: Rubric) -> Plan:
    if rubric not in _PLANS:
        _PLANS[rubric] = _make(rubric)
    return _PLANS[rubric]


def _make(rubric: Rubric) -> Plan:
    lexicon = load_lexicon()
    used = {name for c in rubric.criteria for p in _patterns(c) for name in _concepts(p)}
    known = lexicon.concept | rubric.concepts
    vocabulary = Vocabulary({key: known[key] for key in sorted(used)}, lexicon.not_typos)
    patterns = {
        (criterion.key, piece.key): tuple(compiled(pattern) for pattern in piece.any_of)
        for criterion in rubric.criteria
        for piece in (*criterion.evidence, *criterion.common_errors)
    }
    model = shingles((rubric.model_answer.en, rubric.model_answer.ar))
    return Plan(vocabulary, patterns, model, shingles((rubric.prompt,)))


def shingles(texts: tuple[str, ...]) -> guards.Trigrams:
    return frozenset(three for text in texts for three in guards.trigrams(tokenise(text)[0]))


def _patterns(criterion: Criterion) -> list[Pattern]:
    pieces = (*criterion.evidence, *criterion.common_errors)
    return [pattern for piece in pieces for pattern in piece.any_of]


def _concepts(pattern: Pattern) -> list[str]:
    groups = (*pattern.all_of, *pattern.unless)
    return [name for group in groups for _, name in sided(group)]
