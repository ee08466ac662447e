"""A page as HTML: its prose stands in it, and a section waits for each form that `show` makes.

The same page is served by a learner's own machine or by a hub, and can be written to a file: it
names its script, its style sheets and its kernel by addresses that whoever hands it out gives.
"""

import functools
import json
import re
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from mistune import HTMLRenderer, Markdown, create_markdown

from course.content import (
    ContentError,
    Language,
    Module,
    acts,
    load_module,
    start_page,
    wording,
)
from course.content.page import SETUP, TITLE, Cell, load_page, pages
from course.pages.calls import read_call
from course.pages.guidance import help_for, tour

HERE = Path(__file__).parent
STATIC = HERE / "static"
SHEETS = tuple(HERE / f"{name}.css" for name in ("page", "display", "tools"))
_TO_DO = "show.lessons()"
_TOLD = ("case", "exhibit")
_APART = ("<bdi>", '<bdi dir="ltr">', "</bdi>")
_COMMENT = re.compile(r"[ \t]*<!--.*?-->", re.DOTALL)  # blanks left at an end would break the line
_START = re.compile(r"```start\n[^\n]*\n```")
_HEAD = re.compile(r"^#{1,2} +(.+?)\s*$", re.MULTILINE)


class Addresses(NamedTuple):
    """Where a page finds what belongs to it, as seen from the page."""

    script: str = "page.js"
    widgets: str = "widgets.css"
    sheet: str = "course.css"
    kernel: str = "kernel"
    display: str = "display.js"
    forms: str = "forms.js"
    search: str = "search.en.json"
    mine: str = "mine"


class Form(NamedTuple):
    """A place for what a call shows."""

    key: str
    call: str


class Step(NamedTuple):
    """What a reader does in one go: a heading, and what stands below it.

    `told` stays beside the parts while they are worked on.
    """

    key: str
    title: str
    parts: list[Markup | Form]
    told: tuple[Form, ...] = ()

    @property
    def act(self) -> str | None:
        return acts.act_of(part.call for part in self.parts if isinstance(part, Form))


def name_of(slug: str, language: Language = "en") -> str:
    """The name of a page's address, without its ending."""
    return Path(load_module(slug).notebook_in(language)).stem


def written() -> dict[str, tuple[str, Language]]:
    """The pages that can be opened, by the names of their addresses."""
    return {name_of(slug, language): (slug, language) for slug, language in pages()}


def steps_of(slug: str, language: Language) -> list[Step]:
    """The steps of a lesson's page, as they stand on it."""
    module = load_module(slug)
    return _in_turn(steps(load_page(slug, language).cells, f"{slug}, {language}"), module)


def page_html(
    slug: str, language: Language, addresses: Addresses, reads: Language | None = None
) -> str:
    """The page of a lesson in a language.

    Who `reads` another language, in which there is none of it yet, is led back to the start page
    in theirs.
    """
    others = {lang: name for name, (one, lang) in written().items() if one == slug}
    found = steps_of(slug, language)
    return _html(load_module(slug), language, found, others, addresses, reads)


def case_html(slug: str, notebook: Path, language: Language, addresses: Addresses) -> str:
    """The page of an assessed case, from the notebook that was handed out."""
    module = load_module(slug)
    # What else stands in its first cell is for JupyterLab.
    title = Cell(TITLE, "text", f"# {module.title[language]}")
    found = steps((title, *_calls_in(notebook)), f"{slug}, {language}")
    return _html(module, language, _in_turn(found, module), {}, addresses)


def outside_html(why: str, languages: list[Language], base: str, sheet: str) -> Markup:
    """The page for who is not on a page of the course, in these languages."""
    own = [path.read_text(encoding="utf-8") for path in (HERE / "page.css", HERE / "outside.css")]
    template = _environment().get_template("outside.html.j2")
    page = template.render(
        why=why,
        says=[wording(language) for language in languages],
        home=f"{base}course/",
        sheet=Markup("\n".join((sheet, *own))),  # our own files
    )
    return Markup(page)  # escaped by its template


def _html(
    module: Module,
    language: Language,
    found: list[Step],
    others: dict[Language, str],
    addresses: Addresses,
    reads: Language | None = None,
) -> str:
    say = wording(language)
    template = _environment().get_template("page.html.j2")
    return template.render(
        module=module,
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        name=Path(module.notebook_in(language)).stem,
        home=Path(start_page(reads if reads and reads not in others else language)).stem,
        others={other: name for other, name in others.items() if other != language},
        title=module.title[language],
        steps=found,
        say=say,
        help_for=lambda form: help_for(read_call(form.call, form.key), say),
        tour=tour(say) if module.kind == "start" else [],
        # The page's script fills these in.
        left=say("page.left", minutes="{minutes}"),
        at_step=say("page.at_step", step="{step}", all="{all}"),
        more=say("page.more", count="{count}"),
        saved=say("page.saved", time="{time}"),
        count=say("search.count", count="{count}"),
        shown=say("search.shown", count="{count}", shown="{shown}"),
        some=say("search.some", count="{count}"),
        nothing=say("search.nothing", words="{words}"),
        take_off_named=say("places.take_off_named", title="{title}"),
        mine_title=say("print.mine_title", title="{title}"),
        by=say("print.by", name="{name}", date="{date}"),
        at=addresses,
    )


def steps(cells: tuple[Cell, ...], where: str) -> list[Step]:
    """The cells in steps: one begins with each heading of the second order."""
    made: list[Step] = []
    for cell in cells:
        if cell.kind == "trainer":
            continue
        if cell.kind == "show":
            read_call(cell.source, f"{where}, cell {cell.name}")
            _last(made, where).parts.append(Form(cell.name, cell.source))
            continue
        heads = _HEAD.findall(cell.source) if cell.begins_step else []
        if heads:
            made.append(Step(cell.name, plain(prose(heads[0])), []))
        _last(made, where).parts.append(prose(cell.source))
    return made


def _in_turn(found: list[Step], module: Module) -> list[Step]:
    """The steps as this kind of page lays them out."""
    lay_out = {"start": _to_do_first, "case": _told_beside}.get(module.kind)
    return lay_out(*found) if lay_out else found


def _to_do_first(first: Step, *others: Step) -> list[Step]:
    """A start page says at once what to do now, and all else on it is a click away."""
    for step in others:
        forms = [part for part in step.parts if isinstance(part, Form)]
        if _TO_DO in [form.call for form in forms]:
            rest = [other for other in others if other is not step]
            return [first._replace(parts=[*first.parts, *forms]), *rest]
    return [first, *others]


def _told_beside(first: Step, *others: Step) -> list[Step]:
    """A case has its story and its exhibits beside the questions."""
    forms = [part for part in first.parts if isinstance(part, Form)]
    told = tuple(form for form in forms if _is_told(form))
    asked = [part for part in first.parts if part not in told]
    return [first._replace(told=told, parts=asked), *others]


def _is_told(form: Form) -> bool:
    return read_call(form.call, form.key).name in _TOLD


class _Prose(HTMLRenderer):
    """HTML in a page's text is shown, but for what sets a clause's number apart in Arabic."""

    def inline_html(self, html: str) -> str:
        return html if html in _APART else super().inline_html(html)


def prose(source: str) -> Markup:
    """Markdown as HTML; HTML in it is shown, not meant."""
    text = _START.sub("", _COMMENT.sub("", source))
    return Markup(_markdown()(text))


def _last(made: list[Step], where: str) -> Step:
    if not made:
        raise ContentError(where, "", "the page does not begin with its title", "Begin with # .")
    return made[-1]


def plain(shown: Markup) -> str:
    """HTML as the words it shows."""
    return shown.striptags()


def _calls_in(notebook: Path) -> tuple[Cell, ...]:
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        found = [(cell["id"], cell["cell_type"], "".join(cell["source"])) for cell in cells]
    except (OSError, ValueError, KeyError, TypeError):
        problem, remedy = "it cannot be read as a notebook", "Fetch the case again."
        raise ContentError(notebook, "", problem, remedy) from None
    return tuple(
        Cell(name, "show", source)
        for name, kind, source in found
        if kind == "code" and name != SETUP
    )


@functools.cache
def _markdown() -> Markdown:
    return create_markdown(renderer=_Prose(escape=True), plugins=["table"])


@functools.cache
def _environment() -> Environment:
    loader = FileSystemLoader(HERE / "templates")
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
