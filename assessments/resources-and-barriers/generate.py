"""Makes barakah-facilities.csv: planned maintenance cut, and what repairs cost later.

Run `python assessments/resources-and-barriers/generate.py` to write it anew.
"""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from tables import apportion, noise, table

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "data" / "lessons" / "resources-and-barriers" / "barakah-facilities.csv"
SEED = 20260818
COLUMNS = ("week", "ppm_planned", "ppm_done", "reactive_aed", "tickets", "repeat_in_30_days")
WEEKS = [f"2025-W{n:02d}" for n in range(1, 53)]
CUT, LAG = 20, 8  # the budget is cut after week 20; repairs follow eight weeks later
# Planned visits done of all planned, before and after the cut; repairs in dirhams a week,
# before and after the lag: 37 % more. Repeats: 22 % of all tickets over the year.
PLANNED = (400, 400)
DONE = (7440, 9088)  # 93 % of 8,000 in twenty weeks, 71 % of 12,800 in thirty-two
REACTIVE = (300_000, 411_000)
TICKETS, REPEATS = 15_600, 3_432


def make() -> str:
    """The whole table as text."""
    rng = random.Random(SEED)
    after = len(WEEKS) - CUT
    done = _spread(rng, DONE[0], CUT, 0.02) + _spread(rng, DONE[1], after, 0.03)
    quiet, loud = CUT + LAG, len(WEEKS) - CUT - LAG
    cost = _spread(rng, REACTIVE[0] * quiet, quiet, 0.07)
    cost += _spread(rng, REACTIVE[1] * loud, loud, 0.07)
    tickets = _spread(rng, TICKETS, len(WEEKS), 0.06)
    repeats = apportion(REPEATS, [n * noise(rng, 0.1) for n in tickets])
    planned = [PLANNED[0]] * len(WEEKS)
    rows = list(zip(WEEKS, planned, done, cost, tickets, repeats, strict=True))
    return table(COLUMNS, rows)


def _spread(rng: random.Random, total: int, weeks: int, spread: float) -> list[int]:
    return apportion(total, [noise(rng, spread) for _ in range(weeks)])


if __name__ == "__main__":
    TARGET.write_text(make(), encoding="utf-8", newline="\n")
