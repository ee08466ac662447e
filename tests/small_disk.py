"""A disk that can be filled to the last byte: a small tmpfs, which only root may mount."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NEEDS = "a small disk to fill is a tmpfs, which only root on Linux may mount"


class SmallDisk:
    """The disk's folder; `fill` leaves that many bytes, `free` gives the room back."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._ballast = place / "ballast"

    def fill(self, leave: int = 0) -> None:
        with self._ballast.open("wb", buffering=0) as file:
            for size in (1 << 20, 1 << 12, 1):
                self._write_while_it_goes(file, b"\0" * size)
            file.truncate(max(file.tell() - leave, 0))

    def free(self) -> None:
        self._ballast.unlink()

    @staticmethod
    def _write_while_it_goes(file, block: bytes) -> None:
        try:
            while file.write(block):
                pass
        except OSError:
            return


@contextmanager
def small_disk(place: Path, size: str = "16m") -> Iterator[SmallDisk]:
    """Mount one for the length of a test; elsewhere the test is skipped, and says why."""
    if sys.platform != "linux" or os.geteuid():
        pytest.skip(NEEDS)
    place.mkdir(parents=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"{NEEDS} ({done.stderr.strip()})")
    try:
        yield SmallDisk(place)
    finally:
        subprocess.run(["umount", "-l", place], check=True)
