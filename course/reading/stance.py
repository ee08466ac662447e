"""What stands in an answer without being meant: reported, refused, only supposed, not needed."""

from bisect import bisect_right

from course.reading.negation import CONTRADICTED, REACHED
from course.reading.phrases import Phrases
from course.reading.tokens import Token

Tokens = tuple[Token, ...]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


BEFORE = 40  # words a refusal can reach back

_ME = frozenset({"i", "we", "i'll", "we'll", "my", "our"})
_NOT = frozenset({"not", "never", "isn't", "aren't", "won't", "doesn't", "ليس", "ليست", "غير"})
# `A joint inspection is not needed`: what was named is denied, though the negator comes after.
_UNNEEDED = _set(
    """needed necessary required happen planned useful possible wanted foreseen worthwhile take
    ضروري ضروريا ضروريه لازم لازما مطلوب مطلوبا مطلوبه"""
)
_UNNEEDED_ALONE = frozenset({"unnecessary", "superfluous", "pointless", "needless"})
_SUPPOSED = frozenset({"would", "could", "might"})
# Before `if`, these make it a question or a concession, not a condition.
_WHETHER = frozenset({"even", "as", "know", "see", "check", "ask", "tell", "wonder", "learn"})
_SAYS = _set(
    """asks asked wants wanted proposes proposed suggests suggested recommends recommended says
    said thinks thought insists insisted urges urged tells told argues argued advises advised
    believes believed expects demands demanded requests requested يطلب طلب يقترح اقترح يوصي
    اوصي يريد"""
)
_SHOULD = frozenset({"should", "must", "ought", "ان"})
_AGREES = _set("""agree agreed accept follow approve right rightly support اوافق وافقت اويد محق""")
_REFUSALS = Phrases(
    """
    i disagree
    we disagree
    i refuse
    we refuse
    i decline
    i say no
    i do not agree
    i don't agree
    we do not agree
    i do not think so
    i don't think so
    i will not
    i won't
    i shall not
    i reject
    لا اوافق
    ارفض
    """
)
_BACK = frozenset({"it", "this", "that", "so", "him", "her", "them", "do", "with", "ذلك", "هذا"})
_NO = _NOT | {"don't", "cannot", "لا", "لن"}
_PAST = _set(
    """was were had did signed began started introduced went came gave handed received raised
    fell rose كان كانت وقعت وقع بدات بدا"""
)
_AHEAD = frozenset({"will", "shall", "must", "should", "now", "today", "tomorrow"})


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
    past = {token.clause for token in tokens if token.norm in _PAST}
    return frozenset(past - {token.clause for token in tokens if token.norm in _AHEAD})


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
        denies = tokens[i].norm in _NOT and after and after[0] in _UNNEEDED
        if denies or tokens[i].norm in _UNNEEDED_ALONE:
            first = max(start, i - BEFORE)
            first = next(j for j in range(first, i + 1) if tokens[j].clause == tokens[i].clause)
            _strike(how, first, i, REACHED)


def _supposed(how: list[int], norms: list[str], start: int) -> None:
    """`If the board insisted, I would …`: what would be done is not done."""
    if "لو" in norms:
        _strike(how, start + norms.index("لو"), start + len(norms), CONTRADICTED)
    ifs = [i for i, n in enumerate(norms) if n == "if" and not (i and norms[i - 1] in _WHETHER)]
    stops, stop = [*ifs, len(norms)], 0
    for i, norm in enumerate(norms):
        if ifs and i >= stop and norm in _SUPPOSED:
            stop = stops[bisect_right(ifs, i)]
            _strike(how, start + i, start + stop, CONTRADICTED)


def _reported(how: list[int], tokens: Tokens, start: int, end: int) -> None:
    """`The consultant asks me to …`: another's proposal, unless the writer takes it up."""
    says = [i for i in range(start + 1, end) if tokens[i].norm in _SAYS]
    agrees = _agrees(tokens, start, end) if says else 0
    turn = 0
    for i in says:
        if i < turn or agrees >= i + 3 or not _proposes(tokens, start, i, end):
            continue
        turn = _turn(tokens, i, end)
        _strike(how, i, turn, CONTRADICTED)


def _agrees(tokens: Tokens, start: int, end: int) -> int:
    """Where the writer agrees last, here or in the next sentence, and does not deny it."""
    follows = _end(tokens, end) if end < len(tokens) else end
    for i in range(follows - 1, start + 3, -1):
        if tokens[i].norm in _AGREES and not _NO & {token.norm for token in tokens[i - 3 : i]}:
            return i
    return 0


def _proposes(tokens: Tokens, start: int, i: int, end: int) -> bool:
    subject = {token.norm for token in tokens[max(start, i - 3) : i]}
    if subject & {"i", "we", "i'll", "we'll"}:
        return False
    after = [token.norm for token in tokens[i + 1 : min(i + 5, end)]]
    wants = after[:1] == ["to"] or after[:2] in (["me", "to"], ["us", "to"])
    arabic = "\u0600" <= tokens[i].norm[0] <= "\u06ff"
    return wants or arabic or bool(_SHOULD.intersection(after))


def _turn(tokens: Tokens, i: int, end: int) -> int:
    """Where the writer speaks again: a new clause that begins with I or we."""
    for j in range(i + 1, end):
        if tokens[j].clause != tokens[j - 1].clause and _speaks(tokens, j, end):
            return j
    return end


def _speaks(tokens: Tokens, i: int, end: int) -> bool:
    return any(token.norm in _ME for token in tokens[i : min(i + 3, end)])


def _refused(how: list[int], tokens: Tokens, start: int, end: int) -> None:
    """`… but I refuse`, `I disagree.`: a refusal without an object denies what was just said."""
    for i in range(start, end):
        length = _REFUSALS.length_at(tokens, i, end)
        after = tokens[i + length : min(i + length + 5, end)]
        object_ = {token.norm for token in after if token.clause == tokens[i].clause} - _BACK
        if not length or object_:
            continue
        first, last = (start, i) if i - start > 1 else (_start(tokens, start), start)
        if not any(token.norm in {"i", "we"} for token in tokens[first : first + 2]):
            _strike(how, max(first, last - BEFORE), last, CONTRADICTED)


def _start(tokens: Tokens, end: int) -> int:
    """Where the sentence before `end` begins."""
    if not end:
        return 0
    sentence = tokens[end - 1].sentence
    while end and tokens[end - 1].sentence == sentence:
        end -= 1
    return end
