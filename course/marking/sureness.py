"""How sure a mark is: signs of doubt become a chance, and a chance may become a promise.

Fitted on examples; the promise is kept for writers who were left out.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from course.marking.folds import folds

if TYPE_CHECKING:
    from course.marking.kriging import Floats

# Of what is suggested so many must be right, and so many examples must show it.
PROMISE, SHOWN = 0.95, 15
STEPS, RIDGE = 40, 3.0  # of the logistic regression
NEVER = 2.0  # no chance is as high


class Sureness(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How signs of doubt become a chance of being right, and from which chance one may suggest.

    A `suggest` above 1 routes nothing there: the examples do not bear the promise out.
    Of `count` examples that would have been suggested, `right` were.
    """

    weights: tuple[float, ...]
    bias: float
    suggest: float
    count: int
    right: int

    def chance(self, signs: "Floats") -> float:
        import numpy as np

        return float(1 / (1 + np.exp(-(self.bias + signs @ np.array(self.weights)))))


UNSURE = Sureness((), 0.0, NEVER, 0, 0)  # of what nobody has fitted


def fitted(seen: Sequence[tuple["Floats", bool]], writers: Sequence[str]) -> Sureness:
    """From the signs of each example and whether its mark was right, with who wrote it."""
    import numpy as np

    rows = np.array([signs for signs, _ in seen])
    right = np.array([float(was) for _, was in seen])
    chance = np.zeros(len(rows))
    for kept, out in folds(writers):
        weights, bias = _logistic(rows[kept], right[kept])
        chance[out] = 1 / (1 + np.exp(-(rows[out] @ weights + bias)))
    weights, bias = _logistic(rows, right)
    short = tuple(round(float(one), 6) for one in weights)
    return Sureness(short, round(bias, 6), *promised(chance, right))


def _logistic(rows: "Floats", right: "Floats") -> tuple["Floats", float]:
    """The weights of each sign and the bias of a logistic regression, leaning to no sign at all."""
    import numpy as np

    means, spreads = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-3)
    design = np.hstack([(rows - means) / spreads, np.ones((len(rows), 1))])
    penalty = RIDGE * np.eye(design.shape[1])
    penalty[-1, -1] = 1e-6
    found = np.zeros(design.shape[1])
    for _ in range(STEPS):  # Newton's; a fixed number, so that it always ends at the same place
        chance = 1 / (1 + np.exp(-design @ found))
        slope = design.T @ (right - chance) - penalty @ found
        bend = design.T @ (design * (chance * (1 - chance))[:, None]) + penalty
        found = found + np.linalg.solve(bend, slope)
    weights: Floats = found[:-1] / spreads
    return weights, float(found[-1] - means @ weights)


def promised(chance: "Floats", right: "Floats") -> tuple[float, int, int]:
    """The lowest chance above which enough examples were right, and how many they were."""
    import numpy as np

    order = np.argsort(-chance, kind="stable")
    best = (NEVER, 0, 0)
    for count in range(SHOWN, len(order) + 1):
        was = int(right[order[:count]].sum())
        if was >= PROMISE * count:
            best = (round(float(chance[order[count - 1]]), 4), count, was)
    return best
