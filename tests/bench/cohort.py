"""How long a large class takes to mark, group and check for twins, beside marking it alone.

python tests/bench/cohort.py
"""

import random
import resource
import sys
import time
import tomllib
from pathlib import Path

from course.judging.rubric import load_case_rubric
from course.marking.cohort import mark_many
from course.marking.engine import mark
from course.paths import ASSESSMENTS
from course.reading.layout import sentences

ANSWERS = Path(__file__).parent.parent / "fixtures" / "answers"
CLASS = 10_000


def texts() -> list[str]:
    """Answers put together from the sentences of the fixtures, five or six each."""
    parts = []
    for path in sorted(ANSWERS.rglob("*.toml")):
        for answer in tomllib.loads(path.read_text(encoding="utf-8"))["answer"]:
            parts += [answer["text"][a:b] for a, b in sentences(answer["text"])]
    chance = random.Random(9001)
    return [" ".join(chance.sample(parts, chance.choice((5, 6)))) for _ in range(CLASS)]


def main() -> int:
    case = load_case_rubric(ASSESSMENTS / "marsa-al-khail-contracting" / "rubric.toml")
    rubric, written = case.question("the-decision"), texts()
    start = time.process_time()
    cohort = mark_many(rubric, written)
    ours = time.process_time() - start
    start = time.process_time()
    for text in written:
        mark(rubric, text)
    alone = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    words = sum(len(text.split()) for text in written) / CLASS
    print(
        f"answers={CLASS} words={words:.0f} twins={len(cohort.twins)} groups={len(cohort.groups)}"
    )
    print(f"seconds={ours:.1f}")
    print(f"peak_mb={peak:.0f}")
    print(f"marking_alone_seconds={alone:.1f}")
    print(f"ratio={ours / alone:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
