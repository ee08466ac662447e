"""What a learner takes home opens in LibreOffice, fills its page and carries what it should."""

import shutil
import subprocess

import pytest
from programs import need, pdf

from course.forms.workshops import workshop
from course.learner.profile import save_profile

pytestmark = pytest.mark.slow
WORDS = "We stop 3 of 40 visits by 1 March 2027 at the dock, each week"


def filled(key):
    tool = workshop(key)
    for form in tool.fields.forms.values():
        if hasattr(form, "placeholder"):
            form.value = WORDS
        else:
            form.value = form.options[0][1]
    tool.take_away.forms["owner"].value = "Managing Director"
    return tool


def printed(data, folder, name):
    """The text of the printed document, and how many pages it has."""
    need("pdftotext", ("pdftotext",))
    paper = pdf(data, folder, name)
    run = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True)
    return run.stdout, run.stdout.count("\f")


@pytest.mark.parametrize(
    ("key", "pages"), [("resource-decision", 1), ("customer-memo", 1), ("four-drivers", 1)]
)
def test_a_memo_is_one_page_with_company_owner_version_and_clause(key, pages, tmp_path):
    save_profile(company="Rawabi Cold Stores LLC")
    text, count = printed(filled(key).file()[1], tmp_path, f"{key}.docx")
    assert count == pages
    for words in (
        "Rawabi Cold Stores LLC",
        "Managing Director",
        "Version",
        "(2015)",
        "Page 1 of 1",
    ):
        assert words in text


@pytest.mark.parametrize("key", ["objectives", "barriers", "authority-map"])
def test_a_register_prints_on_one_page_with_clause_and_number(key, tmp_path):
    save_profile(company="Rawabi Cold Stores LLC")
    text, count = printed(filled(key).file()[1], tmp_path, f"{key}.xlsx")
    assert count == 1
    for words in ("Rawabi Cold Stores LLC", "Managing Director", "(2015)", "Page 1 of 1"):
        assert words in text


def test_an_arabic_memo_and_register_open_too(tmp_path):
    save_profile(company="روابي للمخازن المبردة", language="ar")
    for key in ("resource-decision", "objectives"):
        name, data = filled(key).file()
        folder = tmp_path / key
        folder.mkdir()
        assert printed(data, folder, name)[1] >= 1
    assert shutil.which("pdftotext")
