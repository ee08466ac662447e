"""What every learner of a case was given to read."""

from course.content import Case, Words


def shown(case: Case) -> tuple[str, ...]:
    """Every text the learner was given: copied, it earns nothing."""
    words: list[Words] = [section.text for section in case.story]
    words += [exhibit.text for exhibit in case.exhibits if exhibit.text]
    for question in case.questions:
        words += [question.asks, question.hint, *(option.words for option in question.options)]
    return tuple(text for each in words for text in (each.en, each.ar))
