"""Guards against answers that only look like one. They lower or route; none adds a point."""

from collections.abc import Iterable

from course.judging.lists import is_list
from course.reading import Reading, Span, Token, is_arabic, word_set

COPY_SHARE = 0.5
COPY_WORDS = 6  # fewer words are in the question because there are no others for it
MODEL_WORDS = 20  # a short right answer runs like the model answer of itself
DISTINCT_SHARE = 0.6
REPEAT_TRIGRAMS = 12
FOREIGN_SHARE = 0.5
AFTER = 8
MANY, DENYING = 4, 0.8  # sentences, and the share of them; people refuse in up to two of three
OPENING = 4  # words within which a negator opens its sentence

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
    foreign = sum(not (c < "\u0250" or is_arabic(c) or _form(c)) for c in letters)
    return bool(letters) and foreign > FOREIGN_SHARE * len(letters)


def _form(character: str) -> bool:
    """Arabic presentation forms, and full-width Latin."""
    return "\ufb50" <= character <= "\ufeff" or "\uff21" <= character <= "\uff5a"


def repeated(tokens: Tokens) -> bool:
    all_three = trigrams(tokens)
    return len(all_three) >= REPEAT_TRIGRAMS and len(set(all_three)) < DISTINCT_SHARE * len(
        all_three
    )


def copies(tokens: Tokens, source: Trigrams, fewest: int = COPY_WORDS) -> bool:
    """Whether an answer of some length is mostly copied from `source`."""
    return len(tokens) >= fewest and copied(tokens, source) > COPY_SHARE


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
    found = by_sentence(tokens).items()
    return frozenset(number for number, words in found if is_list(words, sentence=True))


def refused(reading: Reading, spans: list[Span], *, decides: bool) -> bool:
    """Whether a sentence that earned something also says that someone will not, or never will.

    In an explanation, what will not happen is part of it: there only what follows counts.
    """
    for i, token in enumerate(reading.tokens[1:], start=1):
        modal = reading.tokens[i - 1].norm in word_set("will-or-must") and token.norm in (
            "not",
            "never",
        )
        if not (modal or token.norm in word_set("will-not")) or not reading.negators[i]:
            continue
        start, end = reading.sentences[token.sentence]
        if not decides:
            start, end = token.end, _reach(reading.tokens, i)
        earned = any(start <= a < end for a, _ in spans)
        if earned and not any(a <= token.start < b for a, b in spans):
            return True
    return False


def denials(reading: Reading) -> frozenset[int]:
    """The sentences that deny, where nearly all of an answer's do: it decides nothing."""
    if len(reading.sentences) < MANY:
        return frozenset()
    denying = frozenset(
        token.sentence
        for i, token in enumerate(reading.tokens)
        if reading.negators[i] and _refuses(reading.tokens, i)
    )
    return denying if len(denying) >= DENYING * len(reading.sentences) else frozenset()


def _refuses(tokens: Tokens, i: int) -> bool:
    """Whether a negator opens its sentence, or stands behind `will` and its kind."""
    opening = tokens[max(0, i - OPENING)].sentence != tokens[i].sentence or i < OPENING
    return (
        opening
        or tokens[i - 1].norm in word_set("will-or-must")
        or tokens[i].norm in word_set("will-not")
    )


def _reach(tokens: Tokens, i: int) -> int:
    """Where the words end that a negator is still about: its clause, AFTER words at most."""
    last = i
    while (
        last + 1 < len(tokens) and last < i + AFTER and tokens[last + 1].clause == tokens[i].clause
    ):
        last += 1
    return tokens[last].end


def by_sentence(tokens: Tokens) -> dict[int, list[Token]]:
    found: dict[int, list[Token]] = {}
    for token in tokens:
        found.setdefault(token.sentence, []).append(token)
    return found
