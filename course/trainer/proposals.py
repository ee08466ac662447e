"""What a trainer's own points would teach the marking of a case."""

import functools
from dataclasses import dataclass

import msgspec

from course.content import load_case
from course.judging import CaseRubric
from course.marking.calibration import Marker, calibrate
from course.trainer import GradingError, adopted, folders, gradebook, sheet
from course.trainer.adopted import Adopted, AdoptedMarks, Pair
from course.trainer.build import rubric_of
from course.trainer.known import known_texts
from course.trainer.suggest import suggest
from course.trainer.teaching import ears
from course.trainer.vectors import meanings


@dataclass(frozen=True)
class Proposal:
    """What a question's marks teach, and whether it is marked by them already."""

    question: str
    marker: Marker
    adopted: Adopted | None

    @property
    def locked(self) -> bool:
        return bool(self.adopted and self.adopted.locked)


def propose(case: str) -> tuple[Proposal, ...]:
    """What the trainer's points in the gradebook would change, question by question."""
    rubric, kept = rubric_of(case), adopted.read(case)
    marks, story = trainer_marks(case, rubric), load_case(case)
    given = story.texts
    marked = functools.partial(suggest, known=known_texts(story, rubric))
    with meanings() as vectors:
        heard = ears(case, vectors)
        return tuple(
            Proposal(
                question.key,
                calibrate(
                    question,
                    marks[question.key],
                    given=given,
                    suggest=marked,
                    ear=heard.get(question.key),
                ),
                kept.questions.get(question.key),
            )
            for question in rubric.questions
            if not question.figure
        )


def trainer_marks(case: str, rubric: CaseRubric) -> dict[str, list[Pair]]:
    """By question, the answers whose points a trainer typed, with those points."""
    with gradebook.opened() as book:
        scores = gradebook.scores(book, case)
    found: dict[str, list[Pair]] = {question.key: [] for question in rubric.questions}
    for student, by_question in sorted(scores.items()):
        marked = sheet.read_sidecar(folders.autograded(student, case))
        for question in rubric.questions:
            score = by_question.get(question.key)
            if marked and score and score.overruled and not score.unsure:
                points = min(max(score.points, 0.0), question.max_points)
                found[question.key].append((marked.answers[question.key], points))
    return found


def use(case: str) -> tuple[str, ...]:
    """Mark by what improves from now on; returns the questions that changed."""
    rubric, kept = rubric_of(case), adopted.read(case)
    marks = trainer_marks(case, rubric)
    taught = [
        proposal.question
        for proposal in propose(case)
        if proposal.marker.learned.used and not proposal.locked
    ]
    new = {key: Adopted(tuple(marks[key])) for key in taught}
    adopted.write(AdoptedMarks(case, kept.questions | new))
    return tuple(taught)


def lock(case: str, question: str) -> None:
    """Hold a question to how it is marked now, whatever later marks would teach."""
    if question not in {one.key for one in rubric_of(case).questions}:
        raise GradingError(f"{case} has no question '{question}'; correct the name.")
    kept = adopted.read(case)
    held = msgspec.structs.replace(kept.questions.get(question, Adopted(())), locked=True)
    adopted.write(AdoptedMarks(case, kept.questions | {question: held}))
