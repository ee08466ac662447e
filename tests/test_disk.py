"""A file or a folder is written whole, or nothing of it stays."""

import os
from pathlib import Path

import pytest

from course import disk


def test_a_file_that_cannot_be_finished_leaves_nothing_beside_the_old_one(tmp_path, monkeypatch):
    path = tmp_path / "answers.json"
    disk.write_whole(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        disk.write_whole(path, b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["answers.json"]
    assert path.read_bytes() == b"old"


def test_a_file_that_cannot_be_put_in_place_leaves_nothing_either(tmp_path, monkeypatch):
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(PermissionError):
        disk.write_whole(tmp_path / "answers.json", b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_modes_do_not_depend_on_the_umask(tmp_path, umask):
    before = os.umask(umask)
    try:
        disk.write_whole(tmp_path / "deep" / "own.json", b"1")
        disk.write_whole(tmp_path / "deep" / "all.txt", b"1", disk.SHARED)
    finally:
        os.umask(before)
    assert (tmp_path / "deep").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "deep" / "own.json").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "deep" / "all.txt").stat().st_mode & 0o777 == 0o644


def test_the_longest_name_a_file_may_have_is_written(tmp_path):
    path = tmp_path / ("م" * 127)
    disk.write_whole(path, b"1")
    assert path.read_bytes() == b"1"
