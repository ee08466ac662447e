"""The trainer's commands go on where one case cannot, and show nothing odd while they work."""

import click
import pytest

from course import paths
from course.cli import command as cli
from course.cli import marking as cli_marking
from course.content import folders as content_folders
from course.trainer import GradingError, report
from course.trainer import marking as marks
from course.trainer.marking import Marking


@pytest.fixture(autouse=True)
def _no_report(monkeypatch):
    monkeypatch.setattr(report, "write_report", lambda case: paths.ROOT / f"{case}.html")


@pytest.fixture
def two_cases(monkeypatch):
    """Two cases, of which nothing was collected for the first."""
    done = []

    def mark(case, progress):
        progress(1, 1, case)
        if case == "first":
            raise GradingError(f"Nothing was collected for {case}.")
        done.append(case)
        return Marking(("lina",), 0, ("a note",))

    monkeypatch.setattr(content_folders, "cases", lambda: ["first", "second"])
    monkeypatch.setattr(marks, "mark_case", mark)
    return done


def test_a_case_with_nothing_to_mark_keeps_no_later_case_waiting(two_cases, capsys):
    cli.main(["mark"])
    said = capsys.readouterr()
    assert two_cases == ["second"]
    assert "note: Nothing was collected for first." in said.err
    assert "second: 1 learner marked" in said.out


def test_a_case_that_was_named_fails(two_cases, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(["mark", "first"])
    assert ended.value.code == 1
    assert "course: Nothing was collected for first." in capsys.readouterr().err
    assert two_cases == []


def test_work_that_could_not_be_read_ends_with_one_after_the_rest_is_done(monkeypatch, capsys):
    made = {"first": Marking(("lina",), 0, (), 1), "second": Marking(("omar",), 0, ())}
    monkeypatch.setattr(content_folders, "cases", lambda: list(made))
    monkeypatch.setattr(marks, "mark_case", lambda case, **_: made[case])
    with pytest.raises(SystemExit) as ended:
        cli.main(["mark"])
    assert ended.value.code == 1
    assert "second: 1 learner marked" in capsys.readouterr().out
    cli.main(["mark", "second"])


def test_a_file_the_system_refuses_is_named_in_words(monkeypatch, capsys):
    def refused(*_, **_more):
        raise PermissionError(13, "Permission denied", "/class/autograded")

    monkeypatch.setattr(content_folders, "cases", lambda: ["first"])
    monkeypatch.setattr(marks, "mark_case", refused)
    with pytest.raises(SystemExit) as ended:
        cli.main(["mark"])
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert "course: /class/autograded: permission denied; make it" in said
    assert "Errno" not in said


def test_nothing_done_at_all_is_a_failure(two_cases, monkeypatch, capsys):
    monkeypatch.setattr(content_folders, "cases", lambda: ["first"])
    with pytest.raises(SystemExit) as ended:
        cli.main(["mark"])
    assert ended.value.code == 1
    assert "course: Nothing was collected for first." in capsys.readouterr().err
    assert two_cases == []


def test_the_bar_shows_no_none(monkeypatch):
    shown = []
    real = click.progressbar

    def watched(**given):
        shown.append(given["item_show_func"])
        return real(**given)

    monkeypatch.setattr(click, "progressbar", watched)
    cli_marking._with_bar(lambda progress: progress(1, 1, "lina"))
    assert [shown[0](None), shown[0]("lina")] == ["", "lina"]
