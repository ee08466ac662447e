"""A case study's story and its written exhibits."""

import ipywidgets

from course.content import Case, load_case
from course.content.cases import Exhibit
from course.content.wordings import wording
from course.profile import load_profile
from course.widgets.form import block
from course.widgets.html import card, escape, paragraphs


def story(key: str) -> ipywidgets.HTML:
    """The case as a page of reading."""
    case, language = load_case(key), load_profile().language
    sections = "".join(
        f"<h3>{escape(s.heading[language])}</h3>{paragraphs(s.text[language])}" for s in case.story
    )
    body = f"{_head(case, language)}{sections}"
    return block(card(body, language))


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


def _head(case: Case, language: str) -> str:
    minutes = escape(wording(language)("tiles.minutes", minutes=case.minutes))
    return (
        f"<h2>{escape(case.company[language])}</h2>"
        f"<div class='course-meta'><span>{minutes}</span>"
        f"<span>{escape(case.invented[language])}</span></div>"
        f"<p><b>{escape(case.lead[language])}</b></p>"
    )
