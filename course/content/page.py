"""A lesson's page as its author writes it: page.en.md and page.ar.md, cut into named cells.

A cell begins with `<!-- cell: its-name -->` on a line of its own. What follows is Markdown, one
sentence a line, or a fence that says what the page shows there:

    ```show
    workshop barriers
    ```

`objectives`, `story`, `pair`, `quiz` and `takeaways` are the lesson's own and need no name.
A fence `start` in the first cell holds the words on the button that starts the page, and
`<!-- trainer: its-name -->` begins notes that a page keeps folded, for the trainer.
"""

import functools
import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Literal, NamedTuple

from course.content.folders import lessons, of_lesson
from course.content.toml import ContentError
from course.content.words import LANGUAGES, Language

OWN = frozenset({"objectives", "story", "pair", "quiz", "takeaways"})
_BEGINS = re.compile(r"^<!-- (cell|trainer): (.*?) -->[ \t]*$", re.M)
_MARK = re.compile(r"<!--\s*(\w+)\s*:.*?-->")
_MARKS = frozenset({"cell", "trainer", "source"})
_NAME = re.compile(r"[a-z][a-z0-9-]{2,40}")
_SHOW = re.compile(r"```show\n([^\n]*)\n```")
_CALL = re.compile(r"([a-z]+)(?: ([a-z0-9-]+))?")
TITLE, SETUP = "title", "setup"


class Cell(NamedTuple):
    """A piece of a page: its `source` is Markdown, or the call that shows something."""

    name: str
    kind: Literal["text", "show", "trainer"]
    source: str

    @property
    def begins_step(self) -> bool:
        """A page's steps begin with its headings of the first and second order."""
        return self.kind == "text" and self.source.startswith(("# ", "## "))


class Page(NamedTuple):
    """One lesson in one language."""

    slug: str
    language: Language
    cells: tuple[Cell, ...]


def pages() -> list[tuple[str, Language]]:
    """The pages that are written: lesson and language."""
    both = [(slug, language) for slug in lessons() for language in LANGUAGES]
    return [(slug, language) for slug, language in both if page_file(slug, language).exists()]


def page_file(slug: str, language: Language) -> Path:
    return of_lesson(slug, f"page.{language}.md")


@functools.cache
def load_page(slug: str, language: Language = "en") -> Page:
    """The page of a lesson; ContentError names the file, the cell and what to do."""
    path = page_file(slug, language)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ContentError(path, "", "there is no such file", "Write the page.") from None
    except UnicodeDecodeError:
        raise ContentError(path, "", "it is not UTF-8 text", "Save it as UTF-8.") from None
    return Page(slug, language, cells_of(text, slug, path))


def unlike(one: Page, other: Page) -> Iterator[str]:
    """Where two languages of a page part: the same cells in the same order, the same shown."""
    for mine, its in zip_longest(one.cells, other.cells):
        if mine is None or its is None:
            lacks, has = (one, its) if mine is None else (other, mine)
            yield f"cell {has.name}: page.{lacks.language}.md ends before it. Add it there."
        elif (mine.name, mine.kind) != (its.name, its.kind):
            yield f"cell {its.name}: page.{one.language}.md has '{mine.name}' here. Agree on one."
            return
        elif its.kind == "show" and mine.source != its.source:
            yield f"cell {its.name}: page.{one.language}.md shows another thing. Agree on one."


def cells_of(text: str, slug: str, path: Path) -> tuple[Cell, ...]:
    """The cells of a page's text."""
    for mark in _MARK.finditer(text):
        if mark[1] not in _MARKS:
            remedy = f"Use one of {', '.join(sorted(_MARKS))}."
            raise ContentError(path, mark[0], "the page knows no such mark", remedy)
    before, *parts = _BEGINS.split(text)
    if before.strip() or not parts or parts[1] != TITLE:
        problem = "the page does not begin with its title"
        raise ContentError(path, "", problem, "Begin with <!-- cell: title -->.")
    cells = [
        _cell(kind, name, body.strip("\n"), slug, path)
        for kind, name, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    ]
    _check_names([cell.name for cell in cells], path)
    return tuple(cells)


def _cell(kind: str, name: str, body: str, slug: str, path: Path) -> Cell:
    if kind == "trainer":
        return Cell(name, "trainer", body)
    if "```show" not in body:
        return Cell(name, "text", body)
    fence = _SHOW.fullmatch(body)
    if fence is None:
        remedy = "Give the text and the fence a cell each, and the fence one line."
        raise ContentError(path, f"cell {name}", "a fence is not all there is in it", remedy)
    call = _CALL.fullmatch(fence[1].strip())
    if call is None:
        remedy = "Write a word, and the name of what is shown."
        raise ContentError(path, f"cell {name}", f"'{fence[1]}' shows nothing", remedy)
    named = call[2] or (slug if call[1] in OWN else "")
    return Cell(name, "show", f'show.{call[1]}("{named}")' if named else f"show.{call[1]}()")


def _check_names(names: list[str], path: Path) -> None:
    for name in names:
        if not _NAME.fullmatch(name):
            remedy = "Use small letters, digits and hyphens."
            raise ContentError(path, f"cell {name}", "this is no name for a cell", remedy)
        if names.count(name) > 1 or name == SETUP:
            problem = "the name is taken"
            raise ContentError(path, f"cell {name}", problem, "Give it a name of its own.")
