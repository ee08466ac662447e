"""Corrects a first guess by what is known nearby: the best linear guess with its variance.

Known as kriging or Gaussian process regression (Rasmussen and Williams 2006, chapter 2); what is
left out is guessed from the rest in closed form (their section 5.4.2).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.floating]


@dataclass(frozen=True)
class Kriging:
    """`weights` solve (kernel + noise) x = residuals; shapes (n,) and (n, n)."""

    weights: "Floats"
    inverse: "Floats"
    noise: float

    def guess(self, near: "Floats", own: float) -> tuple[float, float]:
        """The correction and its variance, by the kernel to each known answer and to itself."""
        spread = own - float(near @ self.inverse @ near)
        return float(near @ self.weights), max(spread, 0.0) + self.noise

    def left_out(self, residuals: "Floats") -> "Floats":
        """The correction of each known answer as guessed from all the others."""
        return residuals - self.weights / self.inverse.diagonal()

    def doubt(self) -> "Floats":
        """The variance of each known answer as guessed from all the others."""
        return 1.0 / self.inverse.diagonal()


def krige(kernel: "Floats", residuals: "Floats", noise: float) -> Kriging:
    import numpy as np

    inverse = np.linalg.inv(kernel + noise * np.eye(len(kernel)))
    return Kriging(inverse @ residuals, inverse, noise)


def surprise(fit: Kriging, residuals: "Floats") -> float:
    """The mean negative log likelihood of each answer given the others; less is better."""
    import numpy as np

    gaps, doubt = residuals - fit.left_out(residuals), fit.doubt()
    return float(np.mean(0.5 * gaps**2 / doubt + 0.5 * np.log(doubt)))
