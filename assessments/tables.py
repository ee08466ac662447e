"""What both generators share: apportioning a planted total, and writing the table."""

import csv
import io
import random
from collections.abc import Sequence


def noise(rng: random.Random, spread: float) -> float:
    """A factor around 1, from `random()` alone: the one method Python keeps stable."""
    return 1 + spread * (rng.random() + rng.random() - 1)


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """Whole parts in proportion to the weights that add up to `total` exactly."""
    scale = total / sum(weights)
    parts = [int(weight * scale) for weight in weights]
    order = sorted(range(len(parts)), key=lambda i: (parts[i] - weights[i] * scale, i))
    for i in order[: total - sum(parts)]:
        parts[i] += 1
    return parts


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """The CSV as text, one line ending on every system."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return page.getvalue()
