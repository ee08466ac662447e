"""Makes barakah-facilities.csv: planned visits cut in some towers, and what repairs cost later.

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
WEEKS = [f"2025-W{n:02d}" for n in range(1, 36)]
# Visits are cut after week 20. Eight weeks later repairs follow, in the hottest weeks of the year:
# heat alone would explain it, had not last year been as hot, and other towers as well.
SPRING, JUNE, AUGUST = 20, 8, 7
# For each of the three: what is planted a week. The towers whose visits were cut come first.
PLANTED = {
    "visits_planned": (400, 400, 400),
    "visits_done": (372, 284, 284),  # 93 %, then 71 %
    "repairs_aed": (300_000, 315_000, 411_000),
    "repairs_year_before_aed": (292_000, 306_600, 318_280),
    "calls": (300, 309, 378),
    "attended_2h": (288, 296.625, 363),  # 96 % throughout
    "repeats_30d": (37.5, 39, 83),  # one call in eight, then more than one in five
    "other_visits_planned": (260, 260, 260),
    "other_visits_done": (239, 239, 239),  # 92 % throughout
    "other_repairs_aed": (190_000, 198_000, 205_200),
    "other_calls": (200, 204, 212),
    "other_repeats_30d": (24, 25, 26),
}
SPREAD = {"visits_done": 0.03, "other_visits_done": 0.03, "repairs_aed": 0.06, "calls": 0.05}
EVEN = {"visits_planned", "other_visits_planned"}
OF_CALLS = {"attended_2h": 0.015, "repeats_30d": 0.08}  # each week's, within its calls
WARMER = 0.06  # from the first week of June to the last, and again in July and August


def make() -> str:
    """The whole table as text."""
    rng = random.Random(SEED)
    made: dict[str, list[int]] = {}
    for name, a_week in PLANTED.items():
        made[name] = _weeks(rng, name, a_week, made.get("calls", []))
    rows = list(zip(WEEKS, *made.values(), strict=True))
    return table(("week", *made), rows)


def _weeks(rng: random.Random, name: str, a_week: tuple[float, ...], calls: list[int]) -> list[int]:
    """Uneven weeks that add up to what is planted in each of the three."""
    weeks: list[int] = []
    for many, each in zip((SPRING, JUNE, AUGUST), a_week, strict=True):
        weights = [_weight(rng, name, i / many if many < SPRING else 0.5) for i in range(many)]
        if name in OF_CALLS:
            weights = [w * calls[len(weeks) + i] for i, w in enumerate(weights)]
        weeks += apportion(round(many * each), weights)
    return weeks


def _weight(rng: random.Random, name: str, how_far: float) -> float:
    if name in EVEN:
        return 1
    heat = WARMER * (how_far - 0.5) if "repairs" in name else 0
    return noise(rng, OF_CALLS.get(name, SPREAD.get(name, 0.045))) + heat


if __name__ == "__main__":
    TARGET.write_text(make(), encoding="utf-8", newline="\n")
