"""What stands in an answer without being meant: reported, refused, only supposed, not needed."""

from bisect import bisect_right

from course.reading.negation import NOT_MEANT, REACHED, said
from course.reading.text import is_arabic
from course.reading.tokens import Token
from course.reading.wordlists import word_set

Tokens = tuple[Token, ...]

BEFORE = 40  # words a refusal can reach back


def struck(tokens: Tokens, denied: tuple[int, ...]) -> tuple[int, ...]:
    """`denied` with what the writer names only to report, refuse or suppose."""
    how, start = list(denied), 0
    while start < len(tokens):
        end = _end(tokens, start)
        norms = [token.norm for token in tokens[start:end]]
        _unneeded(how, tokens, start, end)
        _supposed(how, norms, start)
        _reported(how, tokens, start, end)
        _refused(how, tokens, start, end)
        start = end
    return tuple(how)


def told(tokens: Tokens) -> frozenset[int]:
    """The clauses told in the past tense: what happened commits nobody."""
    past = {token.clause for token in tokens if token.norm in word_set("past")}
    return frozenset(past - {token.clause for token in tokens if token.norm in word_set("ahead")})


def _end(tokens: Tokens, start: int) -> int:
    sentence = tokens[start].sentence
    return next(
        (i for i in range(start, len(tokens)) if tokens[i].sentence != sentence), len(tokens)
    )


def _strike(how: list[int], start: int, end: int, depth: int) -> None:
    for i in range(start, end):
        how[i] = max(how[i], depth)


def _unneeded(how: list[int], tokens: Tokens, start: int, end: int) -> None:
    for i in range(start, end):
        after = [token.norm for token in tokens[i + 1 : min(i + 3, end)] if token.norm != "be"]
        denies = (
            tokens[i].norm in word_set("denies-need") and after and after[0] in word_set("need")
        )
        if denies or tokens[i].norm in word_set("needless"):
            first = max(start, i - BEFORE)
            first = next(j for j in range(first, i + 1) if tokens[j].clause == tokens[i].clause)
            _strike(how, first, i, REACHED)


def _supposed(how: list[int], norms: list[str], start: int) -> None:
    """`If the board insisted, I would …`: what would be done is not done."""
    unreal = next((i for i, norm in enumerate(norms) if norm in word_set("unreal-if")), None)
    if unreal is not None:
        _strike(how, start + unreal, start + len(norms), NOT_MEANT)
    ifs = [i for i, norm in enumerate(norms) if norm in word_set("if")]
    ifs = [i for i in ifs if not (i and norms[i - 1] in word_set("whether"))]
    stops, stop = [*ifs, len(norms)], 0
    for i, norm in enumerate(norms):
        if ifs and i >= stop and norm in word_set("would"):
            stop = stops[bisect_right(ifs, i)]
            _strike(how, start + i, start + stop, NOT_MEANT)


def _reported(how: list[int], tokens: Tokens, start: int, end: int) -> None:
    """`The consultant asks me to …`: another's proposal, unless the writer takes it up."""
    says = [i for i in range(start + 1, end) if tokens[i].norm in word_set("says")]
    agrees = _agrees(tokens, start, end) if says else 0
    turn = 0
    for i in says:
        if i < turn or agrees >= i + 3 or not _proposes(tokens, start, i, end):
            continue
        turn = _turn(tokens, i, end)
        _strike(how, i, turn, NOT_MEANT)


def _agrees(tokens: Tokens, start: int, end: int) -> int:
    """Where the writer agrees last, here or in the next sentence, and does not deny it."""
    follows = _end(tokens, end) if end < len(tokens) else end
    agrees, no = word_set("agrees"), word_set("denies-need", "agrees-not")
    for i in range(follows - 1, start + 3, -1):
        if tokens[i].norm in agrees and not no & {token.norm for token in tokens[i - 3 : i]}:
            return i
    return 0


def _proposes(tokens: Tokens, start: int, i: int, end: int) -> bool:
    subject = {token.norm for token in tokens[max(start, i - 3) : i]}
    if subject & word_set("writer-alone"):
        return False
    after = [token.norm for token in tokens[i + 1 : min(i + 5, end)]]
    wants = after[:1] == ["to"] or after[:2] in (["me", "to"], ["us", "to"])
    return wants or is_arabic(tokens[i].norm[0]) or bool(word_set("ought").intersection(after))


def _turn(tokens: Tokens, i: int, end: int) -> int:
    """Where the writer speaks again: a new clause that begins with I or we."""
    for j in range(i + 1, end):
        if tokens[j].clause != tokens[j - 1].clause and _speaks(tokens, j, end):
            return j
    return end


def _speaks(tokens: Tokens, i: int, end: int) -> bool:
    return any(token.norm in word_set("writer") for token in tokens[i : min(i + 3, end)])


def _refused(how: list[int], tokens: Tokens, start: int, end: int) -> None:
    """`… but I refuse`, `I disagree.`: a refusal without an object denies what was just said."""
    for i in range(start, end):
        length = said(tokens, i, "refusal")
        after = tokens[i + length : min(i + length + 5, end)] if length else ()
        object_ = {token.norm for token in after if token.clause == tokens[i].clause} - word_set(
            "refers-back"
        )
        if not length or object_:
            continue
        first, last = (start, i) if i - start > 1 else (_start(tokens, start), start)
        if not any(token.norm in word_set("pronoun") for token in tokens[first : first + 2]):
            _strike(how, max(first, last - BEFORE), last, NOT_MEANT)


def _start(tokens: Tokens, end: int) -> int:
    """Where the sentence before `end` begins."""
    if not end:
        return 0
    sentence = tokens[end - 1].sentence
    while end and tokens[end - 1].sentence == sentence:
        end -= 1
    return end
