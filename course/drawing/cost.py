"""Cost of quality in four parts, and what a cut in prevention does after a lag.

The parts are prevention, appraisal, internal and external failure (the P-A-F model, A. V.
Feigenbaum 1956). All amounts are in one currency and for one year.
"""

from dataclasses import dataclass

from course.reading.numbers import quantities

PARTS = ("prevention", "appraisal", "internal", "external")
QUARTERS = 8


@dataclass(frozen=True)
class Costs:
    """A year's sales and quality costs; a part that was not entered is None."""

    sales: float | None = None
    prevention: float | None = None
    appraisal: float | None = None
    internal: float | None = None
    external: float | None = None

    @property
    def total(self) -> float:
        return sum(getattr(self, part) or 0 for part in PARTS)

    @property
    def failure(self) -> float:
        return (self.internal or 0) + (self.external or 0)

    @property
    def failure_share(self) -> float:
        """Failure as a percentage of all quality costs; 0 where nothing was entered."""
        return 100 * self.failure / self.total if self.total else 0.0

    def of_sales(self, amount: float) -> float | None:
        """An amount as a percentage of sales; None without sales."""
        return 100 * amount / self.sales if self.sales else None

    def gaps(self) -> tuple[str, ...]:
        """What an honest account would ask about: parts not entered, or entered as nothing."""
        missing = [part for part in PARTS if getattr(self, part) is None]
        if self.external == 0:
            missing.append("no-external")
        if self.sales and self.total > self.sales:
            missing.append("more-than-sales")
        return tuple(missing if self.total else ())


def amount(text: str) -> float | None:
    """An amount as people type it: `1.86m`, `AED 1,860,000`, in Arabic too; None without one."""
    found = quantities(text)
    return found[0].value if found and found[0].value >= 0 else None


def break_even(costs: Costs, cut: float) -> float | None:
    """By how many per cent failure may rise before a cut of this size is lost again."""
    return 100 * cut / costs.failure if costs.failure else None


def saved(cut: float, follows: float, lag: int, quarters: int = QUARTERS) -> list[float]:
    """What a yearly cut has saved by the end of each quarter.

    Each dirham cut brings `follows` dirhams of failure a year, beginning `lag` quarters later:
    an assumption of whoever asks, no forecast.
    """
    so_far, path = 0.0, []
    for quarter in range(1, quarters + 1):
        so_far += cut / 4 - (cut * follows / 4 if quarter > lag else 0)
        path.append(so_far)
    return path
