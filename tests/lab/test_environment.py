"""One list of packages: pyproject names them, the lock pins them, conda and Binder get the same."""

import os
import re
import subprocess
import tomllib
from importlib.metadata import version

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from programs import need

from course.lab import install
from course.paths import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
ENTRY = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)(?: ; [^\\\n]+)?((?: \\\n    --hash=\S+)*)$")


def requirements(*lists):
    return {canonicalize_name(r.name): r for names in lists for r in map(Requirement, names)}


RUNTIME = requirements(PROJECT["project"]["dependencies"])
TEST = requirements(PROJECT["project"]["optional-dependencies"]["test"])
BUILD = requirements(PROJECT["build-system"]["requires"])


def entries(lock):
    """(name, version, hashes) of each entry; a line that is none of an entry is an error."""
    found = []
    for entry in re.split(r"\n(?=\S)", lock.strip()):
        if entry.startswith("#"):
            continue
        match = ENTRY.fullmatch(entry)
        assert match, f"not an entry: {entry[:60]!r}"
        hashes = re.findall(r"--hash=sha256:[0-9a-f]{64}\b", match[3])
        found.append((canonicalize_name(match[1]), match[2], hashes))
    return found


PINS = {name: pinned for name, pinned, _ in entries(LOCK)}


@pytest.mark.parametrize(
    "defect",
    [
        "--index-url https://somewhere/simple",
        "thing @ https://somewhere/thing.whl",
        "thing>=1",
        "-e .",
    ],
)
def test_a_lock_with_an_address_or_a_loose_version_is_noticed(defect):
    with pytest.raises(AssertionError):
        entries(f"{LOCK}\n{defect}")


def test_every_entry_of_the_lock_carries_hashes():
    assert [name for name, _, hashes in entries(LOCK) if not hashes] == []


def test_an_entry_without_a_whole_hash_is_noticed():
    short = entries("a==1\nb==2 \\\n    --hash=sha256:00")
    assert [name for name, _, hashes in short if not hashes] == ["a", "b"]


def test_the_lock_holds_no_address_and_no_path():
    assert "://" not in LOCK
    assert not re.search(r"(?:^|\s)(?:/|~|\./)\S", LOCK)


@pytest.mark.parametrize("name", [*RUNTIME, *TEST, *BUILD, "wheel"])
def test_the_lock_pins_what_pyproject_asks_for(name):
    asked = (RUNTIME | TEST | BUILD).get(name)
    assert name in PINS, f"{name} is not pinned; run make lock"
    assert asked is None or PINS[name] in asked.specifier


def test_conda_and_binder_get_the_direct_dependencies_at_the_pinned_versions():
    (pip,) = [part["pip"] for part in CONDA["dependencies"] if isinstance(part, dict)]
    *pinned, itself = pip
    assert itself == "-e ."
    assert {r.name: str(r.specifier) for r in requirements(pinned).values()} == {
        name: f"=={PINS[name]}" for name in RUNTIME
    }


def test_conda_takes_a_python_the_course_supports():
    (python,) = [p for p in CONDA["dependencies"] if str(p).startswith("python=")]
    lowest = PROJECT["project"]["requires-python"].removeprefix(">=")
    number = python.partition("=")[2]
    assert tuple(map(int, lowest.split("."))) <= tuple(map(int, number.split("."))) <= (3, 13)


@pytest.mark.parametrize("name", RUNTIME)
def test_the_tests_run_on_the_pinned_versions(name):
    assert version(name) == PINS[name]


@pytest.mark.parametrize("script", ["postBuild", ".ci/run"])
def test_a_script_can_be_run_and_read_by_bash(script):
    assert os.access(ROOT / script, os.X_OK)
    subprocess.run(["bash", "-n", ROOT / script], check=True)


def test_help_names_every_target():
    make = need("make", ("make", "gmake"))
    done = subprocess.run([make, "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    targets = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[1]
    for target in set(targets.split()) - {"help"}:
        assert re.search(rf"^make {target} ", done.stdout, re.MULTILINE)


def test_a_failed_install_is_told_in_one_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(install, "HOME", tmp_path)
    monkeypatch.setattr(install, "LOG", tmp_path / "install.log")
    monkeypatch.setattr(install, "PYTHON", "false")
    monkeypatch.setattr(install.venv, "create", lambda *_, **__: None)
    (tmp_path / "install.log").write_text("Collecting a\nERROR: No matching distribution for a.\n")
    assert install.main() == 1
    said = capsys.readouterr().err.strip()
    assert said.count("\n") == 0
    assert "(No matching distribution for a)" in said
    assert not (tmp_path / ".ready").exists()


def test_a_missing_program_is_skipped_for_a_person_and_fails_on_a_build_machine(monkeypatch):
    for name in ("CI", "COURSE_REQUIRE_BROWSER"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(pytest.skip.Exception, match="not on this machine"):
        need("A thing", ("no-such-program",))
    for name, value in {"CI": "true", "COURSE_REQUIRE_BROWSER": "1"}.items():
        with monkeypatch.context() as here:
            here.setenv(name, value)
            with pytest.raises(pytest.fail.Exception, match="here it must be"):
                need("A thing", ("no-such-program",))
    assert need("Python", ("no-such-program", "python3"))
