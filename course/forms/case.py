"""A story to read, and a case's written exhibits."""

from pathlib import Path

import ipywidgets

from course.content import Case, Exhibit, Language, Story, wording
from course.forms.form import block
from course.forms.html import card, escape, home, paragraphs
from course.learner import load_profile
from course.learner.progress import enter


def reading(told: Case | Story) -> ipywidgets.HTML:
    """A case, or a lesson's story, as a page of reading."""
    language = load_profile().language
    sections = "".join(
        f"<h3>{escape(s.heading[language])}</h3>{paragraphs(s.text[language])}" for s in told.story
    )
    back = ""
    if isinstance(told, Case):
        enter(told.key)
        words = home(Path.cwd(), wording(language)("lesson.back"), language)
        back = f"<div class='course-meta'>{words}</div>"
    return block(card(f"{back}{_head(told, language)}{sections}", language))


def document(exhibit: Exhibit) -> ipywidgets.HTML:
    """An exhibit that is a text: a letter, a board paper, a note."""
    language = load_profile().language
    say = wording(language)
    title = f"{say('case.exhibit')}: {exhibit.title[language]}"
    source = say("case.source", source=exhibit.source[language])
    text = paragraphs(exhibit.text[language]) if exhibit.text else ""
    body = (
        f"<h3>{escape(title)}</h3><div class='course-document'>{text}</div>"
        f"<div class='course-source'>{escape(source)}</div>"
    )
    return block(card(body, language))


def _head(told: Case | Story, language: Language) -> str:
    minutes = escape(wording(language)("tiles.minutes", minutes=told.minutes))
    return (
        f"<h2>{escape(told.company[language])}</h2>"
        f"<div class='course-meta'><span>{minutes}</span>"
        f"<span>{escape(told.invented[language])}</span></div>"
        f"<p><b>{escape(told.lead[language])}</b></p>"
    )
