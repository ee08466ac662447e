"""How an answer is written, apart from what it is about: does anybody in it say or do a thing?

Nouns joined by small words, themes without a decision, questions only, the story told again: such
texts hold every word that a rubric asks for. They are told by their manner, which examples teach.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from course.marking.folds import folds
from course.marking.heads import direction
from course.marking.packing import packed, unpacked
from course.reading import function_words, is_arabic, tokenise, windows, word_set

if TYPE_CHECKING:
    from course.marking.kriging import Floats

SHORT = 8  # words below which a sentence is one breath
WIDE = 3.0  # spreads from the mean at which a trait is as far as it goes
NARROW = 0.5  # how fast two manners stop being alike
MEANING = 2.0  # how much what is meant counts beside how it is written
PENALTY = 1.0
HARM = 0.01  # the share of good answers that may be taken for hollow ones
GOOD = 0.5  # of the points, from which an answer is a good one


class Manner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What tells hollow texts from answers: those learned by, and how much each pulls.

    `rows` (texts, traits) and `pulls` (texts,) are for the traits, `line` (dimensions,) for the
    meaning; a text whose sum is over `bound` is hollow. `made_from` names what taught it.
    """

    encoder: str
    made_from: str
    means: tuple[float, ...]
    spreads: tuple[float, ...]
    rows: str
    pulls: str
    line: str
    bound: float

    def hollow(self, text: str, vectors: "Floats") -> bool:
        """Whether the text is like those that say nothing; `vectors` are those of its windows."""
        if not len(vectors):
            return False
        import numpy as np

        traits = _scaled(np.array([written(text)]), np.array(self.means), np.array(self.spreads))
        alike = _alike(traits, unpacked(self.rows))[0]
        meant = direction(vectors)
        return float(alike @ unpacked(self.pulls)[0] + meant @ unpacked(self.line)[0]) > self.bound


@dataclass(frozen=True)
class Sample:
    """A text to learn by: who wrote it, the vectors of its windows, and what it is.

    `share` of the points it deserves; None for a text that was written to fool.
    """

    writer: str
    text: str
    vectors: "Floats"
    share: float | None


def learn(samples: Sequence[Sample], encoder: str, made_from: str) -> Manner:
    """From answers and texts written to fool, so that hardly a good answer is taken for one."""
    import numpy as np

    held = [one for one in samples if len(one.vectors)]
    rows = np.array([written(one.text) for one in held])
    means, spreads = rows.mean(axis=0), np.maximum(rows.std(axis=0), 1e-6)
    rows = _scaled(rows, means, spreads)
    meant = np.array([direction(one.vectors) for one in held])
    alike = _alike(rows, rows) + MEANING * meant @ meant.T
    wanted = np.array([1.0 if one.share is None else 0.0 for one in held])
    left_out = np.zeros(len(held))
    for kept, out in folds([one.writer for one in held]):
        pulls = _pulls(alike[np.ix_(kept, kept)], wanted[kept])
        left_out[out] = alike[np.ix_(out, kept)] @ pulls
    good = np.array([one.share is not None and one.share >= GOOD for one in held])
    pulls = _pulls(alike, wanted)
    return Manner(
        encoder=encoder,
        made_from=made_from,
        means=_short(means),
        spreads=_short(spreads),
        rows=packed(rows),
        pulls=packed(pulls[None]),
        line=packed((MEANING * meant.T @ pulls)[None]),
        bound=round(float(np.quantile(left_out[good], 1 - HARM)), 4),
    )


def written(text: str) -> tuple[float, ...]:
    """Traits of a manner, each a share: none names what the text is about.

    Questions, small words, the writer, what could or should be, different words, figures, how
    long sentences are, Arabic, and sentences of one breath.
    """
    tokens, spans = tokenise(text)[0], windows(text)
    words = [token.norm for token in tokens]
    count, sentences = max(1, len(words)), max(1, len(spans))
    asks = sum(text[end : end + 2].lstrip()[:1] in ("?", "؟") for _, end in spans)
    breaths = sum(len(text[start:end].split()) < SHORT for start, end in spans)
    ours = word_set("first-person")
    ends = tuple(word_set("first-person-ending"))
    return (
        asks / sentences,
        sum(word in function_words() or _joined(word) for word in words) / count,
        sum(word in ours or (is_arabic(word[0]) and word.endswith(ends)) for word in words) / count,
        sum(word in word_set("modal") for word in words) / count,
        len({token.stem for token in tokens}) / count,
        sum(word[0].isdigit() for word in words) / count,
        math.log(count / sentences) / 3,
        sum(is_arabic(word[0]) for word in words) / count,
        breaths / sentences,
    )


def _joined(word: str) -> bool:
    """Whether a small word is written onto it, as Arabic does."""
    return len(word) > 4 and any(word[0] in letters for letters in word_set("letter-clitic"))


def _pulls(alike: "Floats", wanted: "Floats") -> "Floats":
    """Ridge regression in its dual form; both kinds count alike, however many there are."""
    import numpy as np

    half = len(wanted) / 2
    counts = np.where(
        wanted > 0, half / max(1.0, wanted.sum()), half / max(1.0, (1 - wanted).sum())
    )
    pulls: Floats = np.linalg.solve(alike + PENALTY * np.diag(1 / counts), wanted - 0.5)
    return pulls


def _alike(rows: "Floats", others: "Floats") -> "Floats":
    """How like each other two manners are, 0 to 1; shape (rows, others)."""
    import numpy as np

    apart = ((rows[:, None] - others[None]) ** 2).mean(axis=-1)
    alike: Floats = np.exp(-NARROW * apart)
    return alike


def _scaled(rows: "Floats", means: "Floats", spreads: "Floats") -> "Floats":
    import numpy as np

    scaled: Floats = np.clip((rows - means) / spreads, -WIDE, WIDE)
    return scaled


def _short(values: "Floats") -> tuple[float, ...]:
    return tuple(round(float(value), 6) for value in values)
