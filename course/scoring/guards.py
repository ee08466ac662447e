"""Guards against answers that only look like one. They lower or route; none adds a point."""

from collections.abc import Iterable

from course.scoring.functionwords import FUNCTION_WORDS
from course.scoring.mark import Span
from course.scoring.reading import Reading
from course.scoring.tokens import Token

# Hand-set; shares measured on genuine answers elsewhere are 0.9 to 1.8 % false alarms together.
LIST_SHARE = 0.15
ARABIC_LIST_SHARE = 0.05  # Arabic writes small words onto the next one, or does without
LIST_CLAUSE = 2.5  # words between two commas: a list, in any language
LIST_WORDS = 8
WINDOW = 7
COPY_SHARE = 0.5
COPY_WORDS = 6
DISTINCT_SHARE = 0.6
REPEAT_TRIGRAMS = 12
FOREIGN_SHARE = 0.5

_MODALS = frozenset({"will", "shall", "would", "should", "must"})
_REFUSALS = frozenset({"won't", "wont", "لن"})

Tokens = tuple[Token, ...]
Trigrams = frozenset[tuple[str, str, str]]


def trigrams(tokens: Iterable[Token]) -> list[tuple[str, str, str]]:
    stems = [token.stem for token in tokens]
    return list(zip(stems, stems[1:], stems[2:], strict=False))


def empty(tokens: Tokens) -> bool:
    return not any(character.isalnum() for token in tokens for character in token.norm)


def other_script(text: str) -> bool:
    """Whether most letters are neither Latin nor Arabic."""
    letters = [c for c in text if c.isalpha()]
    foreign = sum(not (c < "\u0250" or "\u0600" <= c <= "\u06ff" or _form(c)) for c in letters)
    return bool(letters) and foreign > FOREIGN_SHARE * len(letters)


def _form(character: str) -> bool:
    """Arabic presentation forms, and full-width Latin."""
    return "\ufb50" <= character <= "\ufeff" or "\uff21" <= character <= "\uff5a"


def repeated(tokens: Tokens) -> bool:
    all_three = trigrams(tokens)
    return len(all_three) >= REPEAT_TRIGRAMS and len(set(all_three)) < DISTINCT_SHARE * len(
        all_three
    )


def copied(tokens: Tokens, source: Trigrams) -> float:
    """The share of a text's trigrams that stand in `source`."""
    mine = trigrams(tokens)
    return sum(three in source for three in mine) / len(mine) if source and mine else 0.0


def copied_sentences(tokens: Tokens, source: Trigrams) -> frozenset[int]:
    """Sentences lifted from what the learner was shown: they earn nothing."""
    if not source:
        return frozenset()
    return frozenset(
        number
        for number, words in by_sentence(tokens).items()
        if len(words) >= COPY_WORDS and copied(tuple(words), source) > COPY_SHARE
    )


def listed_sentences(tokens: Tokens) -> frozenset[int]:
    """Sentences that are mere lists of keywords: long, with hardly a small word."""
    return frozenset(number for number, words in by_sentence(tokens).items() if _bare(words))


def listed(tokens: Tokens) -> bool:
    """Whether the answer as a whole is a list, however its lines are broken."""
    return _bare(tokens)


def runs_of_keywords(tokens: Tokens) -> bool:
    """A stretch without any small word or figure inside a sentence."""
    run = 0
    for i, token in enumerate(tokens):
        breaks = i and token.sentence != tokens[i - 1].sentence
        bare = token.norm not in FUNCTION_WORDS and not token.norm[0].isdigit()
        run = (0 if breaks else run) + 1 if bare else 0
        if run > WINDOW and not _arabic(tokens[i - WINDOW : i + 1]):
            return True
    return False


def refused(reading: Reading, spans: list[Span]) -> bool:
    """Whether a sentence that earned something also says that someone will not, or never will."""
    for i, token in enumerate(reading.tokens[1:], start=1):
        modal = reading.tokens[i - 1].norm in _MODALS and token.norm in ("not", "never")
        if not (modal or token.norm in _REFUSALS) or not reading.negators[i]:
            continue
        start, end = reading.sentences[token.sentence]
        earned = any(start <= a < end for a, _ in spans)
        if earned and not any(a <= token.start < b for a, b in spans):
            return True
    return False


def by_sentence(tokens: Tokens) -> dict[int, list[Token]]:
    found: dict[int, list[Token]] = {}
    for token in tokens:
        found.setdefault(token.sentence, []).append(token)
    return found


def _bare(tokens: Iterable[Token]) -> bool:
    """Whether hardly a small word joins these, and they do not read as notes either."""
    tokens = list(tokens)
    if len(tokens) < LIST_WORDS or _tells(tokens):
        return False
    short = len(tokens) <= LIST_CLAUSE * len({token.clause for token in tokens})
    limit = LIST_SHARE if short or not _arabic(tokens) else ARABIC_LIST_SHARE
    return _small(tokens) < limit


def _small(tokens: Iterable[Token]) -> float:
    """The share of joining words; Arabic writes many of them onto the next word."""
    tokens = list(tokens)
    joined = sum(t.norm in FUNCTION_WORDS or _clitic(t.norm) for t in tokens)
    return joined / len(tokens)


def _clitic(norm: str) -> bool:
    return len(norm) > 4 and norm[0] in "وفبلكس" and "\u0600" <= norm[0] <= "\u06ff"


def _arabic(tokens: Iterable[Token]) -> bool:
    return any("\u0600" <= token.norm[0] <= "\u06ff" for token in tokens)


def _tells(tokens: Iterable[Token]) -> bool:
    """Notes in telegram style carry figures and come in clauses of several words."""
    tokens = list(tokens)
    clauses = len({token.clause for token in tokens})
    figures = sum(token.norm[0].isdigit() for token in tokens)
    notes = figures >= 2 and len(tokens) >= 4 * clauses
    return notes and not runs_of_keywords(tuple(tokens))


def spans_of(sentences: frozenset[int], spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(spans[number] for number in sorted(sentences))
