"""The trainer's and maintainer's door: `course --help`."""

import contextlib
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from course import paths
from course.cli.agreement import agreement
from course.cli.content import build, course_map, guide
from course.cli.learn import learn
from course.cli.marking import COMMANDS, LINE, as_mistake
from course.cli.new import new_case, new_lesson
from course.cli.rubric import check_rubric
from course.cli.teach import teach
from course.disk import keep_private
from course.errors import CourseError
from course.log import log
from course.one_line import one_line

if TYPE_CHECKING:
    from course.lab.launch import Server, Serves

MISTAKES = (CourseError, OSError)  # each is told in one sentence


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.version_option(package_name="leading-for-quality", message="%(version)s")
def course() -> None:
    """Leading for Quality: what ISO 9001 asks of top management.

    \b
    Learners need one command:
      course start                 open the course in the browser
    \b
    Trainers mark a case in five:
      course release CASE          hand the case out
      course collect CASE          take in what learners handed in
      course mark CASE             suggest marks, with the evidence for each
      course start --trainer       look at the marks, change what you like
      course feedback CASE         write and return one page a learner
    \b
    Trainers see how good the marking is, and teach it:
      course learn CASE            what your own points would teach it
      course teach CASE            teach it by the examples beside the rubric
      course agreement             how far it agrees with marked answers
    \b
    Trainers teach from two:
      course guide                 timing, questions and the quiz key, to print
      course map                   where each objective is taught and assessed
    \b
    Authors change words in data/ and rubrics in assessments/:
      course check                 say what is wrong, where, and what to do
      course build                 make the notebooks from pages, cases and rubrics
      course check-rubric FILE     try a rubric on its own exemplars
      course new-lesson NAME       lay out a lesson's folder, to write over
      course new-case NAME         lay out a case's folder and its rubric

    CASE is the name of a folder in data/cases; without it, every case is meant.
    Exit codes: 0 done, 1 something is wrong with the course's files or the work handed in,
    2 the command was not understood.
    """
    for folder in (paths.my_work(), paths.state(), paths.assessments()):
        keep_private(folder)  # made by git or by an earlier version, others could read it


@course.command()
@click.option("--trainer", is_flag=True, help="Open formgrader, to look at and change marks.")
@click.option("--lab", is_flag=True, help="Open the notebooks in JupyterLab, as authors do.")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option("--port", type=int, default=0, help="First port to try (8888; trainer 8988).")
@click.option("--prepare", is_flag=True, help="Lay out settings and cases, open nothing.")
def start(trainer: bool, lab: bool, no_browser: bool, port: int, prepare: bool) -> None:
    """Open the course in the browser; Ctrl-C stops it."""
    if trainer and lab:
        raise click.UsageError("choose one of --trainer and --lab")
    from course.lab import door, launch

    launch.prepare()
    _renew_lessons()
    _bring_cases()
    if prepare:
        click.echo("The course is ready to be opened.")
        return
    if trainer:
        _check_settings()
    for ending in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(ending, signal.default_int_handler)  # a closed terminal is a Ctrl-C too
    click.echo("Opening the course; this takes a few seconds ...")
    what = _served(trainer=trainer, lab=lab)
    server = launch.serve(launch.free_port(port or launch.first_port(what)), what)
    try:
        launch.wait_until_open(server)
        address = _front(server, trainer=trainer, lab=lab)
        page = None if no_browser else door.open_browser(address, server.port)
        click.echo(_how_to_come_in(address, page))
        click.echo("Press Ctrl-C here to stop. What you write is saved as you type.")
        server.process.wait()
        click.echo("The course was stopped.")
    except KeyboardInterrupt:
        click.echo(f"\nStopping. Your work is in {paths.my_work()}.")
    finally:
        server.stop()


def _served(*, trainer: bool, lab: bool) -> "Serves":
    if trainer:
        return "formgrader"
    return "lab" if lab else "pages"


def _front(server: "Server", *, trainer: bool, lab: bool) -> str:
    if trainer:
        return server.formgrader()
    return server.notebook() if lab else server.page()


def _how_to_come_in(address: str, page: Path | None) -> str:
    """The address holds the token: it is shown only where no browser could be opened."""
    if page:
        return f"The course opens in your browser. To open it again, open this file: {page}"
    return f"The course is open at {address}\nCopy that address into your browser."


def _check_settings() -> None:
    from course.trainer import settings

    settings.load()


@course.command()
def check() -> None:
    """Check every record, page, rubric and link; say what to mend."""
    from course.cli.checking import problems

    found = list(problems())
    for problem in found:
        click.echo(problem, err=True)
    if found:
        raise SystemExit(1)
    click.echo("Everything loads: records, pages, rubrics and notebooks agree.")


def _bring_cases() -> None:
    """Put released cases on the start page; on one's own machine, release them first."""
    from course.content import load_cases
    from course.content.folders import cases
    from course.learner import handin

    for key in cases():
        if _own_machine(key):
            _release(key)
    for key in load_cases():
        with contextlib.suppress(handin.HandInError):  # not released yet: its tile says so
            handin.fetch(key)


def _release(key: str) -> None:
    """Release a case; one that cannot be must not keep the lessons shut."""
    from course.trainer.release import is_released, release

    try:
        if not is_released(key):
            click.echo("Preparing the case studies; this is needed once ...")
            release(key)
    except MISTAKES as mistake:
        click.echo(f"  note: {key} is left out. {as_mistake(mistake)}", err=True)


def _renew_lessons() -> None:
    """Outputs that plain JupyterLab stored in a lesson would keep it from starting by itself."""
    from course.content.page import pages
    from course.pages.upkeep import renew

    for slug, language in pages():
        try:
            note = renew(slug, language)
        except MISTAKES as mistake:
            note = str(as_mistake(mistake))
        if note:
            click.echo(f"  note: {note}", err=True)


def _own_machine(case: str) -> bool:
    """Whether learner and trainer are one: the rubric is here, and no shared exchange is set."""
    from course.trainer import folders

    return os.access(folders.rubric(case), os.R_OK) and "COURSE_EXCHANGE" not in os.environ


for command in (
    *COMMANDS,
    learn,
    agreement,
    check_rubric,
    teach,
    build,
    new_lesson,
    new_case,
    course_map,
    guide,
):
    course.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command; every mistake is one line and an exit code."""
    before = os.umask(0o077)  # what nbgrader and SQLite write is nobody else's to read either
    try:
        course.main(arguments, prog_name="course", standalone_mode=False)
    except click.UsageError as mistake:
        _fail(f"{mistake.format_message().rstrip('.')}. See 'course --help'.", 2)
    except click.ClickException as mistake:
        _fail(mistake.format_message(), 1)
    except (click.Abort, KeyboardInterrupt):
        _fail("stopped", 1)
    except MISTAKES as mistake:
        _fail(str(as_mistake(mistake)), 1)
    except Exception as defect:
        log().error("course %s failed", arguments or "", exc_info=defect)
        where = paths.state() / "logs" / "pages.log"
        _fail(f"this is a defect of the course, not of your work; the details are in {where}", 1)
    finally:
        os.umask(before)


def _fail(words: str, code: int) -> None:
    click.echo(f"course: {one_line(words, LINE)}", err=True)
    raise SystemExit(code)
