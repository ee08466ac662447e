"""Views of a mark that marked answers teach: moved cut-offs, and the words people use."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, Self

from course.judging import Answer, Mark
from course.marking.kriging import Kriging, krige, surprise
from course.marking.taught import Ear
from course.marking.traits import Words, strengths

if TYPE_CHECKING:
    from course.marking.kriging import Floats

# How far marks may stray from the authored ones by each trait, in shares of the maximum, squared:
# a general shift, a steeper or flatter scale, and evidence that the levels do not count.
SHIFT, SLOPE, UNCOUNTED = 0.05, 0.3, 0.25
CRITERIA = 0.10
# What the search may choose from: how much the words used say, how much what is meant says, and
# how much trainers waver.
WORDS = (0.0, 0.02, 0.06, 0.12)
MEANINGS = (0.0, 0.05, 0.15)
WAVERING = (0.01, 0.02, 0.04, 0.08)
PLAIN_WAVERING = 0.03  # where there are too few marks to choose by
CHOOSE_FROM = 10


class Example(NamedTuple):
    """An answer as learned from: its authored share of the points, its traits and its text.

    `meant`: the direction of what its sentences mean, where an ear is there to hear it.
    """

    share: float
    mean: float
    criteria: tuple[float, ...]
    text: str
    meant: "Floats | None" = None

    @classmethod
    def of(cls, mark: Mark, answer: Answer | str, ear: Ear | None = None) -> Self:
        share, mean, *each = strengths(mark)
        text = answer if isinstance(answer, str) else answer.text
        return cls(share, mean, tuple(each), text, ear.meant(text) if ear else None)

    def alike(self, other: "Example") -> float:
        """How like in meaning two answers are, up to 1; 0 where nobody heard them."""
        if self.meant is None or other.meant is None:
            return 0.0
        return float(self.meant @ other.meant)


@dataclass(frozen=True)
class View:
    """One way of correcting authored shares, fitted to marked ones; arrays have shape (n,)."""

    examples: tuple[Example, ...]
    kernel: "Kernel"
    kriging: Kriging
    residuals: "Floats" = field(repr=False)

    def guess(self, example: Example) -> tuple[float, float]:
        """The share of the points this answer should have, and the variance of that."""
        near = self.kernel.to_known(example)
        correction, doubt = self.kriging.guess(near, self.kernel.own(example))
        return example.share + correction, doubt

    def left_out(self) -> "Floats":
        import numpy as np

        authored = np.array([example.share for example in self.examples])
        return authored + self.kriging.left_out(self.residuals)

    def surprise(self) -> float:
        return surprise(self.kriging, self.residuals)


class Kernel:
    """How much the correction of one answer says of that of another."""

    def __init__(
        self, examples: Sequence[Example], words: float, meaning: float, *, rich: bool
    ) -> None:
        import numpy as np

        self._rich, self._words, self._meaning = rich, words, meaning
        self._bag = Words([example.text for example in examples]) if rich and words else None
        self._known: Floats = np.array([self._traits(example) for example in examples])
        self._texts: Floats = (
            np.array([self._bag.vector(example.text) for example in examples])
            if self._bag
            else np.zeros((len(examples), 0))
        )
        heard = [example.meant for example in examples]
        self._meant: Floats = (
            np.array(heard) if meaning and heard[0] is not None else np.zeros((len(examples), 0))
        )

    def _traits(self, example: Example) -> list[float]:
        """Scaled so that a plain product of two is the kernel."""
        plain = [
            SHIFT**0.5,
            SLOPE**0.5 * (example.share - 0.5),
            UNCOUNTED**0.5 * (example.mean - example.share),
        ]
        if not self._rich:
            return plain
        each = (CRITERIA / len(example.criteria)) ** 0.5
        return plain + [each * (one - 0.5) for one in example.criteria]

    def between(self) -> "Floats":
        return (
            self._known @ self._known.T
            + self._words * (self._texts @ self._texts.T)
            + self._meaning * (self._meant @ self._meant.T)
        )

    def to_known(self, example: Example) -> "Floats":
        import numpy as np

        near: Floats = self._known @ np.array(self._traits(example))
        if self._bag:
            near = near + self._words * (self._texts @ self._bag.vector(example.text))
        if self._meant.shape[1] and example.meant is not None:
            near = near + self._meaning * (self._meant @ example.meant)
        return near

    def own(self, example: Example) -> float:
        traits = self._traits(example)
        heard = self._meant.shape[1] and example.meant is not None
        more = (self._words if self._bag else 0.0) + (self._meaning if heard else 0.0)
        return sum(one * one for one in traits) + more


def fitted(examples: tuple[Example, ...], shares: Sequence[float], *, rich: bool) -> View:
    """The view that is least surprised by each answer when it knows the others."""
    import numpy as np

    residuals = np.array(shares) - np.array([example.share for example in examples])
    wavering = WAVERING if len(examples) >= CHOOSE_FROM else (PLAIN_WAVERING,)
    heard = all(example.meant is not None for example in examples)
    tried = []
    for words, meaning in product(
        WORDS if rich else (0.0,), MEANINGS if rich and heard else (0.0,)
    ):
        kernel = Kernel(examples, words, meaning, rich=rich)
        between = kernel.between()
        tried += [
            View(examples, kernel, krige(between, residuals, noise), residuals)
            for noise in wavering
        ]
    return min(tried, key=View.surprise)
