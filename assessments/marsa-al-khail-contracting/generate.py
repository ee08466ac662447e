"""Makes site-figures.csv: 9 projects, 24 months, planted truth.

Run `python assessments/marsa-al-khail-contracting/generate.py` to write it anew.
"""

import random
import sys
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))
from tables import apportion, noise, table

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "data" / "cases" / "marsa-al-khail-contracting" / "site-figures.csv"
SEED = 20261029
MONTHS = [f"{2024 + (9 + i) // 12}-{(9 + i) % 12 + 1:02d}" for i in range(24)]
COLUMNS = (
    "month", "project", "ncr_raised", "ncr_closed_days", "inspections", "first_inspection_passed",
    "first_inspection_pass_pct", "rework_aed", "contract_value_aed", "snags", "units_handed_over",
    "snags_per_unit", "handover_delay_days",
)  # fmt: skip


class Year(NamedTuple):
    """A project's planted totals of one year; money in thousand AED, days as averages."""

    ncr: int
    closed_days: int
    inspections: int
    passed: int
    rework: int
    value: int
    snags: int
    units: int
    delay: int


# Rework gathers at hudhud-school and ghaf-court. sahel-cold-store has neither the bonus nor
# the company's inspectors, and none of the second year's changes.
PLANTED = {
    "hudhud-school": (
        Year(162, 20, 842, 763, 1145, 92_400, 780, 52, 26),
        Year(84, 8, 703, 543, 4870, 94_600, 1720, 50, 52),
    ),
    "samar-school": (
        Year(128, 18, 690, 631, 770, 71_800, 607, 44, 18),
        Year(78, 8, 592, 505, 1098, 70_400, 844, 42, 26),
    ),
    "ghaf-court": (
        Year(171, 21, 861, 778, 1088, 88_100, 992, 62, 29),
        Year(83, 7, 712, 545, 4915, 90_200, 2148, 60, 57),
    ),
    "sidr-lane": (
        Year(139, 19, 705, 640, 842, 74_600, 899, 58, 22),
        Year(84, 8, 611, 514, 1352, 76_100, 1204, 56, 31),
    ),
    "safsaf-row": (
        Year(126, 19, 641, 582, 735, 66_900, 799, 54, 20),
        Year(77, 9, 556, 472, 1150, 68_300, 1082, 52, 28),
    ),
    "qalam-house": (
        Year(121, 17, 655, 599, 716, 69_300, 496, 40, 19),
        Year(72, 7, 566, 490, 985, 67_500, 694, 39, 25),
    ),
    "diwan-nine": (
        Year(117, 18, 604, 552, 640, 63_700, 460, 38, 17),
        Year(71, 8, 529, 462, 964, 65_800, 636, 37, 23),
    ),
    "depot-k12": (
        Year(105, 16, 462, 424, 441, 51_200, 318, 30, 14),
        Year(66, 8, 409, 362, 641, 48_600, 401, 28, 18),
    ),
    "sahel-cold-store": (
        Year(118, 18, 552, 502, 619, 59_300, 417, 34, 24),
        Year(121, 18, 560, 507, 646, 60_300, 425, 34, 25),
    ),
}
# Site work slows in the hot months; what was not written down comes back over the next months.
SEASON = (1.06, 1.08, 1.05, 1.04, 1.03, 0.97, 1.04, 1.02, 0.95, 0.90, 0.89, 0.97)
LATER = (0.58, 0.66, 0.76, 0.88, 0.97, 1.02, 1.06, 1.10, 1.16, 1.21, 1.27, 1.33)
SETTLING = (1.22, 1.14, 1.06, 1.02, 1.0, 0.98, 0.96, 0.95, 0.94, 0.92, 0.91, 0.90)
FLAT = (1.0,) * 12


def year_of(rng: random.Random, plan: Year, after: bool) -> list[tuple[object, ...]]:
    """Twelve rows of one project, without month and name."""
    later, settling = (LATER, SETTLING) if after else (FLAT, FLAT)

    def spread(total: int, *shapes: object, by: float) -> list[int]:
        weights = [noise(rng, by) for _ in range(12)]
        for shape in shapes:
            weights = [w * s for w, s in zip(weights, shape, strict=True)]
        return apportion(total, weights)

    value = spread(plan.value * 1000 + int(rng.random() * 900) - 450, SEASON, by=0.14)
    rework = spread(plan.rework * 1000 + int(rng.random() * 900) - 450, value, later, by=0.34)
    ncr = spread(plan.ncr, SEASON, settling, by=0.30)
    inspections = spread(plan.inspections, SEASON, by=0.14)
    failed = spread(plan.inspections - plan.passed, inspections, later, by=0.30)
    units = spread(plan.units, by=0.95)
    snags = spread(plan.snags, units, later, by=0.22)
    rows = []
    for i in range(12):
        passed = inspections[i] - failed[i]
        rows.append((
            ncr[i], round(plan.closed_days * noise(rng, 0.25), 1), inspections[i], passed,
            round(100 * passed / inspections[i], 1), rework[i], value[i], snags[i], units[i],
            round(snags[i] / units[i], 1) if units[i] else "",
            round(plan.delay * later[i] ** 0.5 * noise(rng, 0.15)),
        ))  # fmt: skip
    return rows


def make() -> str:
    """The whole table as text."""
    rng, rows = random.Random(SEED), []
    for project, (before, after) in PLANTED.items():
        both = year_of(rng, before, after=False)
        both += year_of(rng, after, after=project != "sahel-cold-store")
        rows += [(month, project, *row) for month, row in zip(MONTHS, both, strict=True)]
    return table(COLUMNS, sorted(rows, key=lambda row: row[0]))


if __name__ == "__main__":
    TARGET.write_text(make(), encoding="utf-8", newline="\n")
