"""The marked notebook, rebuilt from our source: nothing of the learner's notebook is in it."""

import json
from collections.abc import Sequence
from datetime import datetime
from html import escape

from course.content import Case, Language, wording
from course.judging import CaseRubric
from course.one_line import one_line
from course.pages.notebooks import Json
from course.trainer.build import source_notebook, title_lines
from course.trainer.evidence import answer_html, comment
from course.trainer.intake import Note
from course.trainer.look import block
from course.trainer.sheet import Marked

# The trainer reads one language through a class of two; a learner's words keep their own.
TRAINER: Language = "en"
_BESIDE = {
    *("notebook-missing", "notebook-renamed", "notebook-unreadable"),
    *("cells-deleted", "time-unreadable"),
}


def marked_notebook(
    case: Case,
    rubric: CaseRubric,
    marked: Marked,
    student: str,
    waiting: Sequence[str] | None = None,
) -> Json:
    """The title, who wrote it, and each answer cell with the evidence as its output."""
    language = TRAINER
    waiting = marked.unsure if waiting is None else waiting
    source = source_notebook(case, rubric)
    cells = {cell["id"]: cell for cell in source["cells"]}
    title = cells["title"] | {"source": "\n".join(title_lines(case)).splitlines(keepends=True)}
    head = _output(cells["case"], head_html(marked, student, len(waiting), language), "")
    answers = []
    for number, question in enumerate(case.questions, 1):
        judged = rubric.question(question.key)
        answer, mark = marked.answers[question.key], marked.marks[question.key]
        twin, second = marked.twins.get(question.key), marked.second.get(question.key)
        html = answer_html(question, number, judged, answer, mark, language, twin, second)
        plain = comment(question, judged, mark, language)
        answers.append(_output(cells[question.key], html, plain))
    return source | {"cells": [title, head, *answers]}


def notebook_bytes(notebook: Json) -> bytes:
    """As nbformat writes it, so that both ways of marking give the same file."""
    text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True)
    return (text + "\n").encode("utf-8", "replace")


def head_html(marked: Marked, student: str, waiting: int, language: Language) -> str:
    """Who wrote it, what is suggested in all, and what to know before marking."""
    say = wording(language)
    name = one_line(marked.learner.name, 120) or say("grading.head.unnamed")
    most = sum(mark.max_points for mark in marked.marks.values())
    facts = {
        "learner": name,
        "company": one_line(marked.learner.company, 120) or say("grading.head.none"),
        "folder": student,
        "saved": _when(marked.saved) or say("grading.head.none"),
        "suggested": say("grading.head.points", points=f"{marked.points:g}", max=f"{most:g}"),
    }
    rows = "".join(
        f"<tr><th>{escape(say(f'grading.head.{key}'))}</th><td dir='auto'>{escape(fact)}</td></tr>"
        for key, fact in facts.items()
    )
    look = say("grading.head.none_to_look")
    if waiting:
        look = say("grading.head.to_look", count=waiting, all=len(marked.marks))
    parts = [f"<table>{rows}</table>", f"<p><b>{escape(look)}</b> "]
    parts += [f"{escape(say('grading.head.how'))}</p>"]
    if notes := note_lines(marked, language):
        items = "".join(f"<div>{escape(note)}</div>" for note in notes)
        parts += [f"<div class='note'><b>{escape(say('grading.head.notes'))}</b>{items}</div>"]
    return block("".join(parts), language)


def note_lines(marked: Marked, language: Language = TRAINER) -> list[str]:
    """The notes as sentences; what is wrong beside the answers says that they are whole."""
    whole = in_words(Note("whole"), language)
    return [
        f"{in_words(note, language)} {whole}"
        if note.key in _BESIDE and not marked.unreadable
        else in_words(note, language)
        for note in marked.notes
    ]


def in_words(note: Note, language: Language = TRAINER) -> str:
    return wording(language)(f"grading.note.{note.key}", **note.facts)


def _output(cell: Json, html: str, plain: str) -> Json:
    data = {"text/html": html.splitlines(keepends=True)}
    if plain:
        data["text/plain"] = plain.splitlines(keepends=True)
    output = {"data": data, "metadata": {}, "output_type": "display_data"}
    return cell | {"outputs": [output]}


def _when(time: str) -> str:
    try:
        return f"{datetime.fromisoformat(time):%d.%m.%Y %H:%M}"
    except ValueError:
        return ""
