"""Sorts what one account handed in by the people who wrote it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from course.learner import Learner
from course.one_line import one_line
from course.trainer.inbound import Packet
from course.trainer.persons import home, lives_in


@dataclass(frozen=True)
class People:
    """The newest packet to take by the learner's folder, and what the trainer should know."""

    newest: dict[str, Packet]
    broken: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def by_person(account: str, packets: Sequence[Packet]) -> People:
    """Sort the packets of one account, the newest first; a broken one counts only by itself."""
    whole = [packet for packet in packets if packet.whole]
    broken = packets[: packets.index(whole[0])] if whole else packets
    if not whole:
        # Nothing to mark, but the trainer sees that something came.
        taken = {account: packets[0]} if lives_in(account) is None else {}
        return People(taken, tuple(_about_broken(one, None) for one in broken))
    newest: dict[str, Packet] = {}
    people: dict[str, Learner] = {}
    for packet in reversed(whole):  # who handed in first keeps the account's own folder
        assert packet.learner
        student = home(account, packet.learner, people)
        newest[student], people[student] = packet, packet.learner
    remarks = tuple(
        _about_second(account, student, newest[student]) for student in people if student != account
    )
    return People(newest, tuple(_about_broken(one, whole[0]) for one in broken), remarks)


def _about_broken(packet: Packet, instead: Packet | None) -> str:
    rest = f"the one of {_when(instead.time)} counts" if instead else "ask for it again"
    return f"{packet.account}: the hand-in of {_when(packet.time)} is broken; {rest}."


def _about_second(account: str, student: str, packet: Packet) -> str:
    assert packet.learner
    name = one_line(packet.learner.name, 60) or "somebody without a name"
    return (
        f"{account}: {name} handed in from this account too, and is marked as {student}. "
        f"If they are one person, remove the folder submitted/{student}."
    )


def _when(time: datetime) -> str:
    return f"{time:%d.%m.%Y %H:%M:%S} UTC"
