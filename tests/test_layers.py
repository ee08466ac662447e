"""Imports go one way: content <- scoring <- reporting <- widgets <- show, and grading beside."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import course

HOUSE = Path(course.__file__).parent
# What each layer may import of the course's other layers.
ALLOWED = {
    "content": set(),
    "scoring": {"content"},
    "reporting": {"content", "scoring"},
    "widgets": {"content", "scoring", "reporting"},
    "grading": {"content", "scoring", "reporting"},
    "formgrader": {"content", "scoring", "grading"},
}
HEAVY = ("pandas", "matplotlib", "nbformat", "nbgrader")


def imported(path: Path) -> set[str]:
    """Every module a file imports, at its head or inside a function."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module or ""}
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("layer", ALLOWED)
def test_a_layer_imports_only_the_layers_below_it(layer):
    for path in (HOUSE / layer).glob("*.py"):
        layers = {name.split(".")[1] for name in imported(path) if name.startswith("course.")}
        above = (layers & set(ALLOWED)) - ALLOWED[layer] - {layer}
        assert not above, f"{layer}/{path.name} imports {above}"


def test_scoring_knows_no_forms_frames_or_notebooks():
    for path in (HOUSE / "scoring").glob("*.py"):
        roots = {name.split(".")[0] for name in imported(path)}
        assert not roots & {"ipywidgets", "pandas", "matplotlib", "nbformat", "nbgrader", "random"}


def test_only_show_and_the_command_stand_above_the_widgets():
    above = {"show.py", "cli.py", "launch.py", "checking.py"}
    for path in HOUSE.glob("*.py"):
        if any(name.startswith("course.widgets") for name in imported(path)):
            assert path.name in above, f"{path.name} imports a form"


def test_the_learners_side_does_without_the_trainers():
    above = {"cli.py", "checking.py"} | {
        f"cli_{name}.py" for name in ("agreement", "content", "learn", "marking")
    }
    for path in HOUSE.glob("*.py"):
        if any(name.startswith("course.grading") for name in imported(path)):
            assert path.name in above, f"{path.name} imports the trainer's side"


@pytest.mark.parametrize("module", ["course", "course.show", "course.scoring"])
def test_importing_the_course_is_light(module):
    code = f"import sys, {module}; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
