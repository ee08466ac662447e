"""The README says what is so: its commands, files and pictures exist."""

import re

import pytest

from course import paths
from course.cli import command as cli

README = (paths.ROOT / "README.md").read_text(encoding="utf-8")
MADE_LATER = {".venv", ".venv/bin", ".venv/bin/jupyter", "my-work"}


def test_it_fits_two_screens():
    assert len(README.splitlines()) <= 120


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`course ([\w-]+)", README))))
def test_each_command_exists(name):
    assert name in cli.course.commands


@pytest.mark.parametrize("option", sorted(set(re.findall(r"`(?:course \w+ )?(--[a-z-]+)", README))))
def test_each_option_exists(option):
    options = {o for c in cli.course.commands.values() for p in c.params for o in p.opts}
    assert option in options


@pytest.mark.parametrize("target", sorted(set(re.findall(r"^    make (\w+)", README, re.M))))
def test_each_make_target_exists(target):
    makefile = (paths.ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, re.M)


@pytest.mark.parametrize(
    "name",
    sorted(set(re.findall(r"[`(]([\w.-]+/[\w./-]*|environment\.yml)[`)]", README))),
)
def test_each_file_exists(name):
    assert (paths.ROOT / name).exists() or name.rstrip("/") in MADE_LATER


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(COURSE_\w+)`", README))))
def test_each_setting_is_read(name):
    read = ("paths.py", "learner/trust.py")
    sources = [(paths.ROOT / "course" / file).read_text(encoding="utf-8") for file in read]
    assert any(f'"{name}"' in source for source in sources)
