"""Makes hafeet-oasis.csv: reports that rise with no more harm, and lists that two people count.

Run `python assessments/lead-do-not-delegate/generate.py` to write it anew.
"""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from tables import apportion, noise, table

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "data" / "lessons" / "lead-do-not-delegate" / "hafeet-oasis.csv"
SEED = 20260913
COLUMNS = ("week", "bed_days", "reports", "with_harm", "lists", "right_pharmacist", "right_doctor")
WEEKS = [f"2026-W{n}" for n in range(18, 38)]
CHANGE = 10  # from week 28 a report takes three minutes and is answered
# 160 beds, nearly 86 % in use: before and after the change, ten weeks each.
BED_DAYS = 19_200
REPORTS, HARM = (173, 375), (44, 42)  # 1.8 and 3.9 reports for each 100 bed days
LEARNT = (0.6, 0.75, 0.9, *[1.0] * 7)  # word of the new form gets round in three weeks
LISTS = 60  # drawn by lot each week; right: 83 and 92 of a hundred, whoever counts
RIGHT = (498, 552)


def make() -> str:
    """The whole table as text."""
    rng = random.Random(SEED)
    beds = _spread(rng, BED_DAYS, len(WEEKS), 0.03)
    reports = _spread(rng, REPORTS[0], CHANGE, 0.15) + apportion(
        REPORTS[1], [share * noise(rng, 0.12) for share in LEARNT]
    )
    harm = _spread(rng, HARM[0], CHANGE, 0.3) + _spread(rng, HARM[1], CHANGE, 0.3)
    first = _spread(rng, RIGHT[0], CHANGE, 0.05) + _spread(rng, RIGHT[1], CHANGE, 0.03)
    second = [count + _apart(rng) for count in first]
    lists = [LISTS] * len(WEEKS)
    rows = list(zip(WEEKS, beds, reports, harm, lists, first, second, strict=True))
    return table(COLUMNS, rows)


def _spread(rng: random.Random, total: int, weeks: int, spread: float) -> list[int]:
    return apportion(total, [noise(rng, spread) for _ in range(weeks)])


def _apart(rng: random.Random) -> int:
    """By how many lists the second count differs: one, seldom, and to either side."""
    drawn = rng.random()
    return (drawn > 0.8) - (drawn < 0.2)


if __name__ == "__main__":
    TARGET.write_text(make(), encoding="utf-8", newline="\n")
