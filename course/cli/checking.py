"""Everything that must agree before a learner sees it: what `course check` reads."""

import inspect
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from course import paths, show
from course.content import (
    LANGUAGES,
    load_case,
    load_cases,
    load_clauses,
    load_modules,
    load_quiz,
    wording,
)
from course.content.alignment import rows
from course.content.exercises import load_gap_exercise, load_pair_exercise
from course.content.glossary import load_glossary
from course.content.learning_paths import load_learning_paths
from course.content.modules import module_problems
from course.content.settings import load_settings
from course.content.sorters import load_sorter
from course.content.sources import load_sources
from course.content.stories import load_story
from course.content.tools import load_tool
from course.content.trees import load_tree
from course.drawing.figures import table_figure
from course.errors import CourseError
from course.forms.workshops import maker
from course.pages import tidy
from course.refusals import in_words

_CALL = re.compile(r'show\.([a-z_]+)\((?:"([a-z0-9-]*)")?\)')
_LINK = re.compile(r"\]\(([^)#\s]+)")
_CALLABLE = {name for name, made in vars(show).items() if hasattr(made, "__wrapped__")}
# An Arabic number bends the noun after it, so a chart may leave the unit to its subtitle.
_LEFT_OUT = frozenset({"unit"})
# What the word in a call's brackets must name.
_NAMED: dict[str, Callable[[str], object]] = {
    "objectives": lambda key: load_modules()[key],
    "takeaways": lambda key: load_modules()[key],
    "quiz": load_quiz,
    "story": load_story,
    "exercise": load_gap_exercise,
    "pair": load_pair_exercise,
    "case": load_case,
    "figure": table_figure,
    "workshop": maker,
}


_FOLDERS: dict[str, Callable[[str], object]] = {
    "cases": load_case,
    "quizzes": load_quiz,
    "stories": load_story,
    "tools": load_tool,
    "sorters": load_sorter,
    "trees": load_tree,
}


def problems() -> Iterator[str]:
    """One sentence for each thing that is wrong; nothing if all is well."""
    yield from dict.fromkeys(_told())  # one slip may be met in several places


def _told() -> Iterator[str]:
    for look in (_words, _records, _modules, _notebooks, _rubrics, _gold):
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
    """Each file of a folder loads; the first thing wrong in each is told."""
    loads: list[tuple[Callable[..., object], str]] = [(load_settings, ""), (load_glossary, "")]
    loads += [(load_clauses, ""), (load_modules, ""), (load_sources, ""), (load_learning_paths, "")]
    for folder, load in _FOLDERS.items():
        loads += [(load, path.stem) for path in sorted((paths.DATA / folder).glob("*.toml"))]
    for load, key in loads:
        try:
            load(*([key] if key else []))
        except CourseError as problem:
            yield str(problem)
    yield from map(str, module_problems())


def _modules() -> Iterator[str]:
    yield from (
        f"{r.module}, objective {r.objective}: not {r.holes[0]}." for r in rows() if r.holes
    )
    for module in load_modules().values():
        where = f"modules.toml, module {module.slug}"
        if module.kind != "case" and not (paths.NOTEBOOKS / module.notebook).exists():
            yield f"{where}: there is no notebooks/{module.notebook}. Correct its name."
        for ref in module.clauses:
            if ref not in load_clauses():
                yield f"{where}: clause {ref} is not in clauses.toml. Add it there."


def _notebooks() -> Iterator[str]:
    for path in tidy.notebooks():
        if tidy.tidy(path, check=True):
            yield f"{path.name}: it holds outputs or unnamed parts. Run 'course tidy'."
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            source = "".join(cell["source"]).strip()
            look = _links if cell["cell_type"] == "markdown" else _call
            yield from (f"{path.name}, cell {cell['id']}: {words}" for words in look(path, source))


def _links(path: Path, source: str) -> Iterator[str]:
    for target in _LINK.findall(source):
        if "://" not in target and not (path.parent / target).exists():
            yield f"it links {target}, which is not there. Correct the link."


def _call(_: Path, source: str) -> Iterator[str]:
    """A code cell is one call of show, and what it names exists."""
    if source == "from course import show":
        return
    call = _CALL.fullmatch(source)
    if not call or call[1] not in _CALLABLE:
        yield f"'{source}' is not a call of show. Correct it."
        return
    wants = len(inspect.signature(getattr(show, call[1])).parameters)
    if bool(wants) != bool(call[2]):
        yield f"show.{call[1]} takes {'one name' if wants else 'no name'}. Correct it."
        return
    try:
        _NAMED.get(call[1], str)(call[2])
    except CourseError as problem:
        yield str(problem)
    except KeyError:
        yield f"show.{call[1]} is asked for '{call[2]}', which is not there. Correct the name."


def _rubrics() -> Iterator[str]:
    from course.trainer.build import stale

    for key in load_cases():
        try:
            if stale(key):
                yield f"{key}: its notebook is older than case or rubric. Run 'course build {key}'."
        except CourseError as problem:
            yield str(problem)


def _gold() -> Iterator[str]:
    from course.trainer.gold import gold_files, read_gold

    for path in gold_files():
        try:
            read_gold(path)
        except CourseError as problem:
            yield str(problem)
