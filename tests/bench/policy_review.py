"""How long a review of a 120 word policy takes, beside a plain keyword scan of the same text."""

import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from course.judging.policy import review_policy

TEXT = """
Najm Valve repairs wellhead valves in Mussafah for operators who cannot wait for a new one.
Our plan is to become the first workshop that operators call in the Gulf for urgent repairs.
We work to the approved drawing, the purchase order and the regulations for pressure equipment.
A fitter who cannot reach the torque on the sheet stops and calls the workshop engineer.
Every year we set targets for repairs right first time and turnaround, reviewed each month.
We continually improve our quality management system: each month one action is checked.
Team leaders explain this policy in the first week and ask what it means for the job.
It is attached to our quotations. Issue 3, 14 January 2026, signed by the Managing Director.
"""
# The peer is the cheapest thing that looks like a review: is each word of the clause there?
KEYWORDS = re.compile(
    r"purpose|context|strateg|framework|objective|requirement|customer|statutory|regulatory|law"
    r"|continual|improve|quality management system|communicat|understood|appl|available|interested"
    r"|date|version|approved|zero defect|always|100 ?%|exceed|world-class|safety|environment"
).pattern


def keyword_scan(text: str) -> dict[str, list[str]]:
    return {word: re.findall(rf"\b{word}\w*", text, re.IGNORECASE) for word in KEYWORDS.split("|")}


def median_ms(act: Callable[[str], object], runs: int = 60) -> float:
    times = []
    for run in range(runs + 5):
        text = f"{TEXT}{run}"  # never the same text twice, so that nothing is remembered
        start = time.perf_counter()
        act(text)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times[5:])


def main() -> None:
    ours, peer = median_ms(review_policy), median_ms(keyword_scan)
    double = median_ms(lambda text: review_policy(text + TEXT), runs=30)
    print(f"words={len(TEXT.split())}")
    print(f"review_median_ms={ours:.2f}")
    print(f"review_double_length_median_ms={double:.2f}")
    print(f"keyword_scan_median_ms={peer:.3f}")
    print(f"ratio_to_keyword_scan={ours / peer:.1f}")


if __name__ == "__main__":
    main()
