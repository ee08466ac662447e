"""Proves that one file came after another from the same machine: a chain of hashes, end first.

The machine keeps a random seed that never leaves it. Link k of a chain of N is the seed hashed
N - k + 1 times: whoever holds a link can compute every earlier one and no later one, so nobody
who has a classmate's file can write the next. (Lamport, "Password authentication with insecure
communication", 1981; S/KEY is RFC 1760.)
"""

import hashlib
import secrets
from pathlib import Path
from typing import Annotated

import msgspec
from filelock import FileLock

from course import paths
from course.disk import PRIVATE, make_folder, write_whole

LENGTH = 2_000  # far more than anybody hands in, and soon computed
_WAIT = 5  # seconds for another window to finish handing in
_HASH = r"\A[0-9a-f]{64}\Z"


class Link(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one file shows of its chain: which link it is, and the link."""

    number: Annotated[int, msgspec.Meta(ge=1, le=LENGTH)]
    value: Annotated[str, msgspec.Meta(pattern=_HASH)]

    def follows(self, earlier: "Link") -> bool:
        """Whether only who made the earlier link can have made this one, later."""
        steps = self.number - earlier.number
        return steps > 0 and _hashed(self.value, steps) == earlier.value


class Chain(msgspec.Struct, frozen=True):
    """A machine's secret for one case, and how many links it has given out."""

    seed: str
    given: int = 0

    def link(self, number: int, case: str) -> Link:
        # One seed copied to another case's file must not make the two chains the same.
        end = f"{paths.COURSE_ID}/{case}/{self.seed}"
        return Link(number, _hashed(end, LENGTH - number + 1))


def next_link(case: str) -> Link:
    """The next link of this machine's chain for the case; no number is given out twice.

    Where the secret is lost a new chain begins, which the trainer sees as somebody else's.
    """
    place = paths.receipts() / f"{case}.chain"
    make_folder(place.parent)
    with FileLock(place.with_name(f"{place.name}.lock"), timeout=_WAIT, mode=PRIVATE):
        kept = _kept(place)
        number = kept.given + 1
        write_whole(place, msgspec.json.encode(msgspec.structs.replace(kept, given=number)))
    return kept.link(number, case)


def _kept(place: Path) -> Chain:
    """The chain so far; a new one where there is none, or none that can be gone on with."""
    try:
        chain = msgspec.json.decode(place.read_bytes(), type=Chain)
    except (FileNotFoundError, msgspec.DecodeError):
        chain = None
    fresh = Chain(secrets.token_hex(32))
    return chain if chain and 0 <= chain.given < LENGTH and chain.seed else fresh


def _hashed(text: str, times: int) -> str:
    for _ in range(times):
        text = hashlib.sha256(text.encode()).hexdigest()
    return text
