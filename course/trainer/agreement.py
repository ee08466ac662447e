"""How far the engine agrees with people, and people with each other, on the same answers."""

from dataclasses import dataclass
from statistics import fmean

from course.content import load_case
from course.judging import Mark
from course.marking.agreement import Agreement, Bin, Share, agree, is_near, reliability, work
from course.trainer.build import rubric_of
from course.trainer.gold import Gold, GoldSet, Marked, Reading, read_by_all
from course.trainer.known import known_texts
from course.trainer.proposals import trainer_marks
from course.trainer.suggest import suggest
from course.trainer.teaching import ears
from course.trainer.vectors import meanings

Pair = tuple[str, str]  # of readings; "engine" is one of them
ENGINE = "engine"
TRAINER = "trainer"


@dataclass(frozen=True)
class Comparison:
    """One question: each pair of markings on points, and on the levels of each criterion.

    A suggestion is right where it is within a tenth of the mean of the people's points.
    """

    question: str
    origin: str
    readings: tuple[Reading, ...]
    count: int
    most: float
    points: dict[Pair, Agreement]
    criteria: dict[str, dict[Pair, Agreement]]
    bins: tuple[Bin, ...]
    work: tuple[Share, ...]
    unlike: tuple[tuple[str, float, float], ...]
    case: str = ""


def compare(gold_set: GoldSet) -> Comparison:
    """Mark every answer as a class is marked, and set it beside what people gave."""
    gold_set = read_by_all(gold_set)
    gold, rubric = gold_set.gold, gold_set.rubric
    with meanings() as vectors:
        ear = ears(gold.case, vectors).get(rubric.key) if gold.case else None
        marks = [
            suggest(
                rubric,
                gold_set.answer(answer),
                given=gold_set.given,
                known=gold_set.known,
                ear=ear,
            )
            for answer in gold.answers
        ]
    points = {ENGINE: [made.points for made in marks]}
    for reading in gold.readings:
        points[reading.key] = [gold_set.points(answer, reading.key) for answer in gold.answers]
    pairs = _pairs([reading.key for reading in gold.readings])
    people = [
        fmean(points[reading.key][place] for reading in gold.readings)
        for place in range(len(gold.answers))
    ]
    right = [is_near(m.points - p, rubric.max_points) for m, p in zip(marks, people, strict=True)]
    return Comparison(
        question=gold.question,
        origin=gold.origin,
        readings=gold.readings,
        count=len(gold.answers),
        most=rubric.max_points,
        points={(a, b): agree(points[a], points[b], rubric.max_points) for a, b in pairs},
        criteria=_by_criterion(gold_set, marks, pairs),
        bins=reliability([made.confidence for made in marks], right),
        work=work(marks, right),
        unlike=_unlike(gold, marks, people, right),
        case=gold.case,
    )


def by_trainer(case: str) -> tuple[GoldSet, ...]:
    """The answers whose points a trainer typed in formgrader, question by question."""
    rubric, story = rubric_of(case), load_case(case)
    given, known = story.texts, known_texts(story, rubric)
    by = Reading(TRAINER, "points typed in formgrader")
    sets = []
    for question, pairs in trainer_marks(case, rubric).items():
        if pairs and not rubric.question(question).figure:
            answers = tuple(
                Marked(f"{number}", a.text, choice=a.choice, points={TRAINER: points})
                for number, (a, points) in enumerate(pairs, 1)
            )
            gold = Gold(question, "your learners' answers", (by,), answers, case)
            sets.append(GoldSet(gold, rubric.question(question), given, known))
    return tuple(sets)


def _pairs(readings: list[str]) -> list[Pair]:
    """The people with each other first, then the engine with each."""
    people = [(a, b) for place, a in enumerate(readings) for b in readings[place + 1 :]]
    return people + [(ENGINE, reading) for reading in readings]


def _by_criterion(
    gold_set: GoldSet, marks: list[Mark], pairs: list[Pair]
) -> dict[str, dict[Pair, Agreement]]:
    """Levels compared, of the criteria that every reading judged."""
    gold = gold_set.gold
    if any(reading.key not in a.levels for a in gold.answers for reading in gold.readings):
        return {}
    found = {}
    for criterion in gold_set.rubric.criteria:
        levels = {ENGINE: [_level(made, criterion.key) for made in marks]}
        for reading in gold.readings:
            levels[reading.key] = [a.levels[reading.key][criterion.key] for a in gold.answers]
        top = len(criterion.levels) - 1
        found[criterion.key] = {(a, b): agree(levels[a], levels[b], top) for a, b in pairs}
    return found


def _level(made: Mark, key: str) -> int:
    """A refused answer has no criteria, which is level 0 of each."""
    return next((c.level for c in made.criteria if c.key == key), 0)


def _unlike(
    gold: Gold, marks: list[Mark], people: list[float], right: list[bool]
) -> tuple[tuple[str, float, float], ...]:
    """Answers the engine misjudges, the worst first: key, engine's points, people's."""
    wrong = [
        (answer.key, made.points, given)
        for answer, made, given, was in zip(gold.answers, marks, people, right, strict=True)
        if not was
    ]
    return tuple(sorted(wrong, key=lambda one: -abs(one[1] - one[2])))
