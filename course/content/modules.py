"""The syllabus: lessons and assessed cases, their objectives and minutes."""

import functools
from typing import Literal

import msgspec

from course.content.clauses import ClauseRef
from course.content.folders import CASE, LESSON, cases, lessons, of_case, of_lesson
from course.content.page import page_file
from course.content.toml import ContentError, Table, load, load_placed, placed
from course.content.words import Language, Words


class Objective(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something the learner can be watched doing, and what shows that it was done.

    `shown_by` names a progress mark: `workshop`, `quiz`, `exercise` or `hand-in`; `taught` the
    cell of the notebook that teaches it. Where no quiz item has this objective's own key,
    `assessed_with` names the objective of the same module whose items ask for it too.
    """

    key: str
    words: Words
    shown_by: Literal["workshop", "quiz", "exercise", "hand-in"]
    taught: str = ""
    assessed_with: str = ""


class Module(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One tile of the start page: a lesson by its `order`, or an assessed case."""

    slug: str
    minutes: int
    title: Words
    lead: Words
    leaves: Words
    needs: Words
    kind: Literal["start", "lesson", "case"] = "lesson"
    order: int = 0
    clauses: tuple[ClauseRef, ...] = ()
    objectives: tuple[Objective, ...] = ()

    @property
    def notebook(self) -> str:
        """The file name of its page; the number is order only."""
        number = "" if self.kind == "case" else f"{self.order:02d}-"
        return f"{number}{self.slug}.ipynb"

    def notebook_in(self, language: Language) -> str:
        """Its page in a language; the English one where that one is not written yet."""
        written = self.kind != "case" and page_file(self.slug, language).exists()
        return in_language(self.notebook, language) if written else self.notebook


START = "start-here"


def start_page(language: Language) -> str:
    """The file name of the start page's notebook; it is never left out, whatever is wrong."""
    written = page_file(START, language).exists()
    return in_language(f"00-{START}.ipynb", language if written else "en")


def in_language(notebook: str, language: Language) -> str:
    """The file name of a page's notebook in a language."""
    return notebook if language == "en" else notebook.replace(".ipynb", f".{language}.ipynb")


@functools.cache
def load_modules() -> dict[str, Module]:
    """Every sound module by slug, in the order they are taken: the lessons, then the cases."""
    return _read()[0]


def load_module(slug: str) -> Module:
    """The module of that name; ContentError says what is wrong with it."""
    read = _of_case if slug in cases() else _lesson
    return load_modules().get(slug) or read(slug)


def module_problems() -> list[ContentError]:
    """What is wrong with the modules that are left out."""
    return _read()[1]


def _read() -> tuple[dict[str, Module], list[ContentError]]:
    """A slip in one lesson or case must not close the others."""
    found: dict[int, Module] = {}
    last: list[Module] = []
    wrong: list[ContentError] = []
    for read, slug in [*((_lesson, s) for s in lessons()), *((_of_case, s) for s in cases())]:
        try:
            module = read(slug)
            if module.kind == "case":
                last.append(module)
            else:
                found[_free(module, found)] = module
        except ContentError as error:
            wrong.append(error)
    taken = [*(found[order] for order in sorted(found)), *last]
    return {module.slug: module for module in taken}, wrong


def _lesson(slug: str) -> Module:
    return load_placed(of_lesson(slug, LESSON), Module, slug=slug)


def _free(lesson: Module, found: dict[int, Module]) -> int:
    """The lesson's number; two lessons of one number are refused."""
    if other := found.get(lesson.order):
        problem = f"'{other.slug}' has the number {lesson.order} too"
        raise ContentError(of_lesson(lesson.slug, LESSON), "order", problem, "Give each its own.")
    return lesson.order


def _of_case(slug: str) -> Module:
    """The tile of a case, from the case's own file."""
    path = of_case(slug, CASE)
    raw = load(path, Table)
    if not isinstance(tile := raw.get("tile"), dict):
        raise ContentError(path, "tile", "it is missing", "Add it.")
    return placed(tile, Module, path, slug=slug, kind="case", minutes=raw.get("minutes"))
