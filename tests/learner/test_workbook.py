"""Nothing a learner typed is lost: not to a kill, a second page, or a damaged file."""

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from course.learner.workbook import Workbook

LONG = "We open schools in Dubai on the day we promised the parents."


@pytest.fixture
def book(tmp_path):
    return Workbook("quality-policy", tmp_path)


def test_what_was_saved_is_read_back(book):
    book.save(text="نلتزم", owner="CEO")
    assert Workbook("quality-policy", book.path.parent).get("text") == "نلتزم"


def test_a_save_keeps_the_fields_it_does_not_name(book):
    book.save(text=LONG)
    book.save(owner="CEO")
    assert book.get("text") == LONG


def test_two_pages_that_save_at_once_lose_no_field(book):
    with ThreadPoolExecutor(8) as pages:
        list(pages.map(lambda n: book.save(**{f"field{n}": str(n)}), range(40)))
    assert {n for n in range(40) if book.get(f"field{n}") == str(n)} == set(range(40))


def test_a_damaged_file_is_set_aside_and_not_overwritten(book):
    book.path.write_text('{"text": "half a wo')
    assert book.read() == {}
    book.save(text="new")
    aside = [
        path for path in book.path.parent.glob("*.damaged-*") if "half a wo" in path.read_text()
    ]
    assert len(aside) == 1


@pytest.mark.parametrize("content", ["[1, 2]", "null", "\x00"])
def test_a_file_that_is_no_table_of_fields_is_damaged(book, content):
    book.path.write_text(content)
    assert book.read() == {}


@pytest.mark.parametrize("left", ["", " ", "X"], ids=["empty", "blank", "typed over"])
def test_a_cleared_text_can_be_brought_back(book, left):
    book.save_text("text", LONG)
    book.save_text("text", left)
    assert book.earlier("text") == LONG


def test_a_finger_left_on_the_key_loses_nothing(book):
    for end in range(len(LONG), -1, -1):
        book.save_text("text", LONG[:end])
    assert book.earlier("text") == LONG


def test_an_edited_text_offers_nothing_to_bring_back(book):
    book.save_text("text", LONG)
    book.save_text("text", LONG[:40])
    assert book.earlier("text") == ""
    book.save_text("text", LONG + " And on budget.")
    assert book.earlier("text") == ""


def test_half_an_emoji_is_saved_as_a_question_mark(book):
    book.save(text="ok \ud83d")  # what a browser may send in the middle of a keystroke
    assert book.get("text") == "ok ?"


@pytest.mark.parametrize("name", ["../x", "", "A", "a b", "a/b"])
def test_a_workbook_stays_in_its_folder(tmp_path, name):
    with pytest.raises(ValueError, match="cannot name a workbook"):
        Workbook(name, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_kill_in_mid_word_leaves_a_whole_file(book):
    typing = (
        "import itertools, sys; from pathlib import Path; "
        "from course.learner.workbook import Workbook\n"
        "book = Workbook('quality-policy', Path(sys.argv[1]))\n"
        "for n in itertools.count(): book.save(text='x' * n); print(n, flush=True)"
    )
    folder = str(book.path.parent)
    typist = subprocess.Popen([sys.executable, "-c", typing, folder], stdout=subprocess.PIPE)
    for _ in range(30):
        last = int(typist.stdout.readline())
    os.kill(typist.pid, signal.SIGKILL)
    typist.wait()
    time.sleep(0.05)
    assert len(json.loads(book.path.read_text())["text"]) >= last
