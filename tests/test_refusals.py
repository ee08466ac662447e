"""What the system refuses is told in one sentence: what, where, what to do; never by its number."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from course import refusals
from course.content import LANGUAGES, wording
from course.disk import write_whole
from course.refusals import in_words, refusal_of

NUMBERS = sorted(errno.errorcode)


@pytest.mark.parametrize("number", NUMBERS, ids=errno.errorcode.get)
def test_every_refusal_is_a_sentence_with_something_to_do(number):
    said = in_words(OSError(number, os.strerror(number), "/class/marks.json"))
    assert said.startswith("/class/marks.json: ")
    assert "; " in said
    assert said.endswith(".")
    assert "Errno" not in said


@pytest.mark.parametrize("number", NUMBERS, ids=errno.errorcode.get)
def test_a_learner_hears_it_in_their_language(number):
    kind = refusal_of(OSError(number, os.strerror(number))).kind
    for language in LANGUAGES:
        assert wording(language)(f"refused.{kind}")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full; free some space"),
        (errno.EACCES, "permission denied; make it readable and writable"),
        (errno.EROFS, "this disk can only be read; make it writable"),
        (errno.ENAMETOOLONG, "the name is too long; shorten it"),
        (errno.EMFILE, "too many files are open; close a program"),
        (errno.ENOENT, "there is no such file or folder; check the name"),
    ],
)
def test_the_common_ones_say_what_to_do(number, words):
    assert words in in_words(OSError(number, "in the system's words", "/class/x"))


def test_without_a_place_it_is_a_sentence_still():
    assert in_words(OSError(errno.ENOSPC, "x")).startswith("The disk is full; ")
    assert in_words(OSError("odd")) == "The system refused it; see to it and run it again."


def test_the_file_meant_is_named_not_the_one_written_first():
    with pytest.raises(OSError, match="full") as told, refusals.at(Path("/class/page.html")):
        raise OSError(errno.ENOSPC, "full", "/class/.0a1b2c.part", None, "/class/beside")
    assert in_words(told.value).startswith("/class/page.html: ")
    assert in_words(OSError(errno.ENOSPC, "x", "/a", None, "/b")).startswith("/b: ")


def test_a_hostile_path_reaches_the_screen_plain_and_short():
    said = in_words(OSError(errno.EACCES, "x", f"/class/\x1b[31m\n{'y' * 5000}"))
    assert "\x1b" not in said
    assert "\n" not in said
    assert len(said) < 260


def test_a_long_path_keeps_its_end():
    deep = "/class" + "/folder" * 30 + "/page.html"
    assert "/page.html: the disk" in in_words(OSError(errno.ENOSPC, "x", deep))


def test_a_folder_that_could_not_be_copied_is_told_by_its_first_file(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "link").symlink_to("nowhere")
    with pytest.raises(shutil.Error) as told:
        shutil.copytree(tmp_path / "a", tmp_path / "b")
    said = in_words(told.value)
    assert "there is no such file or folder" in said
    assert "Errno" not in said


def test_only_what_every_file_would_meet_stops_a_class():
    everywhere = {n for n in NUMBERS if refusals.is_everywhere(OSError(n, ""))}
    assert {errno.ENOSPC, errno.EROFS, errno.EMFILE, errno.EIO} <= everywhere
    assert not everywhere & {errno.EACCES, errno.ENAMETOOLONG, errno.ENOENT, errno.EISDIR}
    assert not refusals.is_everywhere(ValueError("disk full"))


@pytest.mark.parametrize(
    ("log", "where"),
    [
        ("OSError: [Errno 28] No space left on device: '/ex/a.html'\n", "/ex/a.html"),
        ("OSError: [Errno 28] No space left on device\n[INFO] done", ""),
        ("[('a', 'b', \"[Errno 28] No space left on device: '/ex/b'\")]", "/ex/b"),
    ],
)
def test_a_log_is_read_for_the_refusal_it_speaks_of(log, where):
    found = refusals.found_in(log)
    assert found.errno == errno.ENOSPC
    assert (found.filename or "") == where


def test_a_log_without_one_says_so():
    assert refusals.found_in("ValueError: 28") is None


def test_a_write_that_fails_names_its_file(tmp_path, monkeypatch):
    def refused(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refused)
    with pytest.raises(OSError, match="No space") as told:
        write_whole(tmp_path / "a.json", b"x")
    assert in_words(told.value).startswith(f"{tmp_path / 'a.json'}: the disk is full")
    assert list(tmp_path.iterdir()) == []
