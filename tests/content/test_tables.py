"""Tables are read as people save them, or refused in one sentence; the course's have columns."""

import contextlib

import pytest

from course.content import ContentError, tables
from course.content.tables import UnreadableTable, counted, load_table, number_in, read_rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a;b\n1,5;2", [["a", "b"], ["1,5", "2"]]),
        ("a\tb", [["a", "b"]]),
        ("a\n1,2,3\n4", [["a"], ["1", "2", "3"], ["4"]]),
        ('"Deira, old town",3', [["Deira, old town", "3"]]),
        ("NA,null\nnan,", [["NA", "null"], ["nan", ""]]),
        ("\n\na,1\n,,\n\nb,2\n", [["a", "1"], ["b", "2"]]),
        ("007,1e3", [["007", "1e3"]]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_cells_stand_as_they_were_written(text, rows):
    assert read_rows(text.encode()) == rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_the_files_of_spreadsheets_are_read(encoding):
    assert read_rows("يناير;12,5".encode(encoding)) == [["يناير", "12,5"]]


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04\x00", b"\xff\xfea", b'a,"b\nc,d', b'"', b"a,b\r1,2\r", b"\x1a", b'"a" b,c\n"'],
    ids=["zip", "half", "quote", "only-quote", "old-mac", "ctrl-z", "stray"],
)
def test_no_file_is_a_traceback(data):
    with contextlib.suppress(UnreadableTable):
        assert all(isinstance(cell, str) for row in read_rows(data) for cell in row)


@pytest.mark.parametrize(
    ("rows", "reason"), [([], "no-rows"), ([["1"]] * (tables.MOST + 1), "too-long")]
)
def test_none_and_too_many_are_refused(rows, reason):
    with pytest.raises(UnreadableTable) as refused:
        counted(rows)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("words", "value"),
    [("12,5", 12.5), ("1,250", 1250), ("١٢٫٥ ٪", 12.5), ("1 300", 1300), ("none", None)],
)
def test_figures_are_read_as_people_type_them(words, value):
    assert number_in(words) == value


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "there is no such file"),
        (b"", "this is not a table"),
        (b"\xff\xfe\x00", "this is not a table"),
        (b"a,b\n1,2\n1,2,3,4\n", "this is not a table"),
        (b"a,b\n1,2\n", "month: there is no such column"),
    ],
    ids=["gone", "empty", "not-text", "ragged", "column"],
)
def test_a_table_of_the_course_that_cannot_be_used_is_named(tmp_path, data, words):
    path = tmp_path / "figures.csv"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(ContentError, match=rf"figures\.csv.*{words}"):
        load_table(path, "month")
