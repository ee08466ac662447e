"""Answers of a few kinds, in words no pattern knows, and an encoder that tells the kinds apart."""

import numpy as np

from course.judging import Rubric
from course.marking import mark, teaching

RUBRIC = Rubric.from_dict(
    {
        "key": "decision",
        "kind": "prose",
        "stance": "decision",
        "question": "What happens to the bonus?",
        "criterion": [
            {
                "key": "ends-it",
                "title": "Ends the bonus",
                "level": [
                    {"points": 1, "looks_like": "Doubts it."},
                    {"points": 2, "looks_like": "Ends it.", "requires": ["ends"], "asks": 1},
                ],
                "evidence": [{"key": "ends", "any_of": ["stop & 'bonus'"]}],
            }
        ],
    }
)
KINDS = {  # what is said, in words no pattern knows, and the level it should reach
    "Nobody is paid for silence from tomorrow": 2,
    "That scheme goes into the shredder": 2,
    "The cheque for keeping quiet is history": 2,
    "I have my doubts about what we pay for": 1,
    "One may wonder whether the money helps": 1,
    "We train everybody again and print posters": 0,
    "The scheme stays and gets a bigger prize": 0,
    "Everything is going well on our sites": 0,
}
FILLER = ["The lift is red", "It rained on Tuesday", "The canteen serves rice", "We met at nine"]


class Toy:
    """An encoder in which a sentence lies near its own kind, whoever says it."""

    name = "toy"

    def encode(self, texts):
        vectors = []
        for text in texts:
            words = text.split(" (")[0]
            vector = np.full(16, 0.01, np.float32)
            named = [*KINDS, *FILLER]
            vector[named.index(words) if words in named else 15] = 1.0
            vectors.append(vector / np.linalg.norm(vector))
        return np.array(vectors)


def example(number, said, **more):
    first, last = FILLER[number % 4], FILLER[(number + 1) % 4]
    text = f"{first}. {said} ({number}). {last}."
    level = float(KINDS[said])
    carries = {"ends-it": {1: 1.0}}
    return teaching.Example(
        key=f"{number:03}",
        writer=f"writer-{number % 9}",
        text=text,
        found=mark(RUBRIC, text),
        levels={"ends-it": level},
        said=carries if level else {},
        against=carries if "stays" in said else {},
        **more,
    )


EXAMPLES = [example(number, said) for number in range(5) for said in KINDS]
EXAMPLES = [
    teaching.Example(**{**vars(one), "key": f"{n:03}", "writer": f"w{n % 11}"})
    for n, one in enumerate(EXAMPLES)
]
