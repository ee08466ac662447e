"""The command speaks in one line and ends with the right code."""

import subprocess
import sys
from pathlib import Path

import pytest

from course.cli import command as cli
from course.content import ContentError


def run(*arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(list(arguments))
    return ended.value.code, capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("sing",), "No such command 'sing'"),
        (("build", "no-such-case"), "there is no lesson and no case 'no-such-case'; there are: "),
        (("release", "no-such-case"), "there is no case 'no-such-case'; there are: marsa"),
        (("check", "--loud"), "No such option"),
        (("start", "--port", "many"), "not a valid integer"),
    ],
)
def test_a_command_not_understood_is_one_line_and_two(arguments, words, capsys):
    code, said = run(*arguments, capsys=capsys)
    assert code == 2
    assert words in said
    assert said.count("\n") == 1
    assert said.startswith("course: ")


def test_something_wrong_in_a_file_is_one_line_and_one(capsys, monkeypatch):
    def broken(*_):
        raise ContentError("a.toml", "module x", "it is\nbroken", "Mend it.")

    monkeypatch.setattr("course.content.page.pages", broken)
    code, said = run("build", capsys=capsys)
    assert (code, said) == (1, "course: a.toml, module x: it is broken. Mend it.\n")


def test_help_names_every_command(capsys):
    cli.main(["--help"])
    said = capsys.readouterr().out
    for name in ("start", "check", "build", "release", "collect", "mark", "feedback"):
        assert f"course {name}" in said


def test_the_console_script_is_installed():
    script = Path(sys.executable).with_name("course")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0.1.0"


def test_the_course_checks_itself(capsys):
    cli.main(["check"])
    assert "agree" in capsys.readouterr().out
