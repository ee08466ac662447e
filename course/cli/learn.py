"""For the trainer: what your own points would teach the marking, in figures."""

from typing import TYPE_CHECKING

import click

from course.cli.marking import each_case

if TYPE_CHECKING:
    from course.trainer.proposals import Proposal


@click.command()
@click.argument("case", required=False)
@click.option("--use", is_flag=True, help="Mark by what improves from now on.")
@click.option("--lock", metavar="QUESTION", help="Hold a question to how it is marked now.")
@click.option("--forget", is_flag=True, help="Mark by the rubric alone again.")
def learn(case: str | None, use: bool, lock: str | None, forget: bool) -> None:
    """See what the points you typed in formgrader would teach the marking.

    From five answers to a question with your points, its cut-offs can move; from twenty, the
    words people use count, too. Nothing changes unless you say --use, and then only where it
    meets your points better than the rubric alone does, each answer guessed from the others.
    All of it stays on this machine.
    """
    if use + forget + bool(lock) > 1:
        raise click.UsageError("choose one of --use, --lock and --forget")
    if lock and not case:
        raise click.UsageError("name the case whose question you lock")
    from course.trainer import adopted, proposals

    def one(key: str) -> None:
        again = f"run 'course mark {key}' again to see it."
        if forget:
            adopted.forget(key)
            click.echo(f"{key}: marked by its rubric alone; {again}")
        elif lock:
            proposals.lock(key, lock)
            click.echo(f"{key}: {lock} stays as it is marked now.")
        else:
            for proposal in proposals.propose(key):
                click.echo("\n".join(_lines(proposal)))
            if use:
                taught = ", ".join(proposals.use(key)) or "nothing improves, so nothing"
                click.echo(f"{key}: {taught} is marked by your points from now on; {again}")

    each_case(case, one)


def _lines(proposal: "Proposal") -> list[str]:
    learned = proposal.marker.learned
    marks = f"{learned.marks} answer{'' if learned.marks == 1 else 's'} with your points"
    held = " Locked." if proposal.locked else ""
    if not (learned.before and learned.after):
        return [f"{proposal.question}: {marks}; five are the fewest to learn from.{held}"]
    verdict = "it would improve" if learned.used else "no improvement, so the rubric stands"
    words = f", words weigh {learned.weight:.0%}" if learned.weight else ""
    lines = [f"{proposal.question}: {marks}; {verdict}{words}.{held}"]
    for name, fit in (("by the rubric", learned.before), ("having learned", learned.after)):
        lines.append(
            f"  {name:15} same points {fit.exact:4.0%}, within one step {fit.adjacent:4.0%}, "
            f"agreement (QWK) {fit.qwk:.2f}, off by {fit.gap:.2f} on average"
        )
    return lines
