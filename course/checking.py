"""Everything that must agree before a learner sees it: what `course check` reads."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from course import paths, show, tidy
from course.content import LANGUAGES, load_cases, load_clauses, load_modules, load_quiz, wording
from course.content.toml import ContentError

_CALL = re.compile(r'show\.([a-z_]+)\((?:"([a-z0-9-]*)")?\)')


def problems() -> Iterator[str]:
    """One sentence for each thing that is wrong; nothing if all is well."""
    for name, look in _LOOKS.items():
        try:
            yield from look()
        except (ContentError, tidy.TidyError, OSError) as problem:
            yield f"{name}: {problem}"


def _words() -> Iterator[str]:
    names = {language: wording(language).names() for language in LANGUAGES}
    every = frozenset().union(*names.values())
    for language, known in names.items():
        for entry in sorted(every - known):
            yield f"wording, {language}: there is no '{entry}'. Add it beside the other language's."


def _records() -> Iterator[str]:
    load_clauses()
    load_cases()
    for module in load_modules().values():
        if module.kind == "lesson":
            load_quiz(module.slug)
        for ref in module.clauses:
            if ref not in load_clauses():
                clause = f"clause {ref.number} ({ref.edition})"
                yield f"modules.toml, {module.slug}: {clause} is not in clauses.toml. Add it."


def _notebooks() -> Iterator[str]:
    for path in tidy.notebooks():
        if tidy.tidy(path, check=True):
            yield f"{path.name}: it holds outputs or unnamed parts. Run 'course tidy'."
        yield from _calls(path)


def _calls(path: Path) -> Iterator[str]:
    """Each code cell is one call of show, of a name that exists."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"]).strip()
        if cell["cell_type"] != "code" or source == "from course import show":
            continue
        call = _CALL.fullmatch(source)
        if not call or not hasattr(show, call[1]):
            yield f"{path.name}, cell {cell['id']}: '{source}' is not a call of show. Correct it."


def _lessons_exist() -> Iterator[str]:
    for module in load_modules().values():
        if module.kind != "case" and not (paths.NOTEBOOKS / module.notebook).exists():
            yield f"modules.toml, module {module.slug}: there is no {module.notebook}. Correct it."


def _rubrics() -> Iterator[str]:
    from course.grading.build import stale

    for key in load_cases():
        if stale(key):
            yield f"{key}: the notebook is older than its case or rubric. Run 'course build {key}'."


_LOOKS: dict[str, Callable[[], Iterator[str]]] = {
    "wording": _words,
    "records": _records,
    "notebooks": _notebooks,
    "lessons": _lessons_exist,
    "rubrics": _rubrics,
}
