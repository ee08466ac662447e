"""The marked answer as a trainer sees it: every word escaped, no script, nothing fetched."""

from collections.abc import Iterable
from html import escape

from course.content import Language, Wording, wording
from course.content.cases import Question
from course.grading.highlight import Spans, fitted, highlight, tone
from course.grading.look import block, verdict
from course.reporting import house
from course.scoring import Answer, CriterionMark, Mark
from course.scoring.mark import Route
from course.scoring.rubric import Criterion, Rubric

# What the engine adds to the criteria of a rubric.
_OTHERS = {
    "marks": "grading.answer.marks_title",
    "likeness": "grading.answer.likeness_title",
}
_SURENESS: dict[Route, str] = {"suggest": "sure", "check": "fairly", "trainer": "unsure"}


def answer_html(
    question: Question, number: int, rubric: Rubric, answer: Answer, mark: Mark, language: Language
) -> str:
    """One answer with its evidence, for the output of its cell."""
    say = wording(language)
    title = escape(say("grading.answer.question", number=number, title=question.title[language]))
    yours = say("grading.answer.yours")
    parts = [
        # Formgrader calls its score box "Student's answer".
        f'<style>.nbgrader-label::after {{ content: "{yours}"; font-size: 14px; }}</style>',
        f"<h3>{title}</h3>",
        _details(say("grading.answer.asked"), question.asks[language]),
        _own(question, answer, mark, say),
        _verdict(mark, say),
        _table(question, rubric, answer, mark, say) if mark.criteria else "",
        _details(say("grading.answer.model"), rubric.model_answer[language]),
    ]
    return block("".join(parts), language)


def comment(question: Question, rubric: Rubric, mark: Mark, language: Language) -> str:
    """The same in plain text, for the gradebook's comment."""
    say = wording(language)
    lines = [_suggestion(mark, say), *_said(mark, say)]
    for criterion in mark.criteria:
        name = criterion_title(question, rubric, criterion.key, language)
        lines.append(f"{name}: {criterion.points:g}/{criterion.max_points:g}")
    return "\n".join(lines)


def criterion_title(question: Question, rubric: Rubric, key: str, language: Language) -> str:
    say = wording(language)
    if key == "figure" and rubric.figure:
        return rubric.figure.title[language]
    if key == "choice" and question.options:
        return say("grading.answer.choice_title")
    if entry := _OTHERS.get(key):
        return say(entry)
    found = find(rubric.criteria, key)
    return found.title[language] if found else readable(key)


def find(criteria: Iterable[Criterion], key: str) -> Criterion | None:
    return next((criterion for criterion in criteria if criterion.key == key), None)


def errors_of(rubric: Rubric, result: CriterionMark, language: Language) -> list[str]:
    """What to say to the mistakes seen: of a criterion, a figure or an option."""
    known: dict[str, str] = {}
    if rubric.figure and result.key == "figure":
        known = {miss.key: miss.feedback[language] for miss in rubric.figure.near_misses}
    elif result.key == "choice":
        known = {option.key: option.feedback[language] for option in rubric.options}
    elif criterion := find(rubric.criteria, result.key):
        known = {error.key: error.feedback[language] for error in criterion.common_errors}
    return [known[key] for key in result.errors if key in known]


def spans_by_number(mark: Mark) -> Spans:
    """Each criterion's spans under its number in the table."""
    return {number: result.spans for number, result in enumerate(mark.criteria, 1)}


def readable(key: str) -> str:
    return key.replace("-", " ")


def chosen(question: Question, answer: Answer, language: Language) -> str | None:
    """The words of the option chosen; nothing for none, or for one that does not exist."""
    words = (o.words[language] for o in question.options if o.key == answer.choice)
    return next(words, None)


def _own(question: Question, answer: Answer, mark: Mark, say: Wording) -> str:
    """What the learner gave, in their own direction of writing."""
    spans = spans_by_number(mark)
    parts = []
    if question.kind == "figure":
        label = say("grading.answer.figure")
        parts.append((label, highlight(answer.figure, spans) if answer.figure else ""))
    if question.kind == "choice":
        words = chosen(question, answer, say.language)
        if words is None and answer.choice:
            words = say("grading.answer.unknown_choice", choice=answer.choice)
        empty = say("grading.answer.no_choice")
        parts.append((say("grading.answer.choice"), escape(words or empty)))
    if question.kind != "figure":
        text = highlight(answer.text, spans) if answer.text.strip() else ""
        parts.append((say("grading.answer.answer"), text))
    empty = escape(say("grading.answer.empty"))
    return "".join(
        f'<div class="small">{escape(label)}</div><div class="own" dir="auto">{html or empty}</div>'
        for label, html in parts
    )


def _verdict(mark: Mark, say: Wording) -> str:
    words = " ".join([f"<b>{escape(_suggestion(mark, say))}</b>", *map(escape, _said(mark, say))])
    return f'<div class="note">{words}</div>' if mark.route != "suggest" else f"<p>{words}</p>"


def _suggestion(mark: Mark, say: Wording) -> str:
    points = {"points": f"{mark.points:g}", "max": f"{mark.max_points:g}"}
    return say("grading.answer.suggestion", **points) + "."


def _said(mark: Mark, say: Wording) -> list[str]:
    # By the route, not the number: a flag sends even a sure answer to the trainer.
    sure = say(f"grading.answer.{_SURENESS[mark.route]}")
    flags = [_flag(say, flag) for flag in mark.flags]
    return [sure, *flags, say(f"grading.route.{mark.route}")]


def _flag(say: Wording, key: str) -> str:
    """The wording of a flag; a new one is readable before it has words."""
    entry = f"grading.flag.{key}"
    return say(entry) if say.has(entry) else f"{readable(key)}."


def _table(question: Question, rubric: Rubric, answer: Answer, mark: Mark, say: Wording) -> str:
    names = ("criterion", "points", "words", "missing")
    head = "".join(f"<th>{escape(say(f'grading.answer.{name}'))}</th>" for name in names)
    text = answer.figure if question.kind == "figure" else answer.text
    rows = (
        _row(number, question, rubric, text, result, say)
        for number, result in enumerate(mark.criteria, 1)
    )
    return f"<table><tr>{head}</tr>{''.join(rows)}</table>"


def _row(
    number: int, question: Question, rubric: Rubric, text: str, result: CriterionMark, say: Wording
) -> str:
    language = say.language
    title = criterion_title(question, rubric, result.key, language)
    quotes = " … ".join(text[slice(*fitted(text, span))] for span in result.spans)
    nothing = escape(say("grading.answer.nothing"))
    lacking = [] if result.points >= result.max_points else _lacking(rubric, result, say)
    lacking += [
        escape(say("grading.answer.error", feedback=feedback))
        for feedback in errors_of(rubric, result, language)
    ]
    cells = (
        f"<td><span class='key {tone(number)}'>[{number}]</span> {escape(title)}</td>"
        f"<td class='number'>{_pill(result)}</td>"
        f"<td dir='auto'>{escape(quotes) or '–'}</td><td>{'<br>'.join(lacking) or nothing}</td>"
    )
    return f"<tr>{cells}</tr>"


def _lacking(rubric: Rubric, result: CriterionMark, say: Wording) -> list[str]:
    """What would have earned more, and what the engine says of why it did not."""
    criterion = find(rubric.criteria, result.key)
    parts = [", ".join(map(readable, result.missing))] if criterion and result.missing else []
    if criterion and result.level + 1 < len(criterion.levels):
        above = criterion.levels[result.level + 1].looks_like[say.language]
        parts.append(say("grading.answer.next", looks_like=above))
    reasons = [f"grading.reason.{reason}" for reason in result.reasons]
    parts += [say(entry) for entry in reasons if say.has(entry)]
    return [escape(part) for part in parts]


def _pill(result: CriterionMark) -> str:
    if result.key == "marks":  # a correction, not a part of the points
        return f'<span class="pill partly">{result.points:+g}</span>'
    name = verdict(result.points, result.max_points)
    points = f"{result.points:g} / {result.max_points:g}"
    return f'<span class="pill {name}">{house.MARKS[name]} {points}</span>'


def _details(label: str, text: str) -> str:
    lines = escape(text.strip()).replace("\n", "<br>")
    return f"<details><summary>{escape(label)}</summary><div>{lines}</div></details>"
