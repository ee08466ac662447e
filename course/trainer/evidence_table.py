"""The table of a marked answer: each criterion with its points, its words and what is missing."""

from html import escape

from course.content import Question, Wording, house
from course.judging import Answer, Mark, Rubric, Verdict
from course.trainer.criteria import criterion_title, errors_of, find, readable
from course.trainer.highlight import fitted, tone
from course.trainer.second_told import told_of
from course.trainer.second_view import SecondView


def table(
    question: Question,
    rubric: Rubric,
    answer: Answer,
    mark: Mark,
    say: Wording,
    second: SecondView | None = None,
) -> str:
    names = ("criterion", "points", "words", "missing")
    head = "".join(f"<th>{escape(say(f'grading.answer.{name}'))}</th>" for name in names)
    text = answer.figure if question.kind == "figure" else answer.text
    rows = (
        _row(number, question, rubric, text, result, say, second)
        for number, result in enumerate(mark.criteria, 1)
    )
    return f"<table><tr>{head}</tr>{''.join(rows)}</table>"


def _row(
    number: int,
    question: Question,
    rubric: Rubric,
    text: str,
    result: Verdict,
    say: Wording,
    second: SecondView | None,
) -> str:
    language = say.language
    title = criterion_title(question, rubric, result.key, language)
    quotes = " … ".join(text[slice(*fitted(text, span))] for span in result.spans)
    nothing = escape(say("grading.answer.nothing"))
    full = result.points >= result.max_points
    lacking = _reasons(result, say) if full else _lacking(rubric, result, say)
    lacking += [
        escape(say("grading.answer.error", feedback=feedback))
        for feedback in errors_of(rubric, result, language)
    ]
    cells = (
        f"<td><span class='key {tone(number)}'>[{number}]</span> {escape(title)}"
        f"{told_of(second, rubric, result.key, say) if second else ''}</td>"
        f"<td class='number'>{_pill(result)}</td>"
        f"<td dir='auto'>{escape(quotes) or '–'}</td><td>{'<br>'.join(lacking) or nothing}</td>"
    )
    return f"<tr>{cells}</tr>"


def _lacking(rubric: Rubric, result: Verdict, say: Wording) -> list[str]:
    """What would have earned more, and what the engine says of why it did not."""
    criterion = find(rubric.criteria, result.key)
    parts = [", ".join(map(readable, result.missing))] if criterion and result.missing else []
    if criterion and result.level + 1 < len(criterion.levels):
        above = criterion.levels[result.level + 1].shown(say.language)
        parts.append(say("grading.answer.next", looks_like=above))
    return [*map(escape, parts), *_reasons(result, say)]


def _reasons(result: Verdict, say: Wording) -> list[str]:
    entries = [f"grading.reason.{reason}" for reason in result.reasons]
    return [escape(say(entry, **result.facts)) for entry in entries if say.has(entry)]


def _pill(result: Verdict) -> str:
    if result.key == "marks":  # a correction, not a part of the points
        return f'<span class="pill partly">{result.points:+g}</span>'
    name = result.state
    points = f"{result.points:g} / {result.max_points:g}"
    return f'<span class="pill {name}">{house.MARKS[name]} {points}</span>'
