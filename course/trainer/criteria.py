"""What a criterion of a mark is called, and what to say to the mistakes it saw."""

from collections.abc import Iterable

from course.content import Language, Question, wording
from course.judging import Criterion, Rubric, Verdict

# What the engine adds to the criteria of a rubric.
_OTHERS = {
    "marks": "grading.answer.marks_title",
    "likeness": "grading.answer.likeness_title",
}


def criterion_title(question: Question, rubric: Rubric, key: str, language: Language) -> str:
    say = wording(language)
    if key == "figure" and rubric.figure:
        return rubric.figure.title[language]
    if key == "choice" and question.options:
        return say("grading.answer.choice_title")
    if entry := _OTHERS.get(key):
        return say(entry)
    found = find(rubric.criteria, key)
    return found.called(language) if found else readable(key)


def find(criteria: Iterable[Criterion], key: str) -> Criterion | None:
    return next((criterion for criterion in criteria if criterion.key == key), None)


def errors_of(rubric: Rubric, result: Verdict, language: Language) -> list[str]:
    """What to say to the mistakes seen: of a criterion, a figure or an option."""
    known: dict[str, str] = {}
    if rubric.figure and result.key == "figure":
        known = {miss.key: miss.feedback[language] for miss in rubric.figure.near_misses}
    elif result.key == "choice":
        known = {option.key: option.feedback[language] for option in rubric.options}
    elif criterion := find(rubric.criteria, result.key):
        known = {error.key: error.told(language) for error in criterion.common_errors}
    return [known[key] for key in result.errors if key in known]


def readable(key: str) -> str:
    return key.replace("-", " ")
