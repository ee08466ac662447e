"""Figures over time: a learner's own table, or a lesson's, as labels and numbers."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from course.content.amounts import month_name
from course.content.tables import UnreadableTable, counted, load_table, number_in, read_rows
from course.content.words import Language

_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_BETWEEN = re.compile(r"\s*[;\t\u060c]\s*|,\s+|\s+")  # the Arabic comma, too
_WITH_MONTH = re.compile(
    r"(?P<label>[^;,\t\u060c]*[^\W\d_][^;,\t\u060c]*?)(?:\s*[:=]\s*|\s+)(?P<figure>\S+)"
)


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
    rows, name, first = read_rows(data), "", 1
    if rows and number_in(rows[0][-1]) is None:
        name, first = rows.pop(0)[-1].strip(), 2
    labels, values = list[str](), list[float]()
    for place, row in enumerate(counted(rows), first):
        value = number_in(row[-1])
        if value is None:
            raise UnreadableTable("not-a-number", row=place, words=row[-1].strip()[:40])
        labels.append(row[0].strip()[:20] if len(row) > 1 else str(len(labels) + 1))
        values.append(value)
    return Series(tuple(labels), tuple(values), name[:80])


def typed_series(text: str) -> Series:
    """Figures as they are typed or pasted: a row each, with or without a label, or in one line."""
    lines = [_parted(line.strip()) for line in text.splitlines() if line.strip()]
    parts = lines
    if len(parts) == 1:
        parts = _BETWEEN.split(parts[0])
        parts = parts[0].split(",") if len(parts) == 1 else parts
    # A figure to itself, `1,250`, has no label; one after a space may be one.
    values = [None if re.search(r"\s", part) else number_in(part) for part in parts]
    told = tuple(value for value in values if value is not None)
    if len(told) < len(parts) or len(told) < 2:
        return read_series("\n".join(lines).encode("utf-8", "replace"))
    counted([[part] for part in parts])
    return Series(tuple(str(place) for place in range(1, len(told) + 1)), told)


def _parted(line: str) -> str:
    """`Jan 12` or `Jan: 12` with the month and its figure parted as in a table."""
    said = _WITH_MONTH.fullmatch(line)
    if said and number_in(said["figure"]) is not None:
        return f"{said['label']};{said['figure']}"
    return line


def as_typed(series: Series) -> str:
    """A series as one would type it: a row each."""
    rows = zip(series.labels, series.values, strict=True)
    return "\n".join(f"{label.replace(';', ',')}; {value:.10g}" for label, value in rows)


def in_words(series: Series, language: Language) -> Series:
    """With each `2024-10` as a reader says it: October 2024."""
    said = [month_name(one, language) if _MONTH.fullmatch(one) else one for one in series.labels]
    return replace(series, labels=tuple(said))


def share(path: Path, column: str, over: str) -> Series:
    """A monthly percentage of two counts in a table of the course."""
    table = load_table(path, "month", numbers=(column, over))
    values = 100 * table[column] / table[over]
    return Series(tuple(table["month"]), tuple(values), column)
