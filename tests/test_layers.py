"""Imports go one way, from the words of the course up to its commands; no circle, no way past."""

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import course
from course import lazily

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
    "pages": {"content", "reading"},
    "trainer": _SHOWS | {"pages"},
    "lab": {*_SHOWS, "pages", "forms", "trainer"},
    "cli": {*_SHOWS, "forms", "pages", "trainer", "lab", "show"},
}
LOOSE = {"paths", "errors", "log", "disk", "one_line", "plain_file", "refusals", "lazily"}
HEAVY = ("pandas", "matplotlib", "nbformat", "nbgrader", "docx", "xlsxwriter")


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


def module_of(path: Path) -> str:
    parts = path.relative_to(HOUSE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def running(path: Path) -> set[str]:
    """What a file imports when it runs, inside a function too; for type checkers alone is not."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_no_module_needs_itself_to_be_imported():
    """Not by way of others either: a circle hides in a function until somebody moves a line."""
    files = {module_of(path): path for path in HOUSE.rglob("*.py")}
    needs = {name: running(path) & files.keys() - {name} for name, path in files.items()}
    # A package's public names are brought when they are asked for, which closes no circle.
    doors = {name for name, path in files.items() if path.name == "__init__.py"}
    order = TopologicalSorter({name: found - doors for name, found in needs.items()})
    order.prepare()  # raises CycleError, which names the circle


def past_the_door(path: Path, own: str) -> set[str]:
    """What a file imports of another package without that package's leave.

    A package's `__all__` names what others may use of it: names, imported from the package; and
    modules, as a whole or name by name, where a word needs its module's beside it to be clear
    (`folders.cases`) or is another program's, as nbgrader's `course.learner.submitting` is.
    """
    wrong = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for module, names in _from_packages(node):
            package, *inner = module.split(".")[1:]
            if package == own or package in LOOSE:
                continue
            asked = inner[:1] or names
            wrong |= {f"{module}: {name}" for name in asked if name not in public(package)}
            wrong |= {f"{module}: {name}" for name in names if name.startswith("_")}
    return wrong


def _from_packages(node: ast.AST) -> list[tuple[str, list[str]]]:
    """The modules of our packages that a statement imports, and the names it takes from each."""
    if isinstance(node, ast.Import):
        named = [(alias.name, []) for alias in node.names]
    elif isinstance(node, ast.ImportFrom):
        named = [(node.module or "", [alias.name for alias in node.names])]
    else:
        named = []
    return [(module, names) for module, names in named if module.startswith("course.")]


def public(package: str) -> list[str]:
    return getattr(import_module(f"course.{package}"), "__all__", [])


@pytest.mark.parametrize(
    "path", sorted(HOUSE.rglob("*.py")), ids=lambda p: str(p.relative_to(HOUSE))
)
def test_nobody_imports_past_a_packages_public_names(path):
    own = path.relative_to(HOUSE).parts[0].removesuffix(".py")
    assert not past_the_door(path, own)


@pytest.mark.parametrize(
    ("statement", "is_past"),
    [
        ("from course.reading import words", False),
        ("from course.reading import numbers", False),
        ("from course.reading.numbers import quantities", False),
        ("import course.reading.numbers", False),
        ("from course.reading.text import words", True),
        ("import course.reading.text", True),
        ("from course.reading import text", True),
        ("from course.reading.numbers import _read", True),
        ("def later():\n    from course.reading.text import words", True),
    ],
)
def test_the_door_is_watched(statement, is_past, tmp_path):
    path = tmp_path / "some.py"
    path.write_text(statement, encoding="utf-8")
    assert bool(past_the_door(path, "forms")) is is_past


@pytest.mark.parametrize("package", ALLOWED)
def test_every_public_name_is_there(package):
    """And none is a module's too: which of the two one gets would hang on what came before."""
    house, modules = (
        import_module(f"course.{package}"),
        {p.stem for p in (HOUSE / package).glob("*")},
    )
    homes = lazily.homes(house.__file__)
    for name in public(package):
        assert isinstance(getattr(house, name), ModuleType) == (name in modules), name
        assert (homes.get(name) == house.__name__) == (name in modules), name


def test_every_package_has_its_place():
    assert {path.parent.name for path in HOUSE.glob("*/__init__.py")} == set(ALLOWED)
    assert {path.stem for path in HOUSE.glob("*.py")} == {"__init__", "show", "kernel", *LOOSE}


def test_only_show_stands_above_the_forms():
    assert packages(HOUSE / "show.py") <= _SHOWS | {"forms", "show", *LOOSE}
    for name in LOOSE:
        assert packages(HOUSE / f"{name}.py") <= LOOSE


@pytest.mark.parametrize("package", ["reading", "judging", "marking"])
def test_judging_knows_no_forms_frames_or_notebooks(package):
    for path in (HOUSE / package).glob("*.py"):
        roots = {name.split(".")[0] for name in imported(path)}
        assert not roots & {"ipywidgets", "pandas", "matplotlib", "nbformat", "nbgrader", "random"}


@pytest.mark.parametrize("module", ["course", "course.show", *(f"course.{one}" for one in ALLOWED)])
def test_importing_the_course_is_light(module):
    code = f"import sys, {module}; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
