"""Builds the notebooks from the lessons' pages, byte for byte the same each time.

A notebook stands in git so that a clone opens at once, and is written nowhere but here: the
English page of the third lesson makes `03-its-name.ipynb`, the Arabic one
`03-its-name.ar.ipynb` beside it.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from course.content import LANGUAGES, Language, in_language, load_module, wording
from course.content.page import SETUP, Cell, Page, load_page, page_file
from course.disk import SHARED, write_whole
from course.paths import NOTEBOOKS

KERNEL = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
Json = dict[str, Any]  # a cell or a notebook, of the shape that nbformat checks
_HIDDEN = {"deletable": False, "editable": False, "jupyter": {"source_hidden": True}}
_START = re.compile(r"```start\n([^\n]+)\n```")


def notebook_of(slug: str, language: Language = "en") -> Path:
    """Where the notebook of a page stands."""
    return NOTEBOOKS / in_language(load_module(slug).notebook, language)


def build_page(slug: str, language: Language = "en") -> Path:
    """Write the notebook of a page."""
    path = notebook_of(slug, language)
    write_whole(path, page_bytes(load_page(slug, language)), SHARED)
    return path


def page_bytes(page: Page) -> bytes:
    """The notebook of a page as it stands in git."""
    first, *others = page.cells
    heading = first._replace(source=f"{first.source}\n\n{_other_languages(page)}".rstrip())
    title, *rest = [_made(cell, page.language) for cell in (heading, *others)]
    course = {"kind": load_module(page.slug).kind, "slug": page.slug}
    if page.language != "en":
        course["language"] = page.language
    return as_bytes(notebook([title, call(SETUP, "from course import show"), *rest], course))


def _other_languages(page: Page) -> str:
    """Links to the same page in each other language it is written in."""
    name = load_module(page.slug).notebook
    links = [
        f'<span lang="{other}" dir="{"rtl" if other == "ar" else "ltr"}">'
        f"[{wording(other)('page.this_page')}]({in_language(name, other)})</span>"
        for other in LANGUAGES
        if other != page.language and page_file(page.slug, other).exists()
    ]
    return " · ".join(links)


def start_button(words: str) -> str:
    """What a reader presses to run the page."""
    return f'<button data-commandlinker-command="notebook:run-all-cells">{words}</button>'


def text(name: str, source: str, **metadata: object) -> Json:
    """A cell of prose."""
    lines = source.splitlines(keepends=True)
    return {"cell_type": "markdown", "id": name, "metadata": metadata, "source": lines}


def call(name: str, source: str, **metadata: object) -> Json:
    """A cell of one hidden line that nobody edits."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": dict(sorted((_HIDDEN | metadata).items())),
        "outputs": [],
        "source": [source],
    }


def notebook(cells: list[Json], course: dict[str, str]) -> Json:
    """A notebook of these cells, without outputs; `course` says what it is."""
    metadata = {"course": dict(sorted(course.items())), **KERNEL}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def as_bytes(made: Json) -> bytes:
    return json.dumps(made, ensure_ascii=False, indent=1).encode() + b"\n"


def says_the_same(path: Path, wanted: bytes) -> bool:
    """Whether a notebook says what its page says, whatever JupyterLab has stored beside that."""
    try:
        return _said(json.loads(path.read_bytes())["cells"]) == _said(json.loads(wanted)["cells"])
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _said(cells: Iterable[Json]) -> list[tuple[str, str]]:
    return [(cell["id"], "".join(cell["source"])) for cell in cells]


def _made(cell: Cell, language: Language) -> Json:
    if cell.kind == "show":
        return call(cell.name, cell.source)
    source = _START.sub(lambda fence: start_button(fence[1]), cell.source)
    tags = {}
    if cell.kind == "trainer":
        summary = wording(language)("lesson.for_trainer")
        source = f"<details>\n<summary>{summary}</summary>\n\n{source}\n\n</details>"
        tags = {"tags": ["trainer"]}
    if language == "ar":  # JupyterLab lays Markdown out from the left
        source = f'<div dir="rtl" lang="ar">\n\n{source}\n\n</div>'
    return text(cell.name, source, **tags)
