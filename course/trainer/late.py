"""Work that came after a case was closed: kept apart and named, for the trainer to decide."""

from datetime import datetime
from pathlib import Path

from course.disk import write_folder
from course.learner.naming import fingerprint
from course.one_line import one_line
from course.trainer import folders
from course.trainer.inbound import Packet, taken


def keep(packet: Packet, case: str) -> Path:
    """Copy it out of the learner's reach, once; raises Refused."""
    name = fingerprint(f"{packet.path.name} {packet.hash}")
    place = folders.root() / "late" / packet.account / case / name
    if not place.exists():
        write_folder(place, taken(packet, case))
    return place


def told(packet: Packet, case: str, closed: str, seen: str) -> str:
    """What the trainer is told of it."""
    name = one_line(packet.learner.name, 60) if packet.learner else ""
    who = f"{packet.account} ({name})" if name else packet.account
    return (
        f"{who} handed in, or changed it, after the case was closed ({_time(closed)}; first seen "
        f"{_time(seen)}). It is kept apart; 'course collect {case} --late' takes it in."
    )


def _time(iso: str) -> str:
    return f"{datetime.fromisoformat(iso):%d.%m.%Y %H:%M}"
