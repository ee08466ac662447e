"""The trainer's commands: release, collect, mark, feedback."""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from course.cli.reader import have_read
from course.errors import CourseError
from course.one_line import one_line
from course.refusals import in_words

if TYPE_CHECKING:
    from course.trainer.feedback import Returned

T = TypeVar("T")

LINE = 1000  # letters of a sentence; a longer one is not ours
_CASE = click.argument("case", required=False)


@click.command()
@_CASE
@click.option("--again", is_flag=True, help="Let learners hand in again after collecting.")
def release(case: str | None, again: bool) -> None:
    """Hand the case out: learners find it on their start page."""
    from course.trainer.release import release as hand_out

    def one(key: str) -> None:
        made = _with_bar(hand_out, key, again=again)
        where = "learners fetch it as they open the course"
        where = where if made.in_exchange else "there is no exchange here; send it to your learners"
        click.echo(f"{key}: released to {near(made.notebook)}; {where}.")

    each_case(case, one)


@click.command()
@_CASE
@click.option("--from", "folder", type=click.Path(path_type=Path), help="A folder of sent files.")
@click.option("--late", is_flag=True, help="Also take what came after the case was closed.")
def collect(case: str | None, folder: Path | None, late: bool) -> None:
    """Take in what learners handed in."""
    from course.trainer.collect import collect as take_in

    def one(key: str) -> bool:
        taken = _with_bar(take_in, key, folder, late=late)
        _note(taken.problems)
        came, all_ = _count(len(taken.new), "submission"), _count(len(taken.students), "learner")
        click.echo(f"{key}: {came} came in now, {all_} in all. Next: course mark.")
        if taken.closed:
            opens = f"'course release {key} --again' opens it"
            click.echo(f"  The case is closed: nobody can hand in any more; {opens}.")
        return not taken.rejected

    each_case(case, one)


@click.command()
@_CASE
@click.option("--reader", metavar="URL", help="Also ask a language model, which gives no points.")
@click.option("--reader-model", metavar="NAME", help="Which, where it serves several.")
@click.option("--yes", is_flag=True, help="Consent to what is sent to it, unasked.")
def mark(case: str | None, reader: str | None, reader_model: str | None, yes: bool) -> None:
    """Suggest marks with evidence; runs nothing that a learner wrote.

    Nothing leaves this machine, unless you name a second reader: any server that speaks as
    OpenAI's does, such as Ollama or llama.cpp. It is said what would be sent, and you are asked.
    """
    from course.trainer import second_kept
    from course.trainer.marking import mark_case
    from course.trainer.report import write_report

    if reader is None and (reader_model is not None or yes):
        raise click.UsageError("--reader-model and --yes go with --reader")

    def one(key: str) -> bool:
        if reader is not None:
            have_read(key, reader, reader_model or "", yes, _with_bar)
        elif second_kept.leave_out(key):
            click.echo(f"{key}: without the second reader; its replies are kept.")
        made = _with_bar(mark_case, key)
        report = write_report(key)
        _note(made.notes)
        who, unsure = _count(len(made.students), "learner"), _count(made.unsure, "answer")
        click.echo(f"{key}: {who} marked; {unsure} for you to mark. Next: course start --trainer.")
        click.echo(f"  The report on the class: {near(report)}")
        return not made.unreadable

    each_case(case, one)


@click.command()
@_CASE
def feedback(case: str | None) -> None:
    """Write one page a learner and return it."""
    from course.trainer.feedback import about_newer
    from course.trainer.feedback import feedback as give_back

    def one(key: str) -> bool:
        made = _with_bar(give_back, key)
        _note(made.notes)
        if made.open:
            _note([f"{_count(made.open, 'answer')} not looked at yet; the pages say so."])
        click.echo(f"{key}: {_count(len(made.pages), 'page')} written; {_way_back(made)}.")
        if made.newer:
            _note([about_newer(key, len(made.newer))])
        return not (made.newer or made.failed)

    each_case(case, one)


def _way_back(made: "Returned") -> str:
    """How the pages reach the learners: what the exchange does, and what is left to send."""
    ways = []
    if made.by_exchange:
        ways.append(f"{made.by_exchange} returned through the exchange")
    if made.to_send:
        folder = near(made.to_send[0].parent)
        ways.append(f"{len(made.to_send)} to send as files: send each its page from {folder}")
    return "; ".join(ways) or "none returned yet"


COMMANDS = (release, collect, mark, feedback)


def each_case(case: str | None, act: Callable[[str], bool | None]) -> None:
    """Act on the case named, or on every case: then one that fails keeps no other waiting.

    What `act` calls false was done, but not for everybody: the exit code says so at the end.
    """
    each_of(_cases(case), act)


def each_of(these: Sequence[T], act: Callable[[T], bool | None]) -> None:
    """The same for whatever there are several of, such as the pages of lessons."""
    failed, whole = [], True
    for one in these:
        try:
            whole = act(one) is not False and whole
        except (CourseError, OSError) as error:
            mistake = as_mistake(error)
            failed.append(mistake)
            if len(these) > 1:
                _note([str(mistake)])
    if len(failed) == len(these) and failed:
        raise failed[-1] if len(these) == 1 else CourseError("Nothing could be done for any.")
    if not whole:
        raise SystemExit(1)


def as_mistake(error: CourseError | OSError) -> CourseError:
    """What the system refused, in a sentence; the course's own mistakes say so themselves."""
    return CourseError(in_words(error)) if isinstance(error, OSError) else error


def _note(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        click.echo(f"  note: {one_line(sentence, LINE)}", err=True)


def _cases(case: str | None) -> list[str]:
    """The cases meant; an unknown name is the caller's mistake."""
    from course.content.folders import cases

    known = cases()
    if case is None:
        return known
    if case not in known:
        raise click.UsageError(f"there is no case '{case}'; there are: {', '.join(known)}")
    return [case]


def _with_bar(act: Callable[..., T], *given: object, **more: object) -> T:
    """Run `act` with a progress bar where somebody watches."""
    with click.progressbar(length=1, show_eta=False, item_show_func=_shown, file=sys.stderr) as bar:

        def progress(done: int, all_: int, what: str) -> None:
            bar.length = max(all_, 1)
            bar.update(done - bar.pos, what)

        return act(*given, progress=progress, **more)


def _shown(what: str | None) -> str:
    return one_line(what or "", 60)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def near(path: Path) -> str:
    """A path as seen from here, where that is shorter."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
