"""The frame of a lesson: what it is for, and what the learner has shown at its end."""

import ipywidgets

from course.content import (
    ContentError,
    Language,
    Module,
    Objective,
    Source,
    Wording,
    acts,
    label,
    load_module,
    load_modules,
    start_page,
    used_in,
    wording,
)
from course.forms.form import block
from course.forms.html import card, escape, home, row
from course.learner import address_of, first_answers, is_light, load_profile, open_page, progress
from course.learner.progress import enter, reach
from course.paths import NOTEBOOKS


def objectives(slug: str) -> ipywidgets.HTML:
    """The card that opens a lesson."""
    module = load_module(slug)
    reach(slug, "opened")
    enter(slug)
    language = load_profile().language
    say = wording(language)
    facts = [say("lesson.minutes", minutes=module.minutes)]
    facts += [label(module.clauses, language)] if module.clauses else []
    facts += [say("lesson.leaves", thing=module.leaves[language])]
    facts += [say("lesson.needs", thing=module.needs[language])]
    meta = "".join(f"<span>{escape(fact)}</span>" for fact in facts)
    meta += f"<span>{home(NOTEBOOKS, say('lesson.back'), language)}</span>"
    acts = "".join(f"<li>{escape(o.words[language])}</li>" for o in module.objectives)
    title = escape(say("lesson.by_the_end"))
    body = f'<div class="course-meta">{meta}</div><h2>{title}</h2><ul>{acts}</ul>'
    return block(card(body, language, "course-sand"))


class Takeaways(ipywidgets.HTML):
    """The objectives again, ticked by what was done, and the way on."""

    keeps_up = True

    def __init__(self, slug: str) -> None:
        super().__init__()
        self.slug = slug
        self.render()
        open_page().follow(slug, self.render)

    def render(self) -> None:
        module, language = load_module(self.slug), load_profile().language
        say, shown = wording(language), progress.shown(module)
        rows = ""
        for objective in module.objectives:
            met = objective.key in shown
            note = escape(say("lesson.shown")) if met else _open(module, objective, say)
            verdict = "met" if met else "neutral"
            rows += row(verdict, say, objective.words[language], "", note)
        title = escape(say("lesson.you_have"))
        body = f"<h2>{title}</h2>{rows}{_sources(module, language)}"
        body += f"<p>{_onward(module, language)}</p>"
        self.value = card(body, language, "course-sand")


def _open(module: Module, objective: Objective, say: Wording) -> str:
    """What is still to do for an objective, and the way there."""
    step = objective.shown_by
    try:
        note = _short(module, objective, say)
        key = acts.step_with(module.slug, step) if is_light() else ""
    except ContentError:  # of another version of the course, or a page that cannot be read
        return escape(say(f"lesson.open_{step}"))
    link = f' <a href="#{key}">{escape(say(f"lesson.to_{step}"))}</a>' if key else ""
    return f"{escape(note)}{link}"


def _short(module: Module, objective: Objective, say: Wording) -> str:
    """What a try was missing, with its figures; before the first, what to do."""
    step = objective.shown_by
    if step == "quiz" and first_answers.given(module.slug):
        tally = first_answers.tallies(module.slug)[objective.key]
        return say("lesson.short_firsts", right=tally.right, enough=tally.enough)
    missing, counts = progress.attempt(module.slug, step) if step != "quiz" else ("", {})
    return say(f"lesson.short_{missing}" if missing else f"lesson.open_{step}", **counts)


def _sources(module: Module, language: Language) -> str:
    """What the lesson's figures about the world rest on, folded away."""
    say = wording(language)
    try:
        found = used_in(module)
    except ContentError:  # `course check` speaks of it
        return ""
    if not found:
        return ""
    told = "".join(_source(source, language) for source in found)
    word = escape(say("lesson.sources"))
    return f"<details><summary>{word}</summary><ul>{told}</ul></details>"


def _source(source: Source, language: Language) -> str:
    say = wording(language)
    address = escape(source.address)
    known = address.startswith("https://")
    link = f'<a href="{address}">{address}</a>' if known else ""
    unknown = "" if known else escape(say("lesson.source_no_address"))
    doubt = "" if source.verified else f" <b>{escape(say('lesson.source_unverified'))}</b>"
    year = "" if f"({source.year})" in source.title or not source.year.isdigit() else source.year
    words = escape(f"{source.publisher}, {source.title}{f' ({year})' if year else ''}.")
    # The source speaks English; what is said of it speaks the page's language.
    return f"<li><bdi lang='en' dir='ltr'>{words} {link}</bdi> {unknown}{doubt}</li>"


def _onward(module: Module, language: Language) -> str:
    """Links to the next page and to the start page; lessons lie beside each other."""
    say = wording(language)
    slugs = [m.slug for m in load_modules().values() if m.kind == "lesson"]
    links = [(address_of(start_page(language)), say("lesson.back"))]
    if module.slug in slugs[:-1]:
        following = load_modules()[slugs[slugs.index(module.slug) + 1]]
        onward = say("lesson.next", title=following.title[language])
        links.insert(0, (address_of(following.notebook_in(language)), onward))
    return " ".join(
        f'<a class="course-button{" ghost" if place else ""}" href="{href}">{escape(words)}</a>'
        for place, (href, words) in enumerate(links)
    )
