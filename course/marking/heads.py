"""Hears what a sentence says: one straight line through the space of meanings for each thing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from course.marking.kriging import Floats

BESIDE = 0.5  # how much the sentences before and after count, for "it goes tomorrow"
PENALTY = 2.0  # of a steep line: few examples must not decide by one odd word
WHOLE_PENALTY = 1.0  # the same for answers as wholes


@dataclass(frozen=True)
class Heads:
    """`weights` has shape (things, 2 * dimensions), `bias` (things,)."""

    weights: "Floats"
    bias: "Floats"

    @classmethod
    def taught(cls, stretches: "Floats", said: "Floats") -> Self:
        """By examples: stretches (n, 2 * dimensions), and what each says in `said` (n, things).

        `said` is 0 to 1. What is said counts as much as all that is not, however rare it is.
        Ridge regression in its dual form (Saunders and others 1998).
        """
        import numpy as np

        things = said.shape[1]
        weights, bias = np.zeros((things, stretches.shape[1])), np.zeros(things)
        alike = stretches @ stretches.T
        for thing in range(things):
            wanted = said[:, thing]
            yes, no = float(wanted.sum()), float((1 - wanted).sum())
            if not yes or not no:
                bias[thing] = 1.0 if yes else 0.0
                continue
            counts = wanted / yes + (1 - wanted) / no  # sums to 2
            counts *= len(wanted) / 2
            middle = float(counts @ wanted / counts.sum())
            pull = np.linalg.solve(alike + PENALTY * np.diag(1 / counts), wanted - middle)
            weights[thing], bias[thing] = stretches.T @ pull, middle
        return cls(weights, bias)

    def beside(self, others: "Heads") -> "Heads":
        """These heads and then the others."""
        import numpy as np

        return Heads(
            np.vstack([self.weights, others.weights]), np.concatenate([self.bias, others.bias])
        )

    @classmethod
    def of_answers(cls, answers: "Floats", shares: "Floats") -> Self:
        """Heads for answers as wholes (n, 2 * dimensions), by how far up each is (n, things)."""
        import numpy as np

        middle = shares.mean(axis=0)
        alike = answers @ answers.T + WHOLE_PENALTY * np.eye(len(answers))
        return cls((answers.T @ np.linalg.solve(alike, shares - middle)).T, middle)

    def hear(self, stretches: "Floats") -> "Floats":
        """How strongly each stretch says each thing, about 0 to 1; shape (stretches, things)."""
        return stretches @ self.weights.T + self.bias


def as_whole(vectors: "Floats") -> "Floats":
    """The direction of an answer's sentences together; shape (1, 2 * dimensions)."""
    import numpy as np

    middle = direction(vectors)
    return np.hstack([middle, np.zeros_like(middle)])[None, :]


def direction(vectors: "Floats") -> "Floats":
    """Where vectors point together, as one of length 1; shape (dimensions,)."""
    import numpy as np

    mean: Floats = vectors.mean(axis=0)
    return mean / max(float(np.linalg.norm(mean)), 1e-6)


def in_context(vectors: "Floats") -> "Floats":
    """Each sentence's vector with the mean of those beside it; shape (n, 2 * dimensions)."""
    import numpy as np

    if not len(vectors):
        return np.zeros((0, 2 * vectors.shape[1] if vectors.ndim > 1 else 0))
    beside = np.zeros_like(vectors)
    beside[1:] += vectors[:-1]
    beside[:-1] += vectors[1:]
    return np.hstack([vectors, BESIDE * beside / 2])
