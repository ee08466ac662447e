"""For the trainer: a language model as second reader, asked only after a yes."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from course.errors import CourseError
from course.one_line import one_line

if TYPE_CHECKING:
    from course.trainer.reader_endpoint import Endpoint
    from course.trainer.second_round import Met, Plan, Round

Run = Callable[..., "Round"]

_BACK = 60  # words of a reply: a quotation of forty, and its form
_WIDTH = 96  # as of the help


def have_read(case: str, url: str, model: str, yes: bool, with_bar: Run) -> None:
    """Have what was handed in read, and let the replies be seen; CourseError without a yes.

    Until then, only the course's own sample has left this machine.
    """
    from course.trainer import second_kept, second_round
    from course.trainer.reader_address import Address
    from course.trainer.reader_endpoint import Endpoint

    endpoint = Endpoint.at(Address.of(url))
    if not (yes or sys.stdin.isatty()):
        raise CourseError(
            "A second reader starts only after your consent, and there is no terminal to ask on; "
            "nothing was sent. With --yes you give it beforehand."
        )
    met = second_round.meet(endpoint, model)
    plan = second_round.plan(case, met.used)
    if not (plan.enquiries or plan.kept):
        return  # nothing was written; marking says what was collected
    if plan.enquiries:
        click.echo(click.wrap_text(_before(case, endpoint, met, plan), _WIDTH))
        if not (yes or click.confirm("Send the answers?", default=False)):
            raise CourseError("no answer was sent, and nothing marked; mark without --reader")
        made = with_bar(second_round.ask_all, plan, endpoint, met.used)
        click.echo(_after(made))
    else:
        click.echo(f"{case}: every reply is kept from before; no answer is sent.")
    second_kept.use(case, met.used)


def _before(case: str, endpoint: "Endpoint", met: "Met", plan: "Plan") -> str:
    """What leaves, where to, how much and how long: all that a yes is given to."""
    address = endpoint.address
    place = "this machine" if address.here else "another machine"
    way = "" if address.here or address.sealed else ", unencrypted: others on the way can read it"
    kept = f" {plan.kept} replies are kept from before." if plan.kept else ""
    sample = met.sample.void
    poor = " What it replied could not be used, so expect little of it." if sample else ""
    minutes = _minutes(met.seconds * len(plan.enquiries))
    return (
        f"{case}: '{one_line(met.used.model)}' at {address.host} ({place}{way}) would read what "
        f"was handed in. Answers: {plan.answers}; requests: {len(plan.enquiries)}; words sent: "
        f"{plan.words:,}, and {len(plan.enquiries) * _BACK:,} in reply at most.{kept} "
        "Sent with each answer: its question, and one criterion of your rubric with its levels. "
        "Not sent: names, companies, folders, marks. An author's name is blanked where it stands "
        "in the answer as in the profile; what else a learner wrote of people goes out as it "
        "stands. What the host keeps, and what it charges for so many words, only its owner can "
        f"say. A sample of our own took {met.seconds:.1f} seconds; all of it should take about "
        f"{minutes}.{poor} "
        "The replies change no points: where they come to more than a tenth of the points above "
        "or below, a suggestion is left for you to check."
    )


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.0f} minutes" if seconds >= 90 else f"{max(seconds, 1):.0f} seconds"


def _after(made: "Round") -> str:
    left = f" It stopped replying, and {made.left} were not asked; run it again." * bool(made.left)
    return f"  The second reader: {made.read} replies can be used, {made.void} cannot.{left}"
