"""Tables of figures, read in one place: the course's own, and those that learners bring.

pandas is imported when a table is needed, so that a page without one opens at once.
"""

import functools
import io
from pathlib import Path
from typing import TYPE_CHECKING

from course.content.toml import ContentError
from course.errors import CourseError

if TYPE_CHECKING:
    from pandas import DataFrame

MOST = 400  # rows of a learner's file; a series of days for a year
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬٪", "0123456789.,%")


class UnreadableTable(CourseError):
    """A file with no figures in it; `reason` names the wording that says what to do."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason, self.facts = reason, facts


@functools.cache
def load_table(path: Path, *columns: str, numbers: tuple[str, ...] = ()) -> "DataFrame":
    """A table of the course, for reading only; what is named must be there, `numbers` as such."""
    import pandas

    try:
        table = pandas.read_csv(path, encoding="utf-8")
    except FileNotFoundError:
        raise ContentError(path, "", "there is no such file", "Check the name.") from None
    except (UnicodeDecodeError, pandas.errors.ParserError, pandas.errors.EmptyDataError):
        remedy = "Save it as CSV in UTF-8, with a heading."
        raise ContentError(path, "", "this is not a table", remedy) from None
    for column in (*columns, *numbers):
        if column not in table:
            remedy = "Add it to the file, or correct its name where it is used."
            raise ContentError(path, column, "there is no such column", remedy)
        if column in numbers and not pandas.api.types.is_numeric_dtype(table[column]):
            raise ContentError(path, column, "not all of it is a number", "Correct the cells.")
    return table


def read_rows(data: bytes) -> list[list[str]]:
    """The cells of a learner's file, row by row; a row ends with its last cell.

    Commas, semicolons or tabs divide. Raises UnreadableTable: `not-text`.
    """
    import pandas

    text = _decoded(data)
    divider = _divider(text)
    widest = max((line.count(divider) for line in text.splitlines()), default=0)
    try:
        table = pandas.read_csv(
            io.StringIO(text), sep=divider, header=None, names=range(widest + 1), dtype=str,
            keep_default_na=False, engine="python", index_col=False,
        )  # fmt: skip
    except pandas.errors.EmptyDataError:
        return []
    except pandas.errors.ParserError:
        raise UnreadableTable("not-text") from None
    rows = ([cell for cell in row if isinstance(cell, str)] for row in table.values.tolist())
    return [row for row in rows if any(row)]


def counted(rows: list[list[str]]) -> list[list[str]]:
    """The rows, if there are any and not too many. Raises UnreadableTable."""
    if not rows:
        raise UnreadableTable("no-rows")
    if len(rows) > MOST:
        raise UnreadableTable("too-long", count=len(rows), most=MOST)
    return rows


def number_in(words: str) -> float | None:
    """A figure as people type it, `12,5`, `12.5 %` or `١٢٫٥`; None where there is none."""
    plain = words.translate(_DIGITS).replace("\u00a0", " ").strip().rstrip("%").strip()
    plain = plain.replace(" ", "")
    if plain.count(",") == 1 and "." not in plain and len(plain.rpartition(",")[2]) != 3:
        plain = plain.replace(",", ".")
    try:
        value = float(plain.replace(",", ""))
    except ValueError:
        return None
    return value if abs(value) < 1e15 else None


def _decoded(data: bytes) -> str:
    """The text of a file as spreadsheets save it: UTF-8, UTF-16 or the Arabic of Windows."""
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1256"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableTable("not-text")


def _divider(text: str) -> str:
    """The sign that divides the columns: a comma between two digits may be a decimal."""
    return next((sign for sign in ("\t", ";") if sign in text), ",")
