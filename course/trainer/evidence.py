"""The marked answer as a trainer sees it: every word escaped, no script, nothing fetched."""

from html import escape

from course.content import Language, Question, Wording, wording
from course.judging import Answer, Mark, Route, Rubric
from course.trainer.criteria import criterion_title, readable
from course.trainer.evidence_table import table
from course.trainer.highlight import Spans, highlight
from course.trainer.look import block
from course.trainer.second_told import told_in_all
from course.trainer.second_view import SecondView
from course.trainer.twins import Twin

_NAMED = 3  # of the texts an answer was taken from
_SURENESS: dict[Route, str] = {"suggest": "sure", "check": "fairly", "trainer": "unsure"}


def answer_html(
    question: Question,
    number: int,
    rubric: Rubric,
    answer: Answer,
    mark: Mark,
    language: Language,
    twin: Twin | None = None,
    second: SecondView | None = None,
) -> str:
    """One answer with its evidence, for the output of its cell."""
    say = wording(language)
    title = escape(say("grading.answer.question", number=number, title=question.title[language]))
    yours = say("grading.answer.yours")
    model = rubric.model_answer
    parts = [
        # Formgrader calls its score box "Student's answer".
        f'<style>.nbgrader-label::after {{ content: "{yours}"; font-size: 14px; }}</style>',
        f"<h3>{title}</h3>",
        _details(say("grading.answer.asked"), question.asks[language]),
        _own(question, answer, mark, say),
        _verdict(mark, say),
        _details(say("grading.answer.twin", student=twin.student), twin.text) if twin else "",
        told_in_all(second, mark, say) if second else "",
        table(question, rubric, answer, mark, say, second) if mark.criteria else "",
        _details(say("grading.answer.model"), model[language]) if model else "",
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


def spans_by_number(mark: Mark) -> Spans:
    """Each criterion's spans under its number in the table."""
    return {number: result.spans for number, result in enumerate(mark.criteria, 1)}


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
    return [sure, *flags, *_taken_from(mark, say), say(f"grading.route.{mark.route}")]


def _taken_from(mark: Mark, say: Wording) -> list[str]:
    """Which of the trainer's own texts the answer follows, the likest first."""
    named = (name.partition(":") for name in mark.taken_from[:_NAMED])
    texts = [say(f"grading.known.{kind}", key=key) for kind, _, key in named]
    return [say("grading.answer.taken_from", texts=", ".join(dict.fromkeys(texts)))] * bool(texts)


def _flag(say: Wording, key: str) -> str:
    """The wording of a flag; a new one is readable before it has words."""
    entry = f"grading.flag.{key}"
    return say(entry) if say.has(entry) else f"{readable(key)}."


def _details(label: str, text: str) -> str:
    lines = escape(text.strip()).replace("\n", "<br>")
    return f"<details><summary>{escape(label)}</summary><div dir='auto'>{lines}</div></details>"
