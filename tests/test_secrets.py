"""What ships to learners holds no sentence that only a trainer may know."""

import io
import json
import re
import subprocess
import tarfile
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from desk import CASE, released, rubric

from course import paths
from course.content.folders import cases
from course.trainer import folders

_SHORT = 18  # shorter words ("A date.") are no secret, and stand in many places
_SHIPS = ("course", "data", "notebooks", "docs")
# Everything an archive may hold; in the trainer's folder each file is named.
_MAY_LEAVE = (
    *("course/*", "data/*", "docs/*", "notebooks/*.ipynb", ".ci/run"),
    *("README.md", "LICENSE", "Makefile", ".gitattributes", ".gitignore"),
    *("pyproject.toml", "requirements.lock", "environment.yml", "postBuild"),
    "assessments/nbgrader_config.py",
    *(f"assessments/source/{case}/{case}.ipynb" for case in cases()),
)


def texts(record: object) -> Iterator[str]:
    """Every text of the rubric, whatever it is called."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, dict):
        # What a figure measures, and in what unit, stands on the learner's chart as well.
        open_ones = {"title", "unit", "units"} if "tolerance" in record else set()
        for key, value in record.items():
            if key not in open_ones:
                yield from texts(value)
    elif isinstance(record, list):
        for value in record:
            yield from texts(value)


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def secret_sentences() -> set[str]:
    """Model answers, exemplars, levels, errors, feedback and patterns, sentence by sentence."""
    table = tomllib.loads((paths.ASSESSMENTS / CASE / "rubric.toml").read_text("utf-8"))
    lines = {plain(line) for text in texts(table) for line in re.split(r"(?<=[.!?؟])\s|\n", text)}
    # A word without a space is a key or a concept's name; the lexicon of business words ships.
    return {line.strip() for line in lines if len(line.strip()) >= _SHORT and " " in line.strip()}


def marked_answers() -> set[str]:
    """The answers of the gold sets, each as a whole: what they quote of the case is open."""
    found = set()
    for path in (paths.ASSESSMENTS / CASE / "gold").glob("*.toml"):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        found |= {plain(answer["text"]).strip() for answer in table["answer"]}
    return {text for text in found if len(text) >= _SHORT and " " in text}


def leaks(folder: Path, secrets: set[str]) -> list[str]:
    """File and sentence, for each secret a file of the folder holds."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in {".pyc", ".png", ".woff2", ".docx"}:
            text = path.read_text(encoding="utf-8", errors="replace")
            if path.suffix in {".ipynb", ".json"}:
                text += " ".join(texts(json.loads(text)))
            text = plain(text)
            found += [f"{path.name}: {secret}" for secret in secrets if secret in text]
    return found


def test_the_list_of_secrets_is_a_real_one():
    secrets = secret_sentences()
    assert len(secrets) > 150
    model = plain(rubric().question("the-decision").model_answer.en.strip().splitlines()[0])
    assert any(model.startswith(secret) for secret in secrets)


def test_a_planted_secret_is_found(tmp_path):
    secrets = secret_sentences()
    secret = max(secrets, key=len)
    (tmp_path / "a.ipynb").write_text(json.dumps({"cells": [{"source": [secret]}]}))
    (tmp_path / "b.txt").write_text("nothing here")
    assert leaks(tmp_path, secrets) == [f"a.ipynb: {secret}"]


@pytest.mark.slow
def test_the_release_holds_no_secret(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    for place in (
        folders.released(CASE).parent,
        paths.outbound(CASE).parent,
        tmp_path / "exchange",
    ):
        assert list(place.rglob("*.ipynb"))
        assert leaks(place, secret_sentences()) == []


@pytest.mark.slow
def test_the_release_is_one_notebook_and_nothing_else(tmp_path, monkeypatch):
    released(tmp_path, monkeypatch)
    files = [path.name for path in paths.outbound(CASE).parent.rglob("*") if path.is_file()]
    assert files == [f"{CASE}.ipynb"]


def test_the_source_in_git_holds_no_secret():
    assert leaks(paths.ASSESSMENTS / "source", secret_sentences()) == []


@pytest.mark.parametrize("part", _SHIPS)
def test_what_every_learner_has_holds_no_secret(part):
    assert leaks(paths.ROOT / part, secret_sentences() | marked_answers()) == []


def test_the_first_page_anybody_reads_holds_no_secret():
    text = plain((paths.ROOT / "README.md").read_text(encoding="utf-8"))
    assert [secret for secret in secret_sentences() if secret in text] == []


def archived() -> list[str]:
    """The files of an archive made now, as a provider would hand the course out."""
    if not (paths.ROOT / ".git").exists():
        pytest.skip("not a git checkout: there is nothing to make an archive of")
    command = ["git", "-C", str(paths.ROOT), "archive", "--format=tar", "--worktree-attributes"]
    done = subprocess.run([*command, "HEAD"], capture_output=True, check=True)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        return [entry.name for entry in archive if entry.isfile()]


def test_an_archive_holds_nothing_but_what_may_leave():
    files = archived()
    astray = [name for name in files if not any(fnmatch(name, may) for may in _MAY_LEAVE)]
    assert astray == []


@pytest.mark.parametrize("name", _MAY_LEAVE)
def test_the_list_of_what_may_leave_names_nothing_that_is_gone(name):
    assert any(fnmatch(file, name) for file in archived())


@pytest.mark.parametrize("name", ["assessments/x/rubric.toml", "assessments/gold/a.toml", "my.db"])
def test_a_new_file_beside_the_course_does_not_leave_by_itself(name):
    assert not any(fnmatch(name, may) for may in _MAY_LEAVE)
