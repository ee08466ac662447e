"""Reads a case's figures from their CSV and adds them up."""

import csv
import functools
from collections.abc import Iterable

from course.content import ContentError
from course.content.cases import Exhibit, Measure
from course.paths import DATA

Row = dict[str, str]


def rows_of(exhibit: Exhibit) -> tuple[Row, ...]:
    """The rows of the exhibit's file, every column it speaks of present."""
    rows = _read(exhibit.file or "")
    needed = {"month", exhibit.by, *(m.column for m in exhibit.measures)}
    needed |= {m.over for m in exhibit.measures if m.over}
    missing = sorted(str(name) for name in needed - rows[0].keys()) if rows else []
    if missing:
        remedy = "Add it to the file, or correct its name in the case."
        raise ContentError(exhibit.file or "", missing[0], "there is no such column", remedy)
    return rows


@functools.cache
def _read(file: str) -> tuple[Row, ...]:
    try:
        with (DATA / file).open(encoding="utf-8", newline="") as page:
            return tuple(csv.DictReader(page))
    except OSError:
        raise ContentError(file, "", "there is no such file", "Check the name.") from None


def projects_in(exhibit: Exhibit) -> tuple[str, ...]:
    """The projects, in the order of the file."""
    return tuple(dict.fromkeys(row[exhibit.by or ""] for row in rows_of(exhibit)))


def months_in(exhibit: Exhibit) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row["month"] for row in rows_of(exhibit)))


def total(measure: Measure, rows: Iterable[Row]) -> float | None:
    """The measure over the rows: added up first and divided once; None where nothing counts."""
    rows = list(rows)
    values = [float(row[measure.column]) for row in rows if row[measure.column]]
    if measure.how == "sum":
        return sum(values)
    if measure.how == "mean":
        return sum(values) / len(values) if values else None
    below = sum(float(row[measure.over or ""] or 0) for row in rows)
    factor = 100 if measure.how == "share" else 1
    return factor * sum(values) / below if below else None
