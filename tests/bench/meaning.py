"""How long an answer takes to be marked by all views, beside the patterns alone.

    python tests/bench/meaning.py

One answer of 110 words to the question with the most criteria, encoder warm: for the first time,
and again, when its sentences are known.
"""

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

CASE, QUESTION = "marsa-al-khail-contracting", "the-decision"
WORDS, TIMES = 110, 15


def main() -> None:
    from course.marking import mark
    from course.marking.taught import Ear
    from course.reading import Meanings, encoder
    from course.trainer.build import rubric_of
    from course.trainer.teaching import read_taught

    rubric = rubric_of(CASE).question(QUESTION)
    taught = read_taught(CASE, rubric)
    assert taught, "run course teach first"
    words = [word for e in rubric.exemplars for word in e.text.split()]
    texts = [" ".join((words * 3)[turn : turn + WORDS]) for turn in range(TIMES)]
    begun = time.perf_counter()
    mark(rubric, "The bonus ends.", ear=Ear(taught, Meanings(encoder())))
    print(f"encoder_start_s={time.perf_counter() - begun:.2f}")
    first, again, plain = [], [], []
    for text in texts:
        ear = Ear(taught, Meanings(encoder()))
        ear.hear("Warm.")
        for times, more in ((first, {"ear": ear}), (again, {"ear": ear}), (plain, {})):
            begun = time.perf_counter()
            mark(rubric, text, **more)
            times.append(1000 * (time.perf_counter() - begun))
    for name, times in (("first", first), ("again", again), ("patterns", plain)):
        print(f"{name}_ms={statistics.median(times):.1f}")
    print(f"ratio_again={statistics.median(again) / statistics.median(plain):.1f}")


if __name__ == "__main__":
    main()
