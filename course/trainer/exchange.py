"""Collects from the exchange: of each person the newest work that is whole and came in time."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import ExchangeCollect
from nbgrader.utils import parse_utc
from traitlets import Bool

from course.one_line import one_line
from course.trainer import folders, intake, late
from course.trainer.closing import Closing, closing
from course.trainer.inbound import Packet, Refused, check_owner, look, notebooks, taken
from course.trainer.laying import lay_in
from course.trainer.people import People, by_person

_MOST = 50  # hand-ins of one account that are looked at, the newest; nobody needs as many
# What the trainer is told goes through nbgrader's log, which its own buttons show as well.
SKIPPED, NOTED = "Skipped", "Noted"


class StrictCollect(ExchangeCollect):
    """The stock class takes the newest folder of each account, and only warns of another owner.

    Here a folder must be that account's own, whole, and seen before the case was closed; two
    people who share an account are two learners.
    """

    take_late = Bool(False, help="Also take what came after the case was closed.").tag(config=True)
    closing: Closing
    packets: list[Packet]
    took = False

    def start(self) -> None:
        if sys.platform == "win32":
            raise ExchangeError("The exchange is not available on Windows.")
        with closing(self.coursedir.assignment_id) as self.closing:
            super().start()
            self.closing.keep = self.took

    def init_src(self) -> None:
        """Look at all there is; `packets` are those that came in time."""
        self.packets = list(self._found())
        there = {packet.path.name: packet.hash for packet in self.packets}
        self.closing.look(there, take_late=self.take_late)
        for packet in self.packets:
            if packet.path.name in self.closing.late:
                self._keep_late(packet)
        self.packets = [one for one in self.packets if one.path.name not in self.closing.late]

    def copy_files(self) -> None:
        """Lay in each person's newest; what is here already stays unless a newer one came."""
        accounts: dict[str, list[Packet]] = {}
        for packet in self.packets:
            accounts.setdefault(packet.account, []).append(packet)
        for account, packets in sorted(accounts.items()):
            people = by_person(account, packets)
            self._tell(people)
            for student, packet in people.newest.items():
                self._take(student, packet)

    def _found(self) -> Iterator[Packet]:
        """Every folder that is of the account it names; the trainer is told of the others."""
        case, seen = self.coursedir.assignment_id, dict[str, int]()
        for path, account, time in _named(self._inbound(), case):
            try:
                if time is None:
                    raise Refused("its name holds no time")
                check_owner(path, account)  # folders that others named so do not count
                seen[account] = seen.get(account, 0) + 1
                if seen[account] <= _MOST:
                    yield look(path, account, time)
            except (Refused, OSError) as reason:
                why = reason if isinstance(reason, Refused) else "it cannot be looked at"
                self._say(SKIPPED, f"{path.name}: {why}.")
        for account, count in seen.items():
            if count > _MOST:
                self._say(NOTED, f"{account} handed in {count} times; the newest {_MOST} count.")

    def _inbound(self) -> Path:
        return Path(self.root, self.coursedir.course_id, "inbound")

    def _take(self, student: str, packet: Packet) -> None:
        case = self.coursedir.assignment_id
        self.took = self.took or (folders.submitted(student, case)).is_dir()
        if not _is_newer(student, case, packet):
            return
        try:
            files = taken(packet, case)
        except Refused as reason:
            self._say(SKIPPED, f"{packet.path.name}: {reason}.")
            return
        lay_in(student, case, files)
        self.took = True
        intake.repair(student, case, sent=notebooks(packet))

    def _keep_late(self, packet: Packet) -> None:
        case, ledger = self.coursedir.assignment_id, self.closing.ledger
        assert ledger
        when = ledger.late[packet.path.name]
        try:
            late.keep(packet, case)
        except Refused as reason:
            self._say(SKIPPED, f"{packet.path.name}: {reason}.")
            return
        self._say(NOTED, late.told(packet, case, ledger.closed, when))

    def _tell(self, people: People) -> None:
        for problem in people.broken:
            self._say(SKIPPED, problem)
        for remark in people.remarks:
            self._say(NOTED, remark)

    def _say(self, kind: str, words: str) -> None:
        self.log.warning("%s %s", kind, one_line(words, 400))


def _named(inbound: Path, case: str) -> Iterator[tuple[Path, str, datetime | None]]:
    """The folders of a case, the newest first by the time in their names."""
    found = []
    for path in inbound.glob(f"*+{case}+*"):
        account, _, rest = path.name.partition(f"+{case}+")
        found.append((path, account, _time(rest.partition("+")[0])))
    found.sort(key=lambda one: (one[2].timestamp() if one[2] else 0.0, one[0].name), reverse=True)
    yield from found


def _time(stamp: str) -> datetime | None:
    try:
        when: datetime = parse_utc(stamp)
    except (ValueError, OverflowError, TypeError):
        return None
    return when


def _is_newer(student: str, case: str, packet: Packet) -> bool:
    """Whether a packet is to replace what was collected before."""
    held = folders.submitted(student, case)
    time = intake.handed_in_at(held) if held.is_dir() else ""
    return not time or intake.nbgrader_time(packet.time) > time
