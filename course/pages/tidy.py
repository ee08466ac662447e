"""Writes every notebook the reviewed way: no outputs, named cells, pinned metadata.

Works on the raw JSON: nbformat would replace a duplicate cell id by a random one, with
only a warning, and takes seconds to import.
"""

import json
import re
from pathlib import Path
from typing import Any

from course.disk import SHARED, write_whole
from course.errors import CourseError
from course.paths import ASSESSMENTS, NOTEBOOKS

KERNEL = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_NAME = re.compile(r"[a-z][a-z0-9-]{2,40}")


class TidyError(CourseError):
    """A notebook that cannot be tidied: one sentence."""


def notebooks() -> list[Path]:
    """The notebooks git holds: lessons and assessment sources."""
    return [*sorted(NOTEBOOKS.glob("*.ipynb")), *sorted(ASSESSMENTS.glob("source/*/*.ipynb"))]


def tidied(path: Path) -> bytes:
    """The notebook's bytes as they should stand in git."""
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        cells = notebook["cells"]
    except (ValueError, KeyError, TypeError):
        raise TidyError(f"{path.name} is not a notebook; restore it from git.") from None
    _check_names(path, [cell.get("id", "") for cell in cells])
    metadata = KERNEL | {k: v for k, v in notebook["metadata"].items() if k == "course"}
    whole = {
        "cells": [_cell(cell) for cell in cells],
        "metadata": dict(sorted(metadata.items())),
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def tidy(path: Path, *, check: bool = False) -> bool:
    """Rewrite one notebook where needed; says whether it was untidy."""
    wanted = tidied(path)
    untidy = path.read_bytes() != wanted
    if untidy and not check:
        write_whole(path, wanted, SHARED)
    return untidy


def _cell(cell: dict[str, Any]) -> dict[str, Any]:
    metadata = {k: v for k, v in cell["metadata"].items() if k not in ("execution", "trusted")}
    kept = {
        "cell_type": cell["cell_type"],
        "id": cell["id"],
        "metadata": dict(sorted(metadata.items())),
        "source": "".join(cell["source"]).splitlines(keepends=True),
    }
    if cell["cell_type"] == "code":
        kept |= {"execution_count": None, "outputs": []}
    return dict(sorted(kept.items()))


def _check_names(path: Path, names: list[str]) -> None:
    for name in names:
        if not _NAME.fullmatch(name):
            raise TidyError(f"{path.name}: name the cell '{name}' in small letters and hyphens.")
        if names.count(name) > 1:
            raise TidyError(f"{path.name}: two cells are named '{name}'; rename one.")
