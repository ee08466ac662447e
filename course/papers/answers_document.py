"""A learner's answers to a case as a Word document: a copy to keep."""

from collections.abc import Mapping
from dataclasses import dataclass

from course.content import Case, Language, Question, wording
from course.judging import Answer
from course.papers.documents import add, at_start, blank, foot, head, to_bytes
from course.papers.runs import printable


@dataclass(frozen=True)
class Copy:
    """The answers by question, of whom, and as of when; name and company may be empty."""

    case: Case
    answers: Mapping[str, Answer]
    name: str
    company: str
    date: str


def answers_document(copy: Copy, language: Language = "en") -> bytes:
    """The document; the same answers give the same bytes."""
    say = wording(language)
    title, case = say("document.answers.title"), copy.case.title[language]
    document = blank(f"{title} {case}", copy.name, language)
    head(document, copy.company, title, language)
    page = say("document.page", page="{page}", pages="{pages}")
    foot(document, [copy.name, copy.date], page, language)
    at_start(document.add_paragraph(style="Subtitle"), title, language)
    add(document, case, "Title", language)
    for question in copy.case.questions:
        add(document, question.title[language], "Heading 1", language)
        add(document, question.asks[language], "Caption", language)
        given = _given(question, copy.answers.get(question.key, Answer()), language)
        for line in given or [say("answer.none")]:
            add(document, line, "Normal", language)
    return to_bytes(document)


def _given(question: Question, answer: Answer, language: Language) -> list[str]:
    """What was answered: the figure with its unit, the option by its words, each line."""
    unit = question.unit[language] if question.unit else ""
    figure = answer.figure.strip()
    figure = figure if unit in figure else f"{figure} {unit}"
    chosen = [one.words[language] for one in question.options if one.key == answer.choice]
    lines = [line for line in printable(answer.text).split("\n") if line.strip()]
    return [*([figure] if answer.figure.strip() else []), *chosen, *lines]
