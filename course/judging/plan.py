"""A rubric made ready to mark by: its words looked up and its patterns taken apart, once."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from course.judging import guards
from course.judging.evidence import CASE_FACT, Compiled, compiled
from course.judging.likeness import Likeness
from course.judging.names import literal, sided
from course.judging.rubric import Criterion, Pattern, Rubric
from course.reading import Concept, Vocabulary, load_lexicon, tokenise
from course.reading.numbers import quantities


@dataclass(frozen=True)
class Plan:
    """What marking needs of a rubric, by criterion key and evidence, error or veto key."""

    hash: str
    vocabulary: Vocabulary
    patterns: dict[tuple[str, str], tuple[Compiled, ...]]
    model: guards.Trigrams
    question: guards.Trigrams
    likeness: Likeness | None


VETO = ""  # the key of a criterion's veto; no piece of evidence may have it
_PLANS: WeakKeyDictionary[Rubric, Plan] = WeakKeyDictionary()


def plan(rubric: Rubric) -> Plan:
    if rubric not in _PLANS:
        _PLANS[rubric] = _make(rubric)
    return _PLANS[rubric]


def _make(rubric: Rubric) -> Plan:
    lexicon = load_lexicon()
    known = lexicon.concept | rubric.concepts | _facts(rubric)
    used = {name for c in rubric.criteria for p in _patterns(c) for name in _concepts(p)}
    used.update(_facts(rubric))
    concepts = {
        key: known.get(key) or Concept(en=(literal(key),), quoted=True) for key in sorted(used)
    }
    figures = tuple(quantities(fact)[0] for fact in rubric.facts if not literal(fact))
    patterns = {
        (criterion.key, key): tuple(compiled(pattern, figures) for pattern in alternatives)
        for criterion in rubric.criteria
        for key, alternatives in _keyed(criterion)
    }
    likeness = Likeness(rubric.reference_answers, rubric.question) if not rubric.criteria else None
    answers = rubric.reference_answers
    if rubric.model_answer:
        answers = (*answers, rubric.model_answer.en, rubric.model_answer.ar)
    return Plan(
        hash=rubric.hash,
        vocabulary=Vocabulary(concepts, lexicon.not_typos),
        patterns=patterns,
        model=shingles(answers),
        question=shingles((rubric.question,)),
        likeness=likeness if rubric.reference_answers else None,
    )


def _keyed(criterion: Criterion) -> list[tuple[str, tuple[Pattern, ...]]]:
    return [*((piece.key, piece.any_of) for piece in criterion.pieces), (VETO, criterion.veto)]


def _quoted(name: str) -> Concept:
    return Concept(en=(literal(name),), quoted=True)


def _facts(rubric: Rubric) -> dict[str, Concept]:
    """The quoted facts of the case as one concept."""
    words = tuple(words for fact in rubric.facts if (words := literal(fact)))
    return {CASE_FACT: Concept(en=words)} if words else {}


def shingles(texts: tuple[str, ...]) -> guards.Trigrams:
    return frozenset(three for text in texts for three in guards.trigrams(tokenise(text)[0]))


def _patterns(criterion: Criterion) -> list[Pattern]:
    return [pattern for _, patterns in _keyed(criterion) for pattern in patterns]


def _concepts(pattern: Pattern) -> list[str]:
    places = (*pattern.before, *pattern.after, *pattern.bars, *pattern.apart)
    single = (name for name in (pattern.of, pattern.about, pattern.since) if name)
    groups = (*pattern.all_of, *pattern.unless, *places, *single)
    return [name for group in groups for _, name in sided(group)]
