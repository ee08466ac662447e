"""A case's figures as its exhibit speaks of them, and what they add up to."""

from typing import TYPE_CHECKING

from course.content.cases import Exhibit, Measure
from course.content.tables import load_table
from course.paths import DATA

if TYPE_CHECKING:
    from pandas import DataFrame


def rows_of(exhibit: Exhibit) -> "DataFrame":
    """The rows of the exhibit's file, every column it speaks of present."""
    counts = {name for m in exhibit.measures for name in (m.column, m.over) if name}
    path = DATA / (exhibit.file or "")
    return load_table(path, "month", exhibit.by or "", numbers=tuple(sorted(counts)))


def projects_in(exhibit: Exhibit) -> tuple[str, ...]:
    """The projects, in the order of the file."""
    return tuple(rows_of(exhibit)[exhibit.by].unique())


def months_in(exhibit: Exhibit) -> tuple[str, ...]:
    return tuple(rows_of(exhibit)["month"].unique())


def total(measure: Measure, rows: "DataFrame") -> float | None:
    """The measure over the rows: added up first and divided once; None where nothing counts."""
    values = rows[measure.column].dropna()
    if measure.how == "sum":
        return float(values.sum())
    if measure.how == "mean":
        return float(values.mean()) if len(values) else None
    below = rows[measure.over].sum()
    factor = 100 if measure.how == "share" else 1
    return float(factor * values.sum() / below) if below else None
