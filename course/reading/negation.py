"""Which words a sentence denies: `not stop the bonus`, `instead of paying it`, `عدم`."""

from course.reading.functionwords import FUNCTION_WORDS
from course.reading.phrases import Phrases
from course.reading.tokens import Token

# How a word is denied: it is itself, it stands in a negator's reach, its sentence is called untrue.
DIRECT, REACHED, CONTRADICTED = 1, 2, 3
REACH = 4  # words after a negator, within its clause
_NEGATORS = frozenset(
    {
        "not", "no", "never", "cannot", "without", "neither", "nor", "nobody", "nothing", "none",
        "dont", "wont", "cant", "doesnt", "didnt", "isnt",
        "refuse", "refuses", "refused", "refusing",
        "لا", "لن", "لم", "ليس", "ليست", "لست", "ولا", "ولن", "ولم", "وليس", "غير", "بدون", "دون",
    }
)  # fmt: skip
# Said with these, a negator denies nothing.
_HARMLESS = {
    "not": {"only", "just", "merely", "later", "until", "least"},
    "no": {"doubt", "later", "less", "longer"},
    "cannot": {"wait"},
    "nothing": {"but"},
    "لا": {"شك", "بد", "يقل"},
}
# These deny all that follows in their sentence.
_DENIALS = Phrases(
    """
    it is not true
    it is untrue
    it is false
    it is wrong
    it is not the case
    it's not true
    it's false
    nobody should
    no one should
    there is no need
    there is no reason
    under no circumstances
    i disagree
    i do not agree
    i don't agree
    i reject
    we reject
    i refuse
    i oppose
    ليس صحيحا
    غير صحيح
    لا ينبغي
    ارفض
    """
)
_DENIED_PAIRS = frozenset({("instead", "of"), ("rather", "than"), ("بدلا", "من")}) | {
    # Otherwise it compares: "AED 1.26 million against 16.6".
    (stands, "against")
    for stands in [
        "am",
        "is",
        "are",
        "be",
        "i'm",
        "we're",
        "was",
        "decide",
        "decided",
        "vote",
        "voted",
        "argue",
        "advise",
    ]
}


def scope(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], tuple[bool, ...]]:
    """For each word: how it is denied (0 if not), and whether it is itself a negator."""
    denied, negators = [0] * len(tokens), [False] * len(tokens)
    for i in range(len(tokens)):
        if _negates(tokens, i):
            negators[i] = True
            _deny(denied, tokens, i + 1, REACH, clause=True)
        if denied[i] == CONTRADICTED:
            continue
        if length := _DENIALS.length_at(tokens, i, len(tokens)):
            # Its own words too: "it is not true" strikes nothing out.
            denied[i : i + length] = [CONTRADICTED] * length
            if not _complete(tokens, i, length):
                _deny(denied, tokens, i + length, len(tokens), clause=False)
    return tuple(denied), tuple(negators)


def _negates(tokens: tuple[Token, ...], i: int) -> bool:
    norm = tokens[i].norm
    after = tokens[i + 1].norm if i + 1 < len(tokens) else ""
    if norm in _NEGATORS:
        return after not in _HARMLESS.get(norm, ())
    return norm.endswith("n't") or (i > 0 and (tokens[i - 1].norm, norm) in _DENIED_PAIRS)


def _complete(tokens: tuple[Token, ...], i: int, length: int) -> bool:
    """`I refuse: …`: a refusal that ends its clause looks back, not ahead."""
    after = i + length
    ends = after >= len(tokens) or tokens[after].clause != tokens[i].clause
    return tokens[i].norm in ("i", "we") and ends


def _deny(
    denied: list[int], tokens: tuple[Token, ...], start: int, reach: int, *, clause: bool
) -> None:
    """Mark what follows, up to the end of the clause, or of the sentence."""
    if start > len(tokens):
        return
    here, how = tokens[start - 1], DIRECT
    for i in range(start, min(start + reach, len(tokens))):
        same = tokens[i].clause == here.clause if clause else tokens[i].sentence == here.sentence
        if not same:
            return
        denied[i] = max(denied[i], how if clause else CONTRADICTED)
        if tokens[i].norm not in FUNCTION_WORDS:
            how = REACHED
