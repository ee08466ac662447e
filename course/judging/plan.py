"""A rubric made ready to mark by: its words looked up once."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from course.judging import guards
from course.judging.criterion_checks import CASE_FACT
from course.judging.likeness import Likeness
from course.judging.names import literal
from course.judging.rubric import Rubric
from course.reading import Concept, Vocabulary, load_lexicon, tokenise
from course.reading.numbers import Quantity, quantities


@dataclass(frozen=True)
class Plan:
    """What marking needs of a rubric; `facts` are the figures of the case."""

    hash: str
    vocabulary: Vocabulary
    facts: tuple[Quantity, ...]
    model: guards.Trigrams
    question: guards.Trigrams
    likeness: Likeness | None


_PLANS: WeakKeyDictionary[Rubric, Plan] = WeakKeyDictionary()


def plan(rubric: Rubric) -> Plan:
    if rubric not in _PLANS:
        _PLANS[rubric] = _make(rubric)
    return _PLANS[rubric]


def _make(rubric: Rubric) -> Plan:
    lexicon = load_lexicon()
    known = lexicon.concept | rubric.concepts | _facts(rubric)
    used = {name for c in rubric.criteria for p in c.patterns for name in p.concepts}
    used.update(_facts(rubric))
    concepts = {
        key: known.get(key) or Concept(en=(literal(key),), quoted=True) for key in sorted(used)
    }
    likeness = Likeness(rubric.reference_answers, rubric.question) if not rubric.criteria else None
    answers = rubric.reference_answers
    if rubric.model_answer:
        answers = (*answers, rubric.model_answer.en, rubric.model_answer.ar)
    return Plan(
        hash=rubric.hash,
        vocabulary=Vocabulary(concepts, lexicon.not_typos),
        facts=tuple(quantities(one)[0] for one in rubric.facts if not literal(one)),
        model=shingles(answers),
        question=shingles((rubric.question,)),
        likeness=likeness if rubric.reference_answers else None,
    )


def _facts(rubric: Rubric) -> dict[str, Concept]:
    """The quoted facts of the case as one concept."""
    words = tuple(words for fact in rubric.facts if (words := literal(fact)))
    return {CASE_FACT: Concept(en=words)} if words else {}


def shingles(texts: tuple[str, ...]) -> guards.Trigrams:
    return frozenset(three for text in texts for three in guards.trigrams(tokenise(text)[0]))
