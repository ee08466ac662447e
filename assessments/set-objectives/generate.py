"""Makes khalidiyah-extrusions.csv: two years of orders, re-dated and reworked.

Run `python assessments/set-objectives/generate.py` to write it anew.
"""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from tables import apportion, noise, table

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "data" / "lessons" / "set-objectives" / "khalidiyah-extrusions.csv"
SEED = 20260715
COLUMNS = (
    "month", "shipped", "on_current_date", "on_original_date", "dates_moved",
    "moved_last_3_days", "rework_h", "finishing_h",
)  # fmt: skip
MONTHS = [f"{2024 + (9 + i) // 12}-{(9 + i) % 12 + 1:02d}" for i in range(24)]
# Totals of the first and the second twelve months. Rework falls by 30 %: in month 13 one of its
# benches was renamed "finishing", and the hours moved with it.
PLANTED = {
    "shipped": (3000, 3000),
    "late_on_current": (120, 120),
    "on_original_date": (2220, 2040),
    "dates_moved": (760, 930),
    "moved_last_3_days": (505, 660),
    "rework_h": (9000, 6300),
    "finishing_h": (4000, 6900),
}
SPREAD = {"shipped": 0.12, "late_on_current": 0.18, "on_original_date": 0.07}


def make() -> str:
    """The whole table as text."""
    rng = random.Random(SEED)
    made = {name: _spread(rng, totals, SPREAD.get(name, 0.1)) for name, totals in PLANTED.items()}
    rows = []
    for i, month in enumerate(MONTHS):
        now = {name: values[i] for name, values in made.items()}
        current = now["shipped"] - now["late_on_current"]
        original = min(now["on_original_date"], current)
        rows.append(
            (month, now["shipped"], current, original, now["dates_moved"],
             now["moved_last_3_days"], now["rework_h"], now["finishing_h"])
        )  # fmt: skip
    return table(COLUMNS, rows)


def _spread(rng: random.Random, totals: tuple[int, int], spread: float) -> list[int]:
    """Twelve months a total, uneven and adding up to it exactly."""
    return [
        n for total in totals for n in apportion(total, [noise(rng, spread) for _ in range(12)])
    ]


if __name__ == "__main__":
    TARGET.write_text(make(), encoding="utf-8", newline="\n")
