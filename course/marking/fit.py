"""What a trainer's marks of one question have taught, in figures a trainer can weigh."""

from dataclasses import dataclass
from typing import Literal

Stage = Literal["authored", "cut-offs", "blend"]
Lock = Literal["", "authored", "learned"]


@dataclass(frozen=True)
class Fit:
    """How well suggestions meet the marks: share the same, within one step, QWK, mean gap."""

    exact: float
    adjacent: float
    qwk: float
    gap: float


@dataclass(frozen=True)
class Learned:
    """What changed, by how many marks, and whether it is used.

    `before` is the authored rubric on the marks; `after` what is learned, each mark guessed from
    the others. `weight` is the share of the view that learns from words. `used` is false where
    nothing improves, or where the author's cut-offs are locked.
    """

    marks: int
    stage: Stage
    used: bool
    lock: Lock = ""
    before: Fit | None = None
    after: Fit | None = None
    weight: float = 0.0
