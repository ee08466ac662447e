"""How long one answer takes to mark, beside difflib comparing it with the model answer.

    python tests/bench/engine.py

The peer only says how alike two texts are; it finds no evidence and gives no reason.
"""

import statistics
import sys
import time
import tomllib
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

from course.judging.rubric import Rubric, load_case_rubric
from course.marking.engine import mark
from course.paths import ASSESSMENTS

ANSWERS = Path(__file__).parent.parent / "fixtures" / "answers"
ROUNDS = 40


def answers() -> list[tuple[Rubric, str]]:
    """Every written answer of the fixtures, brought to about 80 words."""
    case = load_case_rubric(ASSESSMENTS / "marsa-al-khail-contracting" / "rubric.toml")
    found = []
    for path in sorted(ANSWERS.glob("*.toml")):
        sheet = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [(case.question(sheet["question"]), a["text"]) for a in sheet["answer"]]
    return [(rubric, text) for rubric, text in found if 50 <= len(text.split()) <= 120]


def timed(work: Callable[[Rubric, str], object], pairs: list[tuple[Rubric, str]]) -> list[float]:
    """Milliseconds of processor time of each call; each text is new to every cache."""
    spent = []
    for round_ in range(ROUNDS):
        for rubric, text in pairs:
            fresh = f"{text}\nNote {round_}."
            start = time.process_time()
            work(rubric, fresh)
            spent.append(1000 * (time.process_time() - start))
    return spent


def main() -> int:
    pairs = answers()
    for rubric, text in pairs:
        mark(rubric, text)
    ours = timed(mark, pairs)
    peer = timed(lambda r, t: SequenceMatcher(None, r.model_answer.en, t).ratio(), pairs)
    words = statistics.median(len(text.split()) for _, text in pairs)
    criteria = statistics.median(len(rubric.criteria) for rubric, _ in pairs)
    print(f"answers={len(ours)} words={words:g} criteria={criteria:g}")
    print(f"median_ms={statistics.median(ours):.2f}")
    print(f"p95_ms={statistics.quantiles(ours, n=20)[-1]:.2f}")
    print(f"difflib_median_ms={statistics.median(peer):.2f}")
    print(f"ratio={statistics.median(peer) / statistics.median(ours):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
