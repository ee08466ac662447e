"""Makes gulf-meridian-logistics.csv: a survey of 620 by site and language.

Run `python assessments/draft-the-quality-policy/generate.py` to write it anew.
"""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from tables import apportion, noise, table

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "data" / "lessons" / "draft-the-quality-policy" / "gulf-meridian-logistics.csv"
SEED = 20260614
COLUMNS = ("site", "language", "asked", "seen_policy", "can_explain")
# Sites, and the share of the people asked who work there.
SITES = {
    "container-freight": 0.27,
    "contract-warehouse": 0.24,
    "cold-chain": 0.19,
    "e-commerce": 0.18,
    "transport-yard": 0.12,
}
# Language: asked, have seen the policy, can explain what it changes in their job.
PLANTED = {
    "english": (100, 97, 61),
    "urdu": (122, 112, 34),
    "hindi": (138, 127, 42),
    "malayalam": (96, 87, 28),
    "nepali": (104, 92, 23),
    "arabic": (60, 55, 23),
}


def make() -> str:
    """The whole table as text."""
    rng, rows = random.Random(SEED), []
    for language, (asked, seen, explain) in PLANTED.items():
        people = apportion(asked, [share * noise(rng, 0.2) for share in SITES.values()])
        unseen = apportion(asked - seen, [n * noise(rng, 0.3) for n in people])
        explained = apportion(explain, [n * noise(rng, 0.2) for n in people])
        counts = zip(SITES, people, unseen, explained, strict=True)
        rows += [(site, language, n, n - miss, told) for site, n, miss, told in counts]
    return table(COLUMNS, rows)


if __name__ == "__main__":
    TARGET.write_text(make(), encoding="utf-8", newline="\n")
