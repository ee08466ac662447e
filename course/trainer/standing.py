"""What a sent file is to one that is held already: the same, newer, older, or its rival."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from course.learner import Link

Standing = Literal["same", "newer", "older", "rival"]


@dataclass(frozen=True)
class Work:
    """A sheet as it tells itself from others: its hash, its link if it has one, and when."""

    hash: str
    link: Link | None
    moment: datetime


def standing(sent: Work, held: Work) -> Standing:
    """By the chain where both have a link, by the time where neither has.

    A rival is not provably of the same hand: both are kept, and the trainer decides.
    """
    if sent.hash == held.hash and not _linked_anew(sent, held):
        return "same"
    if not sent.link and not held.link:
        return "older" if sent.moment < held.moment else "newer"
    return _by_chain(sent, held) if sent.link and held.link else "rival"


def settle(sent: Work, held: Mapping[str, Work]) -> tuple[str, Standing]:
    """Which of one person's works, by folder, the sent one is set against, and what it is to it.

    A rival is set against none: it gets a folder of its own, as does a person's first.
    """
    found = {folder: standing(sent, work) for folder, work in held.items()}
    if not sent.link and any(work.link for work in held.values()):
        # Who ever showed a link shows one each time.
        found = {folder: how for folder, how in found.items() if how != "newer"}
    for wanted in ("same", "newer", "older"):
        if places := [folder for folder, how in found.items() if how == wanted]:
            return max(places, key=lambda folder: held[folder].moment), wanted
    return "", "rival"


def _linked_anew(sent: Work, held: Work) -> bool:
    """Whether a copy of the same answers brings a link that is not of the held one's chain.

    Whoever hands in a classmate's answers with a link of his own would be taken for them.
    """
    if not sent.link:
        return False
    return sent.link != held.link and not goes_on(sent, held) and not goes_on(held, sent)


def goes_on(sent: Work, held: Work) -> bool:
    """Whether what was sent proves that it came later."""
    return bool(sent.link and held.link and sent.link.follows(held.link))


def _by_chain(sent: Work, held: Work) -> Standing:
    if goes_on(sent, held):
        return "newer"
    # A restored copy of the secret gives old links to new work, which is not left out for it.
    return "older" if goes_on(held, sent) and sent.moment < held.moment else "rival"
