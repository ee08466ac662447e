"""A document's file: named in the reader's words, and never outside its folder."""

import pytest

from course import paths
from course.learner import keep_document

HOSTILE = [
    "../../etc/passwd",
    "..",
    "C:\\Windows\\x",
    "a/b",
    "nul\x00byte",
    "line\nbreak",
    ".hidden",
    "-rf",
    "name\u202egnp.exe",
    'q"<img src=x>:*?|',
    "\ud800 lone",
]


def kept(company, version="version 1", data=b"x"):
    return keep_document(("Quality policy", company, version), ".docx", data)


def test_it_is_called_by_its_title_the_company_and_the_version():
    assert kept("Haddad Joinery").name == "Quality policy - Haddad Joinery - version 1.docx"
    assert kept("").name == "Quality policy - version 1.docx"
    assert kept("J.R. & Sons", "version 2.1").name == "Quality policy - J R Sons - version 2.1.docx"
    arabic = keep_document(("سياسة الجودة", "عيادات واحة العين", "النسخة ٢"), ".docx", b"x")
    assert arabic.name == "سياسة الجودة - عيادات واحة العين - النسخة ٢.docx"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_name_leaves_the_folder_or_needs_care(hostile):
    for file in (kept(hostile), kept("Haddad", hostile)):
        assert file.resolve().parent == (paths.my_work() / "documents").resolve()
        assert file.read_bytes() == b"x"
        assert not set(file.name) & set('/\\:*?"<>|\x00\n\u202e')
        assert file.name.startswith("Quality policy")


@pytest.mark.parametrize("letter", ["W", "ع", "文", "👷a"])
def test_a_long_name_is_cut_and_never_in_the_middle_of_a_letter(letter):
    file = kept(letter * 500, letter * 500)
    assert len(file.name.encode()) < 200
    assert letter[-1] in file.name


def test_other_bytes_of_one_name_get_a_number_and_the_same_bytes_do_not():
    names = [kept("A", data=data).name for data in (b"1", b"2", b"1")]
    assert names == [
        "Quality policy - A - version 1.docx",
        "Quality policy - A - version 1 (2).docx",
        "Quality policy - A - version 1.docx",
    ]


def test_a_long_name_ends_with_a_whole_word():
    file = keep_document(["Wahat District Cooling Maintenance " * 6], ".docx", b"x")
    assert file.stem.split()[-1] in {"Wahat", "District", "Cooling", "Maintenance"}
