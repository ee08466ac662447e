"""Makes noor-coast-hotels.csv: two years of guest answers at four hotels.

Run `python assessments/customer-first/generate.py` to write it anew.
"""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from tables import apportion, noise, table

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "data" / "lessons" / "customer-first" / "noor-coast-hotels.csv"
SEED = 20260912
COLUMNS = ("hotel", "month", "answers", "score_sum", "complaints", "closed_24h", "reopened_30d")
# Hotel: (answers, mean score) of 2024 and of 2025. Every hotel falls by two points; the answers
# move to the best of them, and so the group rises.
PLANTED = {
    "marina": ((900, 91), (2600, 89)),
    "creek": ((1400, 84), (1300, 82)),
    "airport": ((1900, 76), (700, 74)),
    "deira": ((1100, 80), (650, 78)),
}
# Complaints of a year: of these 96 in 100 are closed within a day, and 31 opened again.
COMPLAINTS = {
    "marina": (400, 420),
    "creek": (500, 560),
    "airport": (900, 1100),
    "deira": (600, 720),
}
CLOSED, REOPENED = 0.96, 0.31


def make() -> str:
    """The whole table as text."""
    rng, rows = random.Random(SEED), []
    for hotel, years in PLANTED.items():
        for year, (answers, mean), complaints in zip(
            (2024, 2025), years, COMPLAINTS[hotel], strict=True
        ):
            asked = apportion(answers, [noise(rng, 0.2) for _ in range(12)])
            scores = apportion(answers * mean, [n * noise(rng, 0.02) for n in asked])
            heard = apportion(complaints, [noise(rng, 0.2) for _ in range(12)])
            closed = apportion(round(CLOSED * complaints), heard)
            again = apportion(round(REOPENED * complaints), [n * noise(rng, 0.1) for n in heard])
            rows += [
                (hotel, f"{year}-{month:02d}", *counts)
                for month, counts in enumerate(
                    zip(asked, scores, heard, closed, again, strict=True), 1
                )
            ]
    return table(COLUMNS, rows)


if __name__ == "__main__":
    TARGET.write_text(make(), encoding="utf-8", newline="\n")
