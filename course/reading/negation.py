"""Which words a sentence denies: `not stop the bonus`, `instead of paying it`, `I do not think`."""

from course.reading.functionwords import function_words
from course.reading.tokens import Token
from course.reading.wordlists import phrases, word_set

Tokens = tuple[Token, ...]

# How a word is denied: it is itself, it stands in a negator's reach, its sentence is called
# untrue; or it is not meant at all, only supposed, refused or reported of another.
DIRECT, REACHED, CONTRADICTED, NOT_MEANT = 1, 2, 3, 4
REACH = 4  # words after a negator, within its clause


def scope(tokens: Tokens) -> tuple[tuple[int, ...], tuple[bool, ...]]:
    """For each word: how it is denied (0 if not), and whether it is itself a negator."""
    denied, negators = [0] * len(tokens), [False] * len(tokens)
    came = 0  # up to here what came is denied, where its sentence goes on
    for i, token in enumerate(tokens):
        if _negates(tokens, i):
            negators[i] = True
            _deny(denied, tokens, i + 1, REACH, clause=True)
        if denied[i] == CONTRADICTED:
            continue
        if length := said(tokens, i, "denies-the-rest"):
            # Its own words too: "it is not true" strikes nothing out.
            denied[i : i + length] = [CONTRADICTED] * length
            if not _complete(tokens, i, length):
                _deny(denied, tokens, i + length, len(tokens), clause=False)
        elif token.after_colon and said(tokens, i, "denies-what-came"):
            _deny_before(denied, tokens, came, i)
            came = i
    return tuple(denied), tuple(negators)


def said(tokens: Tokens, i: int, concept: str) -> int:
    """How many words a phrase of the concept takes that begins here; 0 if none does."""
    known, two = phrases(concept), tuple(token.norm for token in tokens[i : i + 2])
    for phrase in (*known.get(two, ()), *known.get(two[:1], ())):
        if phrase == tuple(token.norm for token in tokens[i : i + len(phrase)]):
            return len(phrase)
    return 0


def _negates(tokens: Tokens, i: int) -> bool:
    norm, before = tokens[i].norm, tokens[i - 1].norm if i else ""
    if norm in word_set("negator", "denies-word"):
        return not said(tokens, i, "negator-harmless")
    two = f"{before} {norm}" in word_set("negator-of-two")
    return norm.endswith("n't") or (two and not _twice(tokens, i))


def _twice(tokens: Tokens, i: int) -> bool:
    """`will not fail to`: the first denies the second, and both deny nothing."""
    return i > 1 and bool(said(tokens, i - 2, "negator-harmless"))


def _complete(tokens: Tokens, i: int, length: int) -> bool:
    """`I refuse: …`: a refusal that ends its clause looks back, not ahead."""
    after = i + length
    ends = after >= len(tokens) or tokens[after].clause != tokens[i].clause
    return tokens[i].norm in word_set("writer") and ends


def _deny(denied: list[int], tokens: Tokens, start: int, reach: int, *, clause: bool) -> None:
    """Mark what follows, up to the end of the clause, or of the sentence."""
    if start > len(tokens):
        return
    here, how = tokens[start - 1], DIRECT
    for i in range(start, min(start + reach, len(tokens))):
        same = tokens[i].clause == here.clause if clause else tokens[i].sentence == here.sentence
        if not same:
            return
        denied[i] = max(denied[i], how if clause else CONTRADICTED)
        if tokens[i].norm not in function_words():
            how = REACHED


def _deny_before(denied: list[int], tokens: Tokens, start: int, end: int) -> None:
    for i in range(end - 1, start - 1, -1):
        if tokens[i].sentence != tokens[end].sentence:
            return
        denied[i] = CONTRADICTED
