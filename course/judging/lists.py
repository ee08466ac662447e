"""Tells a list of keywords from terse prose: small words join what is meant."""

import functools
from collections.abc import Iterable

from course.reading import Token, concept, function_words, is_arabic, word_set

# Hand-set; shares measured on genuine answers elsewhere are 0.9 to 1.8 % false alarms together.
LIST_SHARE = 0.15
ARABIC_LIST_SHARE = 0.15  # with those written onto the next word; prose has 0.3 to 0.5
LIST_WORDS = 8
SENTENCE_WORDS = 13
TERSE_WORDS = 15  # below, a telegram and a list look alike: a trainer glances, nothing is lost
ARABIC_SENTENCE_SHARE = 0.08  # one sentence may do without by chance
WINDOW = 7
RUN = 4  # words without a small one between them; English prose seldom packs more
PACKED = 0.5  # the share of words in such runs from which they are a list
PROSE = 0.3  # the share of joining words from which a sentence may also list things
JOINED = 0.25  # the share of joining words below which they are one; sentences have 0.3 to 0.5


_FIGURES = ("month-name", "amount-word", "reference-word")  # said with a number


def is_list(tokens: Iterable[Token], *, sentence: bool = False) -> bool:
    """Whether these words are keywords set side by side, with hardly a small word to join them."""
    tokens = list(tokens)
    words = [token for token in tokens if not _figure(token)]
    if len(words) < (SENTENCE_WORDS if sentence else TERSE_WORDS):
        return False
    if _arabic(tokens):
        return _small(words) < (ARABIC_SENTENCE_SHARE if sentence else ARABIC_LIST_SHARE)
    joint = _joint()
    loose = sum(word.norm in joint for word in words) < JOINED * len(words)
    return (loose and packed(tokens) >= PACKED) or _bare(tokens)


def packed(tokens: Iterable[Token]) -> float:
    """The share of words that stand in runs no small word joins; figures neither join nor count."""
    runs, run, clause, joint = [0], 0, -1, _joint()
    for token in tokens:
        if token.clause != clause or token.norm in joint:
            runs.append(run)
            run, clause = 0, token.clause
        run += token.norm not in joint and not _figure(token)
    runs.append(run)
    return sum(run for run in runs if run >= RUN) / max(1, sum(runs))


def terse(tokens: tuple[Token, ...]) -> bool:
    """Whether a trainer should glance: bare notes, or a stretch without any small word."""
    short = LIST_WORDS <= len(tokens) < TERSE_WORDS
    return (short and _bare(tokens)) or runs_of_keywords(tokens)


def runs_of_keywords(tokens: tuple[Token, ...]) -> bool:
    """A stretch without any small word or figure inside a sentence that has few of them."""
    sentences: dict[int, list[Token]] = {}
    for token in tokens:
        sentences.setdefault(token.sentence, []).append(token)
    prose = {number for number, held in sentences.items() if _small(held) >= PROSE}
    run = 0
    for i, token in enumerate(tokens):
        if token.sentence in prose:
            run = 0
            continue
        breaks = i and token.sentence != tokens[i - 1].sentence
        bare = token.norm not in function_words() and not token.norm[0].isdigit()
        run = (0 if breaks else run) + 1 if bare else 0
        if run > WINDOW and not _arabic(tokens[i - WINDOW : i + 1]):
            return True
    return False


@functools.cache
def _joint() -> frozenset[str]:
    """The small words without those few that join nothing."""
    return function_words() - word_set("no-joint")


def _figure(token: Token) -> bool:
    return token.norm[0].isdigit() or token.norm in word_set(*_FIGURES)


def _bare(tokens: list[Token] | tuple[Token, ...]) -> bool:
    """Whether hardly a small word joins these, and they do not read as notes either."""
    if _tells(tokens):
        return False
    words = [token for token in tokens if not _figure(token)]
    return bool(words) and _small(words) < LIST_SHARE


def _small(tokens: Iterable[Token]) -> float:
    """The share of joining words; Arabic writes many of them onto the next word."""
    tokens = list(tokens)
    joined = sum(t.norm in function_words() or _clitic(t.norm) for t in tokens)
    return joined / len(tokens)


def _clitic(norm: str) -> bool:
    return len(norm) > 4 and norm[0] in concept("letter-clitic").ar[0]


def _arabic(tokens: Iterable[Token]) -> bool:
    return any(is_arabic(token.norm[0]) for token in tokens)


def _tells(tokens: list[Token] | tuple[Token, ...]) -> bool:
    """Notes in telegram style carry figures and come in clauses of several words."""
    clauses = len({token.clause for token in tokens})
    figures = sum(token.norm[0].isdigit() for token in tokens)
    notes = figures >= 2 and len(tokens) >= 4 * clauses
    return notes and not runs_of_keywords(tuple(tokens))
