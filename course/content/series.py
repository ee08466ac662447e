"""Figures over time: a learner's own CSV, or a lesson's, as labels and numbers."""

from dataclasses import dataclass
from pathlib import Path

from course.content.tables import UnreadableTable, counted, load_table, number_in, read_rows


@dataclass(frozen=True)
class Series:
    """Labels in the order of time, and a figure for each."""

    labels: tuple[str, ...]
    values: tuple[float, ...]
    name: str = ""


def read_series(data: bytes) -> Series:
    """The last column of figures in a CSV, labelled by its first column; a heading is optional.

    Raises UnreadableTable: `not-text`, `no-rows`, `not-a-number`, `too-long`.
    """
    rows, name = read_rows(data), ""
    if rows and number_in(rows[0][-1]) is None:
        name = rows.pop(0)[-1].strip()
    labels, values = [], []
    for place, row in enumerate(counted(rows), 1):
        value = number_in(row[-1])
        if value is None:
            raise UnreadableTable("not-a-number", row=place, words=row[-1].strip()[:40])
        labels.append(row[0].strip()[:20] if len(row) > 1 else str(place))
        values.append(value)
    return Series(tuple(labels), tuple(values), name[:80])


def share(path: Path, column: str, over: str) -> Series:
    """A monthly percentage of two counts in a table of the course."""
    table = load_table(path, "month", numbers=(column, over))
    values = 100 * table[column] / table[over]
    return Series(tuple(table["month"]), tuple(values), column)
