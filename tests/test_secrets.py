"""What ships to learners holds no sentence that only a trainer may know."""

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from desk import CASE, released, rubric

from course import paths
from course.trainer import folders

_SHORT = 18  # shorter words ("A date.") are no secret, and stand in many places
_SHIPS = ("course", "data", "notebooks", "docs")
_TRAINERS = ("assessments/rubrics", "assessments/generators", "tests")


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
    import tomllib

    table = tomllib.loads((paths.ASSESSMENTS / "rubrics" / f"{CASE}.toml").read_text("utf-8"))
    lines = {plain(line) for text in texts(table) for line in re.split(r"(?<=[.!?؟])\s|\n", text)}
    # A word without a space is a key or a concept's name; the lexicon of business words ships.
    return {line.strip() for line in lines if len(line.strip()) >= _SHORT and " " in line.strip()}


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
    assert leaks(paths.ROOT / part, secret_sentences()) == []


def test_the_first_page_anybody_reads_holds_no_secret():
    text = plain((paths.ROOT / "README.md").read_text(encoding="utf-8"))
    assert [secret for secret in secret_sentences() if secret in text] == []


@pytest.mark.parametrize("part", _TRAINERS)
def test_an_archive_for_learners_leaves_out_what_a_trainer_knows(part):
    """Rubrics, the generators that plant a truth, and the tests that state it."""
    lines = (paths.ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    left_out = [line.split()[0] for line in lines if line.endswith(" export-ignore")]
    files = [path for path in (paths.ROOT / part).rglob("*") if path.is_file()]
    assert files
    for path in files:
        name = path.relative_to(paths.ROOT).as_posix()
        assert any(fnmatch(name, pattern) for pattern in left_out), name
    assert not any(fnmatch("course/show.py", pattern) for pattern in left_out)
