"""Everything that must agree before a learner sees it: what `course check` reads."""

import inspect
import re
from collections.abc import Callable, Iterator

from course import paths, show
from course.content import (
    LANGUAGES,
    Language,
    folders,
    load_case,
    load_cases,
    load_clauses,
    load_gap_exercise,
    load_glossary,
    load_learning_paths,
    load_module,
    load_modules,
    load_pair_exercise,
    load_quiz,
    load_settings,
    load_sources,
    load_story,
    module_problems,
    page,
    wording,
)
from course.content.alignment import rows
from course.content.pieces import load_piece, names_in
from course.drawing import table_figure
from course.errors import CourseError
from course.forms import maker
from course.marking.second_prompt import load_prompt
from course.pages.notebooks import notebook_of
from course.pages.upkeep import about_edited, state_of
from course.refusals import in_words

_CALL = re.compile(r'show\.([a-z_]+)\((?:"([a-z0-9-]*)")?\)')
_LINK = re.compile(r"\]\(([^)#\s]+)")
_CALLABLE = {name for name, made in vars(show).items() if hasattr(made, "__wrapped__")}
# An Arabic number bends the noun after it, so a chart may leave the unit to its subtitle.
_LEFT_OUT = frozenset({"unit"})
# What the word in a call's brackets must name.
_NAMED: dict[str, Callable[[str], object]] = {
    "objectives": load_module,
    "takeaways": load_module,
    "quiz": load_quiz,
    "story": load_story,
    "exercise": load_gap_exercise,
    "pair": load_pair_exercise,
    "case": load_case,
    "figure": table_figure,
    "workshop": maker,
}


def problems() -> Iterator[str]:
    """One sentence for each thing that is wrong; nothing if all is well."""
    yield from dict.fromkeys(_told())  # one slip may be met in several places


def _told() -> Iterator[str]:
    for look in (_words, _folders, _records, _modules, _pages, _rubrics, _gold):
        try:
            yield from look()
        except OSError as refused:
            yield in_words(refused)
        except CourseError as problem:
            yield str(problem)


def _words() -> Iterator[str]:
    said = {language: wording(language) for language in LANGUAGES}
    yield from (str(problem) for one in said.values() for problem in one.problems)
    names = frozenset().union(*(one.names() for one in said.values()))
    for entry in sorted(names):
        without = [language for language, one in said.items() if entry not in one.names()]
        if without:
            yield f"wording, {without[0]}, {entry}: it stands in the other language only. Add it."
        elif len({one.facts(entry) - _LEFT_OUT for one in said.values()}) > 1:
            yield f"wording, {entry}: the languages ask for different {{facts}}. Make them agree."


def _records() -> Iterator[str]:
    """Each file loads; the first thing wrong in each is told."""
    loads: list[tuple[Callable[..., object], str]] = [(load_settings, ""), (load_glossary, "")]
    loads += [(load_prompt, "")]
    loads += [(load_clauses, ""), (load_modules, ""), (load_sources, ""), (load_learning_paths, "")]
    for slug in folders.lessons():
        own = (("quiz", load_quiz), ("story", load_story), ("pair", load_pair_exercise))
        loads += [(load, slug) for n, load in own if folders.of_lesson(slug, f"{n}.toml").exists()]
        loads += [(load_piece, name) for name in names_in(slug)]
    for load, key in loads:
        try:
            load(*([key] if key else []))
        except CourseError as problem:
            yield str(problem)
    yield from map(str, module_problems())


def _folders() -> Iterator[str]:
    """Nothing stands in a folder of a lesson or a case that nobody reads."""
    for kind, name in (("lessons", folders.LESSON), ("cases", folders.CASE)):
        for path in sorted((paths.DATA / kind).glob("[!.]*/")):
            if not (path / name).exists():
                yield f"data/{kind}/{path.name}: it has no {name}. Write it, or remove the folder."
    for key, case in load_cases().items():
        named = {exhibit.key for exhibit in case.exhibits}
        for path in sorted(folders.of_case(key, "exhibits").glob("*.toml")):
            if path.stem not in named:
                yield f"data/cases/{key}/exhibits/{path.name}: {folders.CASE} does not name it."


def _modules() -> Iterator[str]:
    yield from (
        f"{r.module}, objective {r.objective}: not {r.holes[0]}." for r in rows() if r.holes
    )
    for module in load_modules().values():
        where = f"{module.slug}, {folders.CASE if module.kind == 'case' else folders.LESSON}"
        if module.kind != "case" and not page.page_file(module.slug, "en").exists():
            yield f"{where}: it has no page.en.md. Write it."
        for ref in module.clauses:
            if ref not in load_clauses():
                yield f"{where}: clause {ref} is not in clauses.toml. Add it there."


def _pages() -> Iterator[str]:
    written = page.pages()
    for slug, language in written:
        try:
            yield from _page(page.load_page(slug, language))
            yield from _notebook(slug, language)
        except CourseError as problem:
            yield str(problem)
    made = {notebook_of(slug, language) for slug, language in written}
    for stray in sorted(set(paths.NOTEBOOKS.glob("*.ipynb")) - made):
        yield f"notebooks/{stray.name}: no page makes it. Remove it, or write its page."


def _page(found: page.Page) -> Iterator[str]:
    where = f"{found.slug}/page.{found.language}.md"
    for cell in found.cells:
        look = _call if cell.kind == "show" else _links
        yield from (f"{where}, cell {cell.name}: {words}" for words in look(cell.source))
    if found.language != "en":
        yield from (f"{where}, {words}" for words in page.unlike(page.load_page(found.slug), found))


def _notebook(slug: str, language: Language) -> Iterator[str]:
    found = state_of(slug, language)
    if found == "edited":
        yield about_edited(slug, language)
    elif found != "same":
        name = notebook_of(slug, language).name
        yield f"notebooks/{name}: it is not what its page makes. Run 'course build {slug}'."


def _links(source: str) -> Iterator[str]:
    for target in _LINK.findall(source):
        if "://" not in target and not (paths.NOTEBOOKS / target).exists():
            yield f"it links {target}, which is not there. Correct the link."


def _call(source: str) -> Iterator[str]:
    """What a page shows, it can show, and what it names exists."""
    call = _CALL.fullmatch(source)
    if not call or call[1] not in _CALLABLE:
        yield f"'{source.removeprefix('show.')}' is nothing a page can show. Correct it."
        return
    wants = len(inspect.signature(getattr(show, call[1])).parameters)
    if bool(wants) != bool(call[2]):
        yield f"'{call[1]}' takes {'one name' if wants else 'no name'}. Correct it."
        return
    try:
        _NAMED.get(call[1], str)(call[2])
    except CourseError as problem:
        yield str(problem)


def _rubrics() -> Iterator[str]:
    from course.trainer.build import stale

    for key in load_cases():
        try:
            if stale(key):
                yield f"{key}: its notebook is older than case or rubric. Run 'course build {key}'."
        except CourseError as problem:
            yield str(problem)


def _gold() -> Iterator[str]:
    from course.trainer.folders import examples
    from course.trainer.gold import read_gold

    for path in examples():
        try:
            read_gold(path)
        except CourseError as problem:
            yield str(problem)
