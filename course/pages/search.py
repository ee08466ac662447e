"""What a page's search looks through: each step of each lesson, each term, each clause, and the
assessed cases a learner was handed.

The search itself runs in the page. It compares words as the reading package does, so what that
knows of Arabic letters goes with the index.
"""

import contextlib
import functools
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import TypeVar

from markupsafe import Markup

from course.content import (
    EDITIONS,
    LANGUAGES,
    Clause,
    ContentError,
    Language,
    Module,
    Words,
    load_case,
    load_clauses,
    load_glossary,
    load_module,
    load_modules,
    load_story,
    wording,
)
from course.content.page import page_file
from course.pages import web
from course.pages.calls import read_call
from course.reading import concept, function_words, normal

Made = TypeVar("Made")
_ARABIC = range(0x600, 0x700)


@dataclass(frozen=True)
class Entry:
    """What can be found. `also` is looked through and not shown; `more` is shown once opened."""

    id: str
    kind: str
    title: str
    where: str
    text: str
    language: Language
    number: str = ""
    also: str = ""
    address: str = ""
    more: list[dict[str, str]] = field(default_factory=list)


@functools.cache
def index(language: Language, handed_out: tuple[str, ...] = ()) -> bytes:
    """The index of a language, as a page fetches it; `handed_out` are the cases it tells of."""
    found = [asdict(entry) for entry in entries(language, handed_out)]
    made = {"folding": dict(_folding()), "entries": found}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def entries(language: Language, handed_out: tuple[str, ...] = ()) -> list[Entry]:
    """All that can be found by who reads this language."""
    lessons, read = places(language).values(), _sound(_cases(language, handed_out))
    return [*lessons, *read, *_sound(_terms(language)), *_sound(_clauses(language))]


@functools.cache
def places(language: Language) -> dict[tuple[str, str], Entry]:
    """Each step by its lesson and key; a lesson without a page in the language is in English."""
    return {
        (module.slug, step.key): _place(module, step, language)
        for module in load_modules().values()
        for step in _sound(_steps(module.slug, spoken(module.slug, language)))
    }


def spoken(slug: str, language: Language) -> Language:
    """The language a lesson's page has for who reads this one."""
    return language if page_file(slug, language).exists() else LANGUAGES[0]


def _sound(made: Iterator[Made]) -> Iterator[Made]:
    """What comes before a slip of an author's, which is told where it stands: all else is found."""
    with contextlib.suppress(ContentError):
        yield from made


def _steps(slug: str, language: Language) -> Iterator[web.Step]:
    if page_file(slug, language).exists():  # an assessed case has none
        yield from web.steps_of(slug, language)


def _place(module: Module, step: web.Step, language: Language) -> Entry:
    say, its = wording(language), spoken(module.slug, language)
    entry = "search.start_page" if module.kind == "start" else "search.lesson"
    told = [_told(part, its) for part in step.parts]
    # Its forms speak the reader's language, whatever its prose does.
    forms = [_told(part, language) for part in step.parts if isinstance(part, web.Form)]
    return Entry(
        id=f"{module.slug}/{step.key}",
        kind="lesson",
        title=step.title,
        where=say(entry, number=module.order, title=module.title[its]),
        text=" ".join(filter(None, told)).removeprefix(step.title).strip(),
        language=its,
        also=" ".join(filter(None, forms)) if its != language else "",
        address=f"{web.name_of(module.slug, its)}.html#{step.key}",
    )


def _told(part: Markup | web.Form, language: Language) -> str:
    """The words of a part: of the forms, those that tell something and ask nothing."""
    if not isinstance(part, web.Form):
        return web.plain(part)
    call = read_call(part.call, part.key)
    return " ".join(words[language] for words in _sound(_shown(*call.given, by=call.name)))


def _shown(*given: str, by: str) -> Iterator[Words]:
    if by == "story":
        story = load_story(*given)
        yield story.lead
        yield from (words for section in story.story for words in (section.heading, section.text))
    elif by == "objectives":
        yield from (objective.words for objective in load_module(*given).objectives)


def _cases(language: Language, handed_out: tuple[str, ...]) -> Iterator[Entry]:
    """What a learner reads of a case: its story, its exhibits, what is asked. No rubric."""
    for slug in handed_out:
        case = load_case(slug)
        told = [case.company, case.lead]
        told += [words for part in case.story for words in (part.heading, part.text)]
        told += [exhibit.title for exhibit in case.exhibits]
        told += [exhibit.text for exhibit in case.exhibits if exhibit.text]
        told += [words for one in case.questions for words in (one.title, one.asks)]
        yield Entry(
            id=f"case/{slug}",
            kind="lesson",
            title=case.title[language],
            where=wording(language)("tiles.kind_case"),
            text=" ".join(" ".join(words[language].split()) for words in told),
            language=language,
            address=f"{web.name_of(slug, language)}.html",
        )


def _terms(language: Language) -> Iterator[Entry]:
    say = wording(language)
    for term in load_glossary().values():
        others = (term.term[one] for one in LANGUAGES if one != language)
        yield Entry(
            id=f"term/{term.key}",
            kind="term",
            title=term.term[language],
            where=say("search.term"),
            text=term.means[language],
            language=language,
            also=" ".join(others),
        )


def _clauses(language: Language) -> Iterator[Entry]:
    for clause in load_clauses().values():
        yield _clause(clause, language)


def _clause(clause: Clause, language: Language) -> Entry:
    say = wording(language)
    note = clause.counterpart.note
    (other,) = (edition for edition in EDITIONS if edition != clause.edition)
    told = {
        say("search.evidence"): clause.evidence[language],
        say("search.other_edition", edition=other): note[language] if note else "",
    }
    entry = "search.edition" if clause.verified else "search.edition_unverified"
    return Entry(
        id=f"clause/{clause.edition}/{clause.number}",
        kind="clause",
        title=clause.title[language],
        where=say(entry, edition=clause.edition),
        text=" ".join(clause.paraphrase[language].split()),
        language=language,
        number=clause.number,
        more=[{"head": head, "text": words} for head, words in told.items() if words],
    )


def _folding() -> Iterator[tuple[str, object]]:
    """How the reading package folds Arabic letters, and what it cuts off a word."""
    with contextlib.suppress(ContentError):  # without it, words are found as they are written
        yield "alike", {chr(n): normal(chr(n)) for n in _ARABIC if normal(chr(n)) != chr(n)}
        yield "prefixes", concept("stem-prefix").ar
        yield "suffixes", concept("stem-suffix").ar
        yield "small", sorted(function_words())
