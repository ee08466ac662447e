"""What writers claim of their own text where no pattern found it, and what they may be asked.

The review judges. A claim is the writer's word, and never makes a requirement "met".
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from course.judging.criterion import State
from course.judging.policy import LONGEST, PolicyReview
from course.judging.verdict import Verdict
from course.reading import Span, windows

_DENIED = ("negated", "contradicted")
_RECITED = "clause-text"
_COPIED = (_RECITED, "clause-words")


@dataclass(frozen=True)
class Claimable:
    """A requirement as the review found it, and sentences of the text, in their own words.

    One at most of the three is there: the sentence that may say it, and is `asked` after; the one
    the writer `claimed`; or one that was claimed and no longer stands in the text, `fallen`. Only
    a fallen one may have another beside it that is asked after. `under` is the field where the
    sentence stands, if it is not the one where it is looked for.
    """

    verdict: Verdict
    asked: str = ""
    claimed: str = ""
    fallen: str = ""
    under: str = ""

    @property
    def key(self) -> str:
        return self.verdict.key

    @property
    def open(self) -> bool:
        """Whether somebody may look for the sentence that says it."""
        return is_open(self.verdict) and not self.claimed

    @property
    def state(self) -> State | Literal["asked", "claimed"]:
        """What a reader is told: the review's word, a question or the writer's word."""
        if self.claimed:
            return "claimed"
        return "asked" if self.asked else self.verdict.state


def reviewed(text: str) -> str:
    """What is read of a text, and can be asked after."""
    return text[:LONGEST]


def denied(verdict: Verdict) -> bool:
    """Whether the text itself takes it back."""
    return verdict.reason in _DENIED


def is_open(verdict: Verdict) -> bool:
    """Whether the writer may have said it in words nobody foresaw.

    What an error was seen in was understood.
    """
    return not (verdict.met or denied(verdict) or verdict.errors)


def claimable(
    verdict: Verdict,
    standing: Collection[str],
    claims: Mapping[str, str],
    near: Mapping[str, str],
    refused: Mapping[str, str],
) -> Claimable:
    """A requirement with what its writer claims, or may be asked.

    `claims` and `near` are sentences by requirement: those claimed, and those that may say it.
    `refused` are those of which the writer said that they do not. `standing` is the text now, a
    sentence each, as `plain` has them.
    """
    claim, sentence, no = (said.get(verdict.key, "") for said in (claims, near, refused))
    if not is_open(verdict):
        return Claimable(verdict)
    if claim and plain(claim) in standing:
        return Claimable(verdict, claimed=claim)
    asks = plain(sentence) in standing and plain(sentence) != plain(no)
    return Claimable(verdict, asked=sentence if asks else "", fallen=claim)


def with_claims(
    text: str,
    review: PolicyReview,
    claims: Mapping[str, str],
    near: Mapping[str, str],
    refused: Mapping[str, str],
) -> tuple[Claimable, ...]:
    """Each requirement of a policy's review with what its writer claims, or may be asked."""
    places = {plain(text[start:end]): (start, end) for start, end in windows(reviewed(text))}

    def doubtful(verdict: Verdict) -> dict[str, str]:
        """What may be asked of it: the review has not read this very sentence."""
        sentence = near.get(verdict.key, "")
        place = places.get(plain(sentence))
        return {verdict.key: sentence} if place and not _judged(verdict, place, review) else {}

    return tuple(
        claimable(verdict, places.keys(), claims, doubtful(verdict), refused)
        for verdict in review.requirements
    )


def _judged(verdict: Verdict, place: Span, review: PolicyReview) -> bool:
    """Whether the review read this very sentence, and found nothing in it or the clause's words."""
    copied = verdict.reason in _COPIED or _RECITED in review.flags
    settled = copied or verdict.state == "missing"
    return settled and any(start < place[1] and place[0] < end for start, end in verdict.spans)


def plain(words: str) -> str:
    """A sentence however it is spaced."""
    return " ".join(words.split())
