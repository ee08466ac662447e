"""How long the worst answer that anybody can hand in takes: marked, and shown to the trainer.

    python tests/bench/hostile.py [--texts N] [--letters N] [--seed N]

Each text is of one kind or a mixture and answers one of the case's written questions in turn.
The kinds aim at what reads a text: words without an end, runs that nearly match, every word
known, every sentence denied. A text as handed in (100,000 characters) is longer than the engine
reads, so its beginning, the longest text that is read, is marked as well; `worst_s` is of both.
"""

import argparse
import functools
import itertools
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator

from course.content import Case, load_case
from course.judging.answer import Answer
from course.judging.rubric import CaseRubric
from course.judging.unread import LONGEST
from course.learner.answers import SCHEMA, AnswerSheet
from course.reading.lexicon import load_lexicon
from course.trainer.build import rubric_of
from course.trainer.notebook import marked_notebook, notebook_bytes
from course.trainer.sheet import mark_sheet

CASE = "marsa-al-khail-contracting"
LETTERS = 100_000
TEXTS = 60
SIGNS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640"  # Arabic vowel marks
POOLS = (
    "abcdefghijklmnopqrstuvwxyz", "aeiouy", "ABCXYZ", "0123456789", "٠١٢٣٤٥٦٧٨٩",
    " ", "  \n", "\t\u00a0\u2003", ".", ",", ".,;:!?", "-–—/", "'’\"“”«»()", "%٪", "•▪●*",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", SIGNS,
    "\u200b\u200c\u200d\u00ad\u2060\ufeff",  # nothing to see
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2069",  # turns the direction
    "\u0300\u0301\u0489", "🙂🧱👷\U0001f3fd\u200d\ufe0f🇦🇪", "ﷺﷲﬁ①½", "я漢かé",
    "<>&{}[]|\\^$#@~`_=+",
)  # fmt: skip
PHRASES = tuple(
    phrase
    for line in """
    not |no |never |without |nobody |it is not true that |there is no need |I will not |won't
    I refuse, |i i |i do not agree |he wants to |they asked me to |we should |if would |would
    if I would |if |even if |is not needed |unnecessary |instead of |rather than |shall never
    لا |لن |ليس صحيحا |لو |يطلب ان |خلال x|من 1|إصدار|إعادة |و|by the end of |from to |from |a
    within ten |in the next |every |per |head of |1 May |2026-01 |q1 |AED |AED 1 |1 % |2.6 % |I
    1,1|1 1|1.1.|1/1/|111 |1-|9001: |clause 5.1 2015 |edition (|I will |I'll |more than |half
    from a to |will not |will |the |of the |and, |but |1.|1\n|don't n't |'s 's |a.b|a'b|x/y-z
    """.strip().splitlines()
    for phrase in line.strip().split("|")
)

Maker = Callable[[random.Random, int], str]


def _filled(unit: str, letters: int) -> str:
    return (unit * (letters // max(1, len(unit)) + 1))[:letters]


def one_word(chance: random.Random, letters: int) -> str:
    unit = chance.choice(["aed", "x", "y", "الله", "bonus", "1", "ي", "aZ"])
    return _filled(unit, letters)


def giant_words(chance: random.Random, letters: int) -> str:
    size = chance.choice([16, 60, 200, 2_000, 20_000])
    words = ("".join(chance.choices(chance.choice(POOLS[:3]), k=size)) for _ in itertools.count())
    return _joined(words, " ", letters)


def unknown_words(chance: random.Random, letters: int) -> str:
    words = ("".join(chance.choices(POOLS[0], k=chance.randint(5, 14))) for _ in itertools.count())
    return _joined(words, " ", letters)


def misspelt(chance: random.Random, letters: int) -> str:
    """Known words with the letters behind the first in another order."""
    known = [word for word in _known() if len(word) > 4 and " " not in word]

    def wrong() -> str:
        word = chance.choice(known)
        return word[0] + "".join(chance.sample(word[1:], len(word) - 1))

    return _joined((wrong() for _ in itertools.count()), " ", letters)


def known_words(chance: random.Random, letters: int) -> str:
    between = chance.choice([" ", ", ", ". ", "\n", "-", " not ", " 2.6 % "])
    few = chance.sample(_known(), chance.choice([1, 3, 40, 400]))
    return _joined((chance.choice(few) for _ in itertools.count()), between, letters)


def one_phrase(chance: random.Random, letters: int) -> str:
    return _filled(chance.choice(PHRASES), letters)


def phrases(chance: random.Random, letters: int) -> str:
    few = chance.sample(PHRASES, chance.choice([2, 3, 5, 20]))
    return _joined((chance.choice(few) for _ in itertools.count()), "", letters)


def one_unit(chance: random.Random, letters: int) -> str:
    """Some characters, again and again: what makes an expression go back and try once more."""
    return _filled(_some(chance, chance.randint(1, 9)), letters)


def few_characters(chance: random.Random, letters: int) -> str:
    return "".join(chance.choices(_some(chance, chance.randint(2, 6)), k=letters))


def nested(chance: random.Random, letters: int) -> str:
    opening, closing = chance.choice(["“”", "()", "«»", "''", '""', "[]"])
    half = letters // 2
    return _filled(opening + chance.choice(["", " ", "a "]), half) + _filled(closing, half)


def rows(chance: random.Random, letters: int) -> str:
    """A long row of one sign, then something else, so that nothing ends where it seems to."""
    signs = [chance.choice(chance.choice(POOLS)) for _ in range(3)]
    lengths = [chance.choice([1, 10, 1_000, 50_000]) for _ in signs]
    return _filled("".join(s * n for s, n in zip(signs, lengths, strict=True)), letters)


def story(chance: random.Random, letters: int) -> str:
    text = " ".join(s.text[chance.choice(["en", "ar"])] for s in load_case(CASE).story)
    words = text.split()
    if chance.random() < 0.5:
        chance.shuffle(words)
    return _filled(" ".join(words) + chance.choice([" ", "\n"]), letters)


def marked_arabic(chance: random.Random, letters: int) -> str:
    words = [word for section in load_case(CASE).story for word in section.text.ar.split()]

    def signed() -> str:
        return "".join(letter + chance.choice(["", *SIGNS]) for letter in chance.choice(words))

    return _joined((signed() for _ in itertools.count()), " ", letters)


def good_answers(chance: random.Random, letters: int) -> str:
    """What the rubric calls good, over and over, its words in their order or in none."""
    good = _exemplars()
    text = " ".join(chance.sample(good, chance.randint(1, len(good))))
    words = text.split()
    if chance.random() < 0.5:
        chance.shuffle(words)
    return _filled(" ".join(words) + " ", letters)


KINDS: tuple[Maker, ...] = (
    one_word, giant_words, unknown_words, misspelt, known_words, one_phrase, phrases, one_unit,
    few_characters, nested, rows, story, marked_arabic, good_answers,
)  # fmt: skip


def mixture(chance: random.Random, letters: int) -> str:
    """Pieces of several kinds one after the other, or sprinkled with a third."""
    count = chance.randint(2, 12)
    pieces = [chance.choice(KINDS)(chance, letters // count + 1) for _ in range(count)]
    return chance.choice(["", " ", ". ", "\n"]).join(pieces)[:letters]


def texts(count: int, letters: int, seed: int) -> Iterator[tuple[str, str]]:
    """Kinds in turn, each with its name; every third is a mixture."""
    chance = random.Random(seed)
    for number in range(count):
        maker = mixture if number % 3 == 2 else KINDS[(number - number // 3) % len(KINDS)]
        yield maker.__name__, maker(chance, letters)


def _joined(words: Iterator[str], between: str, letters: int) -> str:
    taken, size = [], 0
    while size < letters:
        taken.append(next(words))
        size += len(taken[-1]) + len(between)
    return between.join(taken)[:letters]


def _some(chance: random.Random, count: int) -> str:
    return "".join(chance.choice(chance.choice(POOLS)) for _ in range(count))


@functools.cache
def _exemplars() -> list[str]:
    return [e.text for question in rubric_of(CASE).questions for e in question.exemplars]


@functools.cache
def _known() -> list[str]:
    concepts = [*load_lexicon().concept.values()]
    return sorted({term for concept in concepts for term in concept.terms})


def timed(case: Case, rubric: CaseRubric, question: str, text: str) -> float:
    """Seconds of processor time until the answer stands marked in the trainer's notebook."""
    sheet = AnswerSheet(schema=SCHEMA, case=CASE, answers={question: Answer(text=text)})
    start = time.process_time()
    marked = mark_sheet(case, rubric, sheet)
    notebook_bytes(marked_notebook(case, rubric, marked, "someone"))
    return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--texts", type=int, default=TEXTS)
    parser.add_argument("--letters", type=int, default=LETTERS)
    parser.add_argument("--seed", type=int, default=9001)
    asked = parser.parse_args()
    case, rubric = load_case(CASE), rubric_of(CASE)
    written = itertools.cycle([q.key for q in case.questions if q.kind != "figure"])
    for question in rubric.questions:
        timed(case, rubric, question.key, "Made ready.")
    spent: list[tuple[float, str, str]] = []
    for kind, text in texts(asked.texts, asked.letters, asked.seed):
        question = next(written)
        both = [timed(case, rubric, question, part) for part in (text, text[:LONGEST])]
        spent.append((max(both), kind, question))
    seconds = [each for each, _, _ in spent]
    worst, kind, question = max(spent)
    print(f"n={len(spent)} characters={asked.letters} characters_read={LONGEST}")
    print(f"worst_s={worst:.3f} of={kind} question={question}")
    print(f"p99_s={statistics.quantiles(seconds, n=100)[-1]:.3f}")
    print(f"median_s={statistics.median(seconds):.3f}")
    print(f"peak_mb={resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
