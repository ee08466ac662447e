"""Imports go one way, from the words of the course up to its commands; no circle, no way past."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import course

HOUSE = Path(course.__file__).parent
_READS = {"content", "reading", "judging", "marking"}
_SHOWS = _READS | {"learner", "drawing", "papers"}
# What each package may import of the others; the loose modules are for all.
ALLOWED = {
    "content": set(),
    "reading": {"content"},
    "judging": {"content", "reading"},
    "marking": {"content", "reading", "judging"},
    "learner": _READS,
    "drawing": _READS,
    "papers": _READS | {"drawing"},
    "forms": _SHOWS,
    "pages": {"content"},
    "trainer": _SHOWS | {"pages"},
    "lab": {*_SHOWS, "pages", "forms", "trainer"},
    "cli": {*_SHOWS, "forms", "pages", "trainer", "lab", "show"},
}
LOOSE = {"paths", "errors", "log", "disk", "plain", "plain_file", "refusals"}
HEAVY = ("pandas", "matplotlib", "nbformat", "nbgrader")


def imported(path: Path) -> set[str]:
    """Every module of the course that a file imports, at its head or inside a function."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module or ""}
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def packages(path: Path) -> set[str]:
    """The course's packages and loose modules a file imports."""
    return {name.split(".")[1] for name in imported(path) if name.startswith("course.")}


@pytest.mark.parametrize("package", ALLOWED)
def test_a_package_imports_only_those_below_it(package):
    for path in (HOUSE / package).rglob("*.py"):
        above = packages(path) - ALLOWED[package] - LOOSE - {package}
        assert not above, f"{package}/{path.name} imports {above}"


def test_every_package_has_its_place():
    assert {path.parent.name for path in HOUSE.glob("*/__init__.py")} == set(ALLOWED)
    assert {path.stem for path in HOUSE.glob("*.py")} == {"__init__", "show", *LOOSE}


def test_only_show_stands_above_the_forms():
    assert packages(HOUSE / "show.py") <= _SHOWS | {"forms", "show", *LOOSE}
    for name in LOOSE:
        assert packages(HOUSE / f"{name}.py") <= LOOSE


@pytest.mark.parametrize("package", ["reading", "judging", "marking"])
def test_judging_knows_no_forms_frames_or_notebooks(package):
    for path in (HOUSE / package).glob("*.py"):
        roots = {name.split(".")[0] for name in imported(path)}
        assert not roots & {"ipywidgets", "pandas", "matplotlib", "nbformat", "nbgrader", "random"}


@pytest.mark.parametrize("module", ["course", "course.show", "course.judging", "course.marking"])
def test_importing_the_course_is_light(module):
    code = f"import sys, {module}; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
