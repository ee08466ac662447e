"""Figures over time: a learner's own CSV, or a lesson's, as labels and numbers."""

import csv
import functools
import io
from dataclasses import dataclass

from course.content.toml import ContentError
from course.errors import CourseError
from course.paths import DATA

MOST = 400  # rows; a series of days for a year
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬٪", "0123456789.,%")


@dataclass(frozen=True)
class Series:
    """Labels in the order of time, and a figure for each."""

    labels: tuple[str, ...]
    values: tuple[float, ...]
    name: str = ""


class UnreadableSeries(CourseError):
    """A file with no figures in it; `reason` names the wording that says what to do."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason, self.facts = reason, facts


def read_series(data: bytes) -> Series:
    """The last column of figures in a CSV, labelled by its first column.

    Commas, semicolons or tabs divide; a heading is optional; `12,5`, `12.5 %` and Eastern
    digits are figures. Raises UnreadableSeries: `not-text`, `no-rows`, `not-a-number`, `too-long`.
    """
    text = decoded(data)
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=divider(text)) if any(row)]
    name = ""
    if rows and number_in(rows[0][-1]) is None:
        name = rows.pop(0)[-1].strip()
    if not rows:
        raise UnreadableSeries("no-rows")
    if len(rows) > MOST:
        raise UnreadableSeries("too-long", count=len(rows), most=MOST)
    labels, values = [], []
    for place, row in enumerate(rows, 1):
        value = number_in(row[-1])
        if value is None:
            raise UnreadableSeries("not-a-number", row=place, words=row[-1].strip()[:40])
        labels.append(row[0].strip()[:20] if len(row) > 1 else str(place))
        values.append(value)
    return Series(tuple(labels), tuple(values), name[:80])


def decoded(data: bytes) -> str:
    """The text of a file as spreadsheets save it: UTF-8, UTF-16 or the Arabic of Windows."""
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1256"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableSeries("not-text")


def divider(text: str) -> str:
    """The sign that divides the columns: a comma between two digits may be a decimal."""
    return next((sign for sign in ("\t", ";") if sign in text), ",")


def number_in(words: str) -> float | None:
    """A figure as people type it; None where there is none."""
    plain = words.translate(_DIGITS).replace("\u00a0", " ").strip().rstrip("%").strip()
    plain = plain.replace(" ", "")
    if plain.count(",") == 1 and "." not in plain and len(plain.rpartition(",")[2]) != 3:
        plain = plain.replace(",", ".")
    try:
        value = float(plain.replace(",", ""))
    except ValueError:
        return None
    return value if abs(value) < 1e15 else None


@functools.cache
def load_figures(name: str) -> list[dict[str, str]]:
    """The rows of a file in data/figures."""
    path = DATA / "figures" / f"{name}.csv"
    if not path.exists():
        raise ContentError(path, "", "there is no such file", "Check the name.")
    with path.open(encoding="utf-8", newline="") as page:
        return list(csv.DictReader(page))


def share(name: str, column: str, over: str) -> Series:
    """A monthly percentage of two counts in a file of figures."""
    rows = load_figures(name)
    values = tuple(100 * int(row[column]) / int(row[over]) for row in rows)
    return Series(tuple(row["month"] for row in rows), values, column)
