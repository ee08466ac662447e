"""A package's public names, each brought from its module when it is first asked for.

A page needs few of them, and waits for each module it loads. The names stand once, as imports
for whoever reads the package's `__init__.py`, people and type checkers; here they are looked up.
"""

import ast
import functools
from collections.abc import Callable
from importlib import import_module
from pathlib import Path


def lazily(package: str, file: str) -> Callable[[str], object]:
    """The `__getattr__` of the package whose `__init__.py` is this file."""

    def bring(name: str) -> object:
        home = homes(file).get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        if home == package:  # a module that is public as a whole
            return import_module(f"{package}.{name}")
        return getattr(import_module(home), name)

    return bring


@functools.cache
def homes(file: str) -> dict[str, str]:
    """The module of each name, as the file imports it."""
    found: dict[str, str] = {}
    for one in ast.walk(ast.parse(Path(file).read_text(encoding="utf-8"))):
        home = str(one.module) if isinstance(one, ast.ImportFrom) else ""
        if isinstance(one, ast.ImportFrom) and home.startswith("course.") and home != __name__:
            found |= {alias.name: home for alias in one.names}
    return found
