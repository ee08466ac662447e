"""Small pieces of HTML. Whatever a person typed passes through `escape` on its way here."""

import os
from collections.abc import Iterable
from html import escape as escape  # whoever shows words takes it from here
from pathlib import Path
from urllib.parse import quote

from course.content import Language, Wording, house, start_page
from course.judging.record_facts import short
from course.learner import address_of, is_light
from course.paths import NOTEBOOKS
from course.reading import arabic_share, joined

_LONGEST = 320  # characters of a quotation
_MARKS = house.MARKS | {
    "neutral": "·",
    "seen": "✓",
    "unseen": "○",
    "left": "·",
    "wrong": "✗",
    "blank": "·",
    "asked": "?",
    "claimed": "✎",
}


def framed(body: str, language: Language, *classes: str) -> str:
    """A block with its language and direction; `body` is HTML."""
    direction = "rtl" if language == "ar" else "ltr"
    names = " ".join(("course", "course-rtl" if language == "ar" else "", *classes)).split()
    return f'<div class="{" ".join(names)}" lang="{language}" dir="{direction}">{body}</div>'


def card(body: str, language: Language, *classes: str) -> str:
    return framed(body, language, "course-card", *classes)


def pill(verdict: str, say: Wording) -> str:
    """A verdict as mark and word, never as colour alone."""
    word = escape(say(f"verdict.{verdict}"))
    return f'<span class="course-pill course-{verdict}">{_MARKS[verdict]} {word}</span>'


def row(verdict: str, say: Wording, title: str, small: str, body: str) -> str:
    """One verdict: pill, what was asked, clause, and what follows from it (`body` is HTML)."""
    head = f"<b>{escape(title)}</b> <bdi class='course-small'>{escape(small)}</bdi>"
    return f'<div class="course-row">{pill(verdict, say)}<div>{head}<br>{body}</div></div>'


def way(here: Path, target: Path) -> str:
    """A link from a page in the folder `here` to the page `target`; light pages lie together."""
    if is_light():
        return quote(address_of(target.name))
    return quote(Path(os.path.relpath(target, here)).as_posix())


def home(here: Path, words: str, language: Language) -> str:
    """A quiet link from a page in the folder `here` to the start page."""
    return f'<a href="{way(here, NOTEBOOKS / start_page(language))}">{escape(words)}</a>'


def paragraphs(text: str) -> str:
    """Plain text as paragraphs: a blank line divides two; single lines run on."""
    parts = [" ".join(part.split()) for part in text.split("\n\n")]
    return "".join(f"<p>{escape(part)}</p>" for part in parts if part)


def marked(text: str, spans: Iterable[tuple[int, int]], kind: str = "") -> str:
    """The text, escaped, with the spans marked; overlapping spans are joined."""
    pieces, here = [], 0
    opening = f'<mark class="{kind}">' if kind else "<mark>"
    for start, end in joined(spans):
        pieces += [escape(text[here:start]), opening, escape(text[start:end]), "</mark>"]
        here = end
    return "".join([*pieces, escape(text[here:])])


def quoted(text: str, spans: Iterable[tuple[int, int]], kind: str = "", around: int = 40) -> str:
    """The words of the spans with a little of what surrounds them, marked."""
    shown = joined(spans)
    if not shown:
        return ""
    start, end = _edge(text, shown[0][0] - around, -1), _edge(text, shown[-1][1] + around, 1)
    if end - start > _LONGEST and len(shown) > 1:  # far apart: one quotation each, the first three
        return " ".join(quoted(text, [span], kind, around=20) for span in shown[:3])
    end = min(end, start + _LONGEST)
    inside = [(a - start, min(b, end) - start) for a, b in shown]
    before, after = "…" if start else "", "…" if end < len(text) else ""
    # Isolated, so that an English quotation keeps its order on an Arabic page.
    body = _in_marks(f"{before}{marked(text[start:end], inside, kind)}{after}", text[start:end])
    return f"<bdi>{body}</bdi>"


def aloud(words: str) -> str:
    """What the page's voice says of the block it stands in; the rest is read where it stands."""
    return f'<p class="course-heard course-aloud">{escape(words)}</p>'


def quotation(words: str) -> str:
    """A person's own words, in the direction and the language they are written in."""
    body = _in_marks(escape(short(words, _LONGEST)), words)
    return f'<bdi lang="{_language(words)}">{body}</bdi>'


def _in_marks(body: str, words: str) -> str:
    """HTML in the quotation marks of the language of its words."""
    return f"«{body}»" if _language(words) == "ar" else f"“{body}”"


def _language(words: str) -> Language:
    return "ar" if arabic_share(words) > 0.5 else "en"


def _edge(text: str, at: int, step: int) -> int:
    """The nearest word boundary from `at`, walking outwards."""
    at = max(0, min(len(text), at))
    while 0 < at < len(text) and not text[at - 1 if step < 0 else at].isspace():
        at += step
    return at
